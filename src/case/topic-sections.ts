import type { BodySection, CaseBody } from '../content/prose.ts';
import type { Topic } from '../content/schema/vocabulary.ts';

/** Text as words are looked for in it: composed, without spaces, so that 사회적 경제 is 사회적경제. */
const squeeze = (text: string) => text.normalize('NFC').replaceAll(/\s/g, '');

/**
 * The sections of a case whose heading or text holds the topic's name or one of its synonyms, in the order of the text. A word inside a longer one
 * counts as well (마을기업 in 마을기업협의회): it is about the same thing.
 */
export function findPassages({ name, synonyms }: Pick<Topic, 'name' | 'synonyms'>, { sections, texts }: CaseBody): BodySection[] {
  const words = [...new Set([name, ...synonyms].map(squeeze))];
  return sections.filter((section, index) => {
    const end = sections[index + 1]?.line ?? Number.POSITIVE_INFINITY;
    const text = squeeze(
      [section.title, ...texts.filter(({ line }) => line > section.line && line < end).map((one) => one.text)].join(' '),
    );
    return words.some((word) => text.includes(word));
  });
}
