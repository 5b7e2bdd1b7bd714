/**
 * Synonyms as the browser reads them. The source is `content/vocabulary/synonyms.yaml`, where every group has its reason and a
 * query that must not match; here every word stands with what it finds, so that a query fetches only the words it may hold (`shelves.ts`).
 *
 * Text form, one row a word: `할머니<노인<어르신`, `노인 어르신 시니어`. After a space stands what means the same, after `<` what the word is wider than.
 * A space inside a word is written `_`.
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

const RESERVED = /[<_\n\f]/;

/** Every word of the groups with what it finds. Throws a `RangeError` when a word holds a character of the text form. */
export function expandGroups(groups: readonly SynonymGroup[]): Synonyms {
  const synonyms = new Map<string, Synonym[]>();
  const add = (word: string, others: readonly string[], wide: boolean): void => {
    const key = synonymKey(word);
    if (RESERVED.test(word)) throw new RangeError(`no word of the vocabulary: ${word}`);
    const found = synonyms.get(key) ?? [];
    for (const text of others) {
      if (synonymKey(text) !== key && !found.some((other) => other.text === text)) found.push({ text, wide });
    }
    synonyms.set(key, found);
  };
  for (const group of groups) {
    // Spaces make no difference, so a word that differs in nothing else is left out.
    const seen = new Set<string>();
    const once = (words: readonly string[]): readonly string[] =>
      words.map((word) => word.trim()).filter((word) => !seen.has(synonymKey(word)) && seen.add(synonymKey(word)));
    const [terms, finds, from] = [once(group.terms), once(group.finds), once(group.from)];
    for (const term of terms) add(term, terms, false);
    for (const word of from) add(word, [...terms, ...finds], true);
  }
  return synonyms;
}

export function writeRow(word: string, synonyms: readonly Synonym[]): string {
  return word + synonyms.map(({ text, wide }) => (wide ? WIDE : SAME) + text.replaceAll(' ', '_')).join('');
}

const SAME = ' ';
const WIDE = '<';

export function readRow(row: string): readonly [word: string, synonyms: readonly Synonym[]] {
  const [word = ''] = /^[^ <]*/.exec(row) ?? [];
  const synonyms = [...row.slice(word.length).matchAll(/([ <])([^ <]+)/g)].map(([, sign, text = '']) => ({
    text: text.replaceAll('_', ' '),
    wide: sign === WIDE,
  }));
  return [word, synonyms];
}

/** 사회적 경제 and 사회적경제 are one word here. */
export function synonymKey(word: string): string {
  return word.toLowerCase().replace(/\s/g, '');
}
