/**
 * The vocabulary on shelves: words that stand on no page but that readers type, each with what it finds and how it is cut. There are
 * thousands of them, and a query holds two or three; so they lie in many small files, and a query fetches the few that may hold words of its own.
 *
 * Every word is shelved by one pair of letters in it (`pairs.ts`). The manifest says which slots of pairs are taken (`writeSlots`): a pair of the
 * query that falls on none needs no file. Taken slots are filed in their order, `SLOTS_ON_SHELF` of them a file.
 *
 * What is common in the language but on no page, and how rare it is there, lies in files of its own, by the first pair of letters of a word: a query
 * fetches one for each of its words.
 *
 * Text form of both: rows of words (`vocabulary.ts`), rows of tokens (`N02- 가난 가로등`: kind of the lexicon, then tokens), and the build at the end, so
 * that a file that is cut short or of another build is noticed.
 */
import { type Dictionary, type LexiconEntry, readKind } from '../text/lexicon.ts';
import { packHangul, unpackHangul } from './pack.ts';
import { slotsOf } from './pairs.ts';
import { type Synonym, type Synonyms, readRow } from './vocabulary.ts';

/** Fewer would save a long query 100 bytes a word, and make a thousand files more of the vocabulary. */
export const SLOTS_ON_SHELF = 2;

/** Words that are common in the language but stand on no page lie in `2 ** LANGUAGE_BITS` files of their own. */
export const LANGUAGE_BITS = 9;

/** Of a longer query the words at the end are not looked for (`query/parse.ts`). */
const MOST_WORDS = 16;

/** The file of the language that holds words beginning as this one does; undefined for a single letter. */
export function languageFileOf(word: string): number | undefined {
  const [slot] = slotsOf(word.slice(0, 2), LANGUAGE_BITS);
  return slot;
}

/** Which slots are taken. */
export interface Slots {
  /** There are `2 ** bits` slots. */
  readonly bits: number;
  /** Ascending. */
  readonly taken: readonly number[];
}

/** Free slots before a taken one, as a character from here on; JSON writes all of them as they are. */
const FIRST_GAP = 0x23;
const LONGEST_GAP = 56;
/** As many free slots as that, and more to come. */
const MORE = '~';
const RADIX = 36;

/** `bits` (base 36) and for every taken slot the number of free ones before it. */
export function writeSlots({ bits, taken }: Slots): string {
  let text = bits.toString(RADIX);
  let next = 0;
  for (const slot of taken) {
    const gap = slot - next;
    text += MORE.repeat(Math.floor(gap / LONGEST_GAP)) + String.fromCharCode(FIRST_GAP + (gap % LONGEST_GAP));
    next = slot + 1;
  }
  return text;
}

export function readSlots(text: string): Slots {
  const taken: number[] = [];
  let next = 0;
  for (const character of text.slice(1)) {
    if (character === MORE) {
      next += LONGEST_GAP;
      continue;
    }
    next += character.charCodeAt(0) - FIRST_GAP;
    taken.push(next++);
  }
  return { bits: Number.parseInt(text[0] ?? '', RADIX), taken };
}

/** Ends a shelf. */
const closing = (build: string): string => `\n${build}`;

export function writeShelf(rows: readonly string[], build: string): string {
  return packHangul(rows.join('\n') + closing(build));
}

/** A dictionary that cuts words otherwise when it has grown. */
export interface GrowingDictionary extends Dictionary {
  /** Number of tokens that have come so far. */
  readonly grown: number;
}

/** The words of the vocabulary that have been fetched so far. */
export interface Shelves {
  readonly synonyms: Synonyms;
  /** `base` and the tokens of the vocabulary that no page is cut into. */
  extend(base: Dictionary): GrowingDictionary;
  /** Rows as they lie on a shelf. */
  add(rows: readonly string[]): void;
  /** Fetches what may be in a text. Rejects as `read` does, and when a shelf is not whole or of another build. */
  load(text: string): Promise<void>;
}

export interface ShelvesOptions {
  readonly build: string;
  /** As `writeSlots` writes them. */
  readonly slots: string;
  /** Text of a shelf, by its number. */
  readonly read: (shelf: number) => Promise<string>;
  /** Text of a file of the language, by its number. */
  readonly readLanguage: (file: number) => Promise<string>;
}

export function openShelves({ build, slots, read, readLanguage }: ShelvesOptions): Shelves {
  const { bits, taken } = readSlots(slots);
  const shelfOf = new Map(taken.map((slot, rank) => [slot, Math.floor(rank / SLOTS_ON_SHELF)]));
  const synonyms = new Map<string, readonly Synonym[]>();
  const tokens = new Map<string, LexiconEntry>();
  let longest = 0;
  const add = (rows: readonly string[]): void => {
    for (const row of rows) {
      if (/^[A-Z]/.test(row)) {
        const [kind = '', ...words] = row.split(' ');
        for (const word of words) tokens.set(word, readKind(kind));
        longest = Math.max(longest, ...words.map(({ length }) => length));
      } else if (row !== '') synonyms.set(...readRow(row));
    }
  };
  const loading = new Map<string, Promise<void>>();
  const load = (name: string, file: number, from: (file: number) => Promise<string>): Promise<void> => {
    const key = `${name} ${file}`;
    const known = loading.get(key);
    if (known) return known;
    const added = from(file).then((packed) => {
      const text = unpackHangul(packed);
      if (!text.endsWith(closing(build))) throw new RangeError(`${key} is not whole or of another build`);
      add(text.slice(0, -closing(build).length).split('\n'));
    });
    loading.set(key, added);
    added.catch(() => loading.delete(key));
    return added;
  };
  return {
    synonyms,
    extend: (base) => ({
      entries: { get: (token) => base.entries.get(token) ?? tokens.get(token) },
      get longest() {
        return Math.max(base.longest, longest);
      },
      get grown() {
        return tokens.size;
      },
    }),
    add,
    async load(text) {
      const shelves = new Set([...slotsOf(text, bits)].flatMap((slot) => shelfOf.get(slot) ?? []));
      const words = (text.match(/[가-힣]{2,}/g) ?? []).slice(0, MOST_WORDS);
      const files = new Set(words.flatMap((word) => languageFileOf(word) ?? []));
      await Promise.all([
        ...[...shelves].map((shelf) => load('shelf', shelf, read)),
        ...[...files].map((file) => load('language', file, readLanguage)),
      ]);
    },
  };
}
