/**
 * Build side only: the words of the vocabulary → shelves (`shelves.ts`).
 */
import { slotsOf } from '../runtime/pairs.ts';
import { LANGUAGE_BITS, SLOTS_ON_SHELF, languageFileOf, writeSlots } from '../runtime/shelves.ts';
import { type Lexicon, type LexiconEntry, compare, writeKind } from '../text/lexicon.ts';
import type { Segmenter } from '../text/segment.ts';
import { type Synonyms, writeRow } from '../runtime/vocabulary.ts';

export interface FilledShelves {
  /** Which slots are taken, for the manifest. */
  readonly slots: string;
  /** Rows of every shelf. */
  readonly shelves: readonly (readonly string[])[];
  /** Rows of words too short to be shelved: everybody gets them. */
  readonly short: readonly string[];
}

/** Characters of the rows in one slot, where there is a choice. */
const FULL_SLOT = 200;

/** A row and the texts by whose pairs it may be shelved: all of them are in every query that the row is for. */
interface Item {
  readonly row: string;
  readonly texts: readonly string[];
}

/** `tokens` are those of the lexicon that are shelved; `segment` cuts by all of it. Stable: the same words give the same shelves. */
export function fillShelves(synonyms: Synonyms, tokens: Lexicon['entries'], segment: Segmenter): FilledShelves {
  const items: readonly Item[] = [
    ...[...synonyms].map(([word, found]) => ({ row: writeRow(word, found), texts: sureTexts(word, segment) })),
    ...[...tokens].map(([token, entry]) => ({ row: `${writeKind(entry)} ${token}`, texts: [token] })),
  ];
  // Twice as many slots as there are items: a pair of the query seldom falls on one by chance.
  const bits = Math.max(1, Math.ceil(Math.log2(items.length)) + 1);
  const choices = items
    .map(({ row, texts }) => ({ row, slots: [...new Set(texts.flatMap((text) => [...slotsOf(text, bits)]))] }))
    .sort((a, b) => a.slots.length - b.slots.length || compare(a.row, b.row));
  const taken = new Map<number, string[]>();
  const size = (slot: number): number => taken.get(slot)?.reduce((sum, row) => sum + row.length, 0) ?? 0;
  for (const { row, slots } of choices) {
    // Few slots: a query meets fewer of them by chance. Not too full: what it meets is mostly not for it.
    const open = slots.filter((slot) => taken.has(slot) && size(slot) + row.length <= FULL_SLOT).sort((a, b) => size(b) - size(a));
    const slot = open[0] ?? [...slots].sort((a, b) => size(a) - size(b))[0];
    if (slot !== undefined) taken.set(slot, [...(taken.get(slot) ?? []), row]);
  }
  const sorted = [...taken].sort(([a], [b]) => a - b);
  const shelves: string[][] = [];
  for (const [rank, [, rows]] of sorted.entries()) (shelves[Math.floor(rank / SLOTS_ON_SHELF)] ??= []).push(...rows);
  return {
    slots: writeSlots({ bits, taken: sorted.map(([slot]) => slot) }),
    shelves: shelves.map(joinTokens),
    short: choices.filter(({ slots }) => slots.length === 0).map(({ row }) => row),
  };
}

/** 고치다 is looked up for 고쳐 and 고친, 고르다 for 골라: so much of a verb is in all its forms. */
const VERB = /^(.*?)르?다$/;

/**
 * The parts of a word that a query for it surely holds in one piece: its morphemes, because the words of a query may stand apart (낡은 주택을
 * for 낡은주택).
 */
function sureTexts(word: string, segment: Segmenter): readonly string[] {
  const stem = /^[가-힣]+$/.test(word) ? (VERB.exec(word)?.[1] ?? word) : word;
  let left = stem.length;
  return (word.match(/[가-힣]+|[a-z]+|\d+/g) ?? []).flatMap((run) => {
    const pieces = /[가-힣]/.test(run) ? segment(run).map(({ text }) => text) : [run];
    return pieces.map((piece) => {
      const kept = piece.slice(0, Math.max(0, left));
      left -= piece.length;
      return kept;
    });
  });
}

/** Rows of every file of the language: tokens by the slot of their first pair of letters. */
export function fillLanguage(tokens: readonly (readonly [token: string, entry: LexiconEntry])[]): readonly (readonly string[])[] {
  const files = Array.from({ length: 2 ** LANGUAGE_BITS }, (): string[] => []);
  for (const [token, entry] of tokens) files[languageFileOf(token) ?? 0]?.push(`${writeKind(entry)} ${token}`);
  return files.map(joinTokens);
}

/** Tokens of one kind stand in one row. */
function joinTokens(rows: readonly string[]): readonly string[] {
  const kinds = new Map<string, string[]>();
  const words: string[] = [];
  for (const row of [...rows].sort(compare)) {
    if (!/^[A-Z]/.test(row)) {
      words.push(row);
      continue;
    }
    const [kind = '', token = ''] = row.split(' ');
    kinds.set(kind, [...(kinds.get(kind) ?? []), token]);
  }
  return [...[...kinds].map(([kind, tokens]) => [kind, ...tokens].join(' ')), ...words];
}
