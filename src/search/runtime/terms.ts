/**
 * How a term is written in the index. One place, used by the build side and by the adapter.
 *
 * Hangul is written in the letters of the two-set keyboard (협동 → `guqehd`): one byte a jamo instead of three, and a prefix by jamo stays a
 * prefix. Pagefind keeps an accented or composed word twice and lower-cases everything, so doubled consonants are digits.
 *
 * The closing mark tells a whole term from the beginning of a longer one, also to Pagefind's own client, which only matches beginnings: `guqehd0`
 * begins no other word of Hangul.
 */
import { hangulToLatin } from '../../korean/keyboard.ts';

const CLOSING_MARK = '0';
/** Before a number stands this and its length as a letter, so that the index has numbers in their order and those of a range lie together. */
const NUMBER_MARK = '8';
const FIRST_LENGTH = 0x60;
const LAST_LENGTH = 26;
/** Tells words that were Latin from Hangul in Latin letters. */
const LATIN_MARK = '9';
const DIGIT_OF: ReadonlyMap<string, string> = new Map(Array.from('QWERTOP').map((letter, index) => [letter, String(index + 1)]));

/** Between terms: an exact word boundary for Pagefind in a Japanese page. */
export const BOUNDARY = '\u200b';

/** A gap in the text (`GAP` in tokenise.ts): takes a position, matches nothing. */
export const GAP_MARK = '.';

export function writeTerm(term: string): string {
  return term === '' ? GAP_MARK : writeBody(term) + CLOSING_MARK;
}

function writeBody(term: string): string {
  if (/^[가-힣ㄱ-ㅣ]/.test(term)) {
    return hangulToLatin(term).replace(/[QWERTOP]/g, (letter) => DIGIT_OF.get(letter) ?? letter);
  }
  const [, prefix = '', whole, fraction = ''] = /^(|[wu]|q[a-z])(\d+)(p\d+)?$/.exec(term) ?? [];
  if (whole !== undefined) return LATIN_MARK + prefix + NUMBER_MARK + lengthLetter(whole) + whole + fraction;
  return LATIN_MARK + term.replace(/[^a-z0-9]/g, (character) => `x${character.codePointAt(0)?.toString(16) ?? ''}x`);
}

function lengthLetter(digits: string): string {
  return String.fromCharCode(FIRST_LENGTH + Math.min(LAST_LENGTH, digits.length));
}

/** Between these lie the written numbers with that prefix from the one to the other. */
export function numberBounds(prefix: string, from: number, to: number): readonly [first: string, last: string] {
  const bound = (value: number): string => writeTerm(prefix + String(Math.round(Math.min(Number.MAX_SAFE_INTEGER, value))));
  return [bound(Math.floor(from)), bound(Math.ceil(to))];
}

/** The number that a term was written for, or undefined when it was none with that prefix. */
export function readNumber(written: string, prefix: string): number | undefined {
  const [, found, whole, fraction = '0'] = /^9([a-z]*)8[a-z](\d+?)(?:p(\d+?))?0$/.exec(written) ?? [];
  return whole === undefined || found !== prefix ? undefined : Number(`${whole}.${fraction}`);
}
