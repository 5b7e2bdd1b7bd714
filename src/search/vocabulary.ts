/**
 * Synonyms as the browser reads them. The source is `content/vocabulary/synonyms.yaml`, where every group has its reason and a
 * query that must not match; this is its short form.
 *
 * Text form, one line a group: `노인 어르신 시니어|<할머니 할아버지`. Words before `|` find one another; words after `<` find them and what stands
 * between `|` and `<`, but are found by neither. A space inside a word is written `_`.
 */

export interface SynonymGroup {
  /** Find one another. */
  readonly terms: readonly string[];
  /** Are found by `from` only. */
  readonly finds: readonly string[];
  /** Find `terms` and `finds`, but are not found by them: wider or everyday words. */
  readonly from: readonly string[];
}

export interface Synonym {
  readonly text: string;
  /** The word asked for is wider than this one, or an everyday word for it (`from`). */
  readonly wide: boolean;
}

/** Word without spaces, in lower case → what it also finds. */
export type Synonyms = ReadonlyMap<string, readonly Synonym[]>;

export function writeSynonyms(groups: readonly SynonymGroup[]): string {
  return groups
    .map(({ terms, finds, from }) => {
      // Spaces make no difference, so a word that differs in nothing else is left out.
      const seen = new Set<string>();
      const line = (words: readonly string[]): string =>
        words
          .filter((word) => !seen.has(synonymKey(word)) && seen.add(synonymKey(word)))
          .map((word) => word.trim().replaceAll(' ', '_'))
          .join(' ');
      return `${line(terms)}|${line(finds)}<${line(from)}\n`;
    })
    .join('');
}

export function readSynonyms(text: string): Synonyms {
  const synonyms = new Map<string, Synonym[]>();
  const add = (word: string, others: readonly string[], wide: boolean): void => {
    const key = synonymKey(word);
    const found = synonyms.get(key) ?? [];
    for (const text of others) {
      if (synonymKey(text) !== key && !found.some((other) => other.text === text)) found.push({ text, wide });
    }
    synonyms.set(key, found);
  };
  for (const row of text.split('\n')) {
    if (row === '') continue;
    const [terms = [], finds = [], from = []] = row
      .split(/[|<]/)
      .map((words) => words.split(' ').flatMap((word) => (word === '' ? [] : [word.replaceAll('_', ' ')])));
    for (const term of terms) add(term, terms, false);
    for (const word of from) add(word, [...terms, ...finds], true);
  }
  return synonyms;
}

/** 사회적 경제 and 사회적경제 are one word here. */
export function synonymKey(word: string): string {
  return word.toLowerCase().replace(/\s/g, '');
}
