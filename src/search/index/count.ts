/**
 * Build side only: the words of all pages → token counts for the lexicon.
 */
import type { MorphemeClass, TokenCounts } from '../text/lexicon.ts';
import { compare } from '../text/lexicon.ts';
import type { Segmenter } from '../text/segment.ts';
import type { Analyse } from './analyse.ts';

/** Runs of Hangul and how often each occurs. */
export type WordCounts = ReadonlyMap<string, number>;

type Counts = Map<string, Partial<Record<MorphemeClass, number>>>;

/** Counts runs; the texts are folded. */
export function countWords(texts: Iterable<string>): WordCounts {
  const words = new Map<string, number>();
  for (const text of texts) {
    for (const [dotted] of text.matchAll(/[가-힣]+(?:·[가-힣]+)*/g)) {
      // 노·사·민·정 is cut as one word or as its parts (`tokenise.ts`).
      const parts = dotted.split('·');
      for (const word of parts.length > 1 ? [...parts, parts.join('')] : parts) words.set(word, (words.get(word) ?? 0) + 1);
    }
  }
  return words;
}

/**
 * Tokens of all words, with every noun cut that is made of nouns used elsewhere (협동조합 → 협동 + 조합), so that a part
 * finds the whole.
 */
export function countTokens(words: WordCounts, { seeds, common }: KnownWords, analyse: Analyse): CountedTokens {
  const counts: Counts = new Map();
  const stems = new Map<string, string>();
  const add = (token: string, name: MorphemeClass, count: number): void => {
    const byClass = counts.get(token) ?? {};
    byClass[name] = (byClass[name] ?? 0) + count;
    counts.set(token, byClass);
  };
  for (const [word, count] of [...words].sort((a, b) => compare(a[0], b[0]))) {
    for (const { text, class: name, stem } of analyse(word)) {
      add(text, name, count);
      if (stem !== undefined) stems.set(text, stem);
    }
  }
  for (const seed of seeds) for (const { text, class: name } of analyse(seed)) if (!counts.has(text)) add(text, name, 1);
  for (const [word, name] of common) if (!counts.has(word)) add(word, name, 1);
  splitCompounds(counts, analyse);
  return { counts, stems };
}

/** Words the lexicon must know although no page holds them. */
interface KnownWords {
  /** Of the vocabulary; they are analysed. */
  readonly seeds: readonly string[];
  /** Of the language, with their class. */
  readonly common: readonly (readonly [word: string, name: MorphemeClass])[];
}

export interface CountedTokens {
  readonly counts: TokenCounts;
  /** Verb as it stands → its stem. */
  readonly stems: ReadonlyMap<string, string>;
}

/**
 * What the lexicon left unknown on the pages (무위당 in 무위당학교) becomes a noun of its own: names can be misspelt and typed on the wrong
 * keyboard like other words.
 */
export function addUnknown(counts: TokenCounts, words: WordCounts, segment: Segmenter): TokenCounts {
  const added = new Map(counts);
  const found = new Map<string, number>();
  for (const [word, count] of words) {
    for (const { text, class: name } of segment(word)) {
      if (name === 'U' && text.length >= SHORTEST_UNKNOWN) found.set(text, (found.get(text) ?? 0) + count);
    }
  }
  for (const [text, count] of found) if (!added.has(text)) added.set(text, { N: count });
  return added;
}

const SHORTEST_UNKNOWN = 2;

/** Single syllables that close names of places and bodies: 대구광역시 → 대구 + 광역 + 시. */
const SUFFIXES = new Set('시도군구동읍면리청과팀단회관장사원권률율소점실고교대국부처');

/** Nouns of at least this many syllables may be compounds. */
const SHORTEST_COMPOUND = 4;
const LONGEST_COMPOUND = 14;

function splitCompounds(counts: Counts, analyse: Analyse): void {
  const nouns = (token: string): number => counts.get(token)?.N ?? 0;
  const isWord = (part: string): boolean => {
    if (part.length === 1 && SUFFIXES.has(part)) return true;
    if (nouns(part) === 0) return false;
    const pieces = analyse(part);
    return pieces.length === 1 && pieces[0]?.class === 'N';
  };
  const whole = [...counts.keys()].filter((token) => nouns(token) > 0 && token.length >= SHORTEST_COMPOUND);
  const splits: (readonly [string, readonly string[]])[] = [];
  for (const token of whole.sort(compare)) {
    const parts = splitCompound(token, (part) => isWord(part) && part !== token);
    if (parts) splits.push([token, parts]);
  }
  for (const [token, parts] of splits) {
    const count = nouns(token);
    counts.delete(token);
    for (const part of parts) {
      const byClass = counts.get(part) ?? {};
      byClass.N = (byClass.N ?? 0) + count;
      counts.set(part, byClass);
    }
  }
}

/**
 * The cut of a compound into known words of two or more syllables, fewest parts first. One part may be unknown
 * (태화루 in 태화루예술단) when it has two or more syllables, and the last one may be a known single syllable (단).
 */
export function splitCompound(token: string, isWord: (part: string) => boolean): readonly string[] | undefined {
  if (token.length > LONGEST_COMPOUND) return undefined;
  interface Cut {
    readonly cost: number;
    readonly parts: readonly string[];
    readonly strangers: number;
  }
  const UNKNOWN = 3;
  const SUFFIX = 2;
  const cuts: (Cut | undefined)[] = [{ cost: 0, parts: [], strangers: 0 }];
  for (let end = 1; end <= token.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = cuts[start];
      if (!before) continue;
      const part = token.slice(start, end);
      if (part.length === token.length) continue;
      const known = isWord(part);
      const suffix = part.length === 1 && end === token.length && known;
      if (part.length === 1 && !suffix) continue;
      if (!known && before.strangers > 0) continue;
      const cost = before.cost + (known ? (suffix ? SUFFIX : 1) : UNKNOWN + part.length);
      const best = cuts[end];
      if (!best || cost < best.cost) {
        cuts[end] = { cost, parts: [...before.parts, part], strangers: before.strangers + (known ? 0 : 1) };
      }
    }
  }
  const cut = cuts[token.length];
  if (!cut || cut.parts.length < 2) return undefined;
  // An unknown part must leave at least as much that is known: 이데일리 stays whole.
  const strange = cut.parts.filter((part) => !isWord(part)).reduce((sum, part) => sum + part.length, 0);
  return strange * 2 <= token.length ? cut.parts : undefined;
}
