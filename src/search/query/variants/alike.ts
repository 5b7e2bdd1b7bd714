/** Words of the pages that share most of their pairs of syllables with one that is in no dictionary: 마을만드기 for 마을만들기. */
import { type Knowledge, wordsOf } from '../knowledge.ts';
import { LIMITS } from '../parameters.ts';
import type { Query, Variant } from '../term.ts';

const SHORTEST = 3;
/** Dice's coefficient from which on two words are alike. */
const LEAST_ALIKE = 0.5;

export function alikeVariants(
  { terms }: Query,
  { lexicon, dictionary, parameters }: Pick<Knowledge, 'lexicon' | 'dictionary' | 'parameters'>,
): readonly Variant[] {
  return terms.flatMap(({ text, stands }, at) => {
    if (stands || text.length < SHORTEST || dictionary.entries.get(text) !== undefined || !/^[가-힣]+$/.test(text)) return [];
    return wordsOf(lexicon)
      .nouns.map((noun) => ({ noun, likeness: dice(pairsOf(text), pairsOf(noun)) }))
      .filter(({ noun, likeness }) => noun.length >= SHORTEST && likeness >= LEAST_ALIKE)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, LIMITS.guesses)
      .map(({ noun, likeness }): Variant => ({
        kind: 'part',
        text: noun,
        terms: [noun],
        from: at,
        to: at + 1,
        trust: parameters.trust.alike * likeness,
      }));
  });
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
}

function dice(a: readonly string[], b: readonly string[]): number {
  return (2 * a.filter((pair) => b.includes(pair)).length) / (a.length + b.length);
}
