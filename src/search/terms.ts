/**
 * How a term is written in the index. One place, used by the build side and by the adapter.
 *
 * Hangul is written in the letters of the two-set keyboard (협동 → `guqehd`): one byte a jamo instead of three, and a prefix by jamo stays a
 * prefix. Pagefind keeps an accented or composed word twice and lower-cases everything, so doubled consonants are digits.
 *
 * The closing mark tells a whole term from the beginning of a longer one, also to Pagefind's own client, which only matches beginnings: `guqehd0`
 * begins no other word of Hangul. Numbers do begin one another (2 and 20), so a term is looked up as the word it is (`pagefind-index.ts`).
 */
import { hangulToLatin } from '../korean/keyboard.ts';

const CLOSING_MARK = '0';
/** Tells words that were Latin from Hangul in Latin letters. */
const LATIN_MARK = '9';
const DIGIT_OF: ReadonlyMap<string, string> = new Map(Array.from('QWERTOP').map((letter, index) => [letter, String(index + 1)]));

/** Between terms: an exact word boundary for Pagefind in a Japanese page. */
export const BOUNDARY = '\u200b';

/** A gap in the text (`GAP` in tokenise.ts): takes a position, matches nothing. */
export const GAP_MARK = '.';

export function writeTerm(term: string): string {
  return term === '' ? GAP_MARK : writePrefix(term) + CLOSING_MARK;
}

/** The beginning of a term, as every term that begins with it is written. */
export function writePrefix(term: string): string {
  if (/^[가-힣ㄱ-ㅣ]/.test(term)) {
    return hangulToLatin(term).replace(/[QWERTOP]/g, (letter) => DIGIT_OF.get(letter) ?? letter);
  }
  return LATIN_MARK + term.replace(/[^a-z0-9]/g, (character) => `x${character.codePointAt(0)?.toString(16) ?? ''}x`);
}
