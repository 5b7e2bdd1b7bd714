/**
 * Text → tokens → index terms. Pages and queries go through the same function.
 *
 * A *term* is what the index stores. Hangul and Latin words are their own terms; numbers are their digits;
 * amounts, dates and hanja have canonical terms of their own, so that different spellings meet:
 *
 * | text | terms |
 * |---|---|
 * | 협동조합을 | `협동` `조합` (the particle is a token without a term) |
 * | 70,000천원 | `70000` `천원` `w70000000` |
 * | 3억원 | `300000000` `w300000000` |
 * | ‘15. 9.25. | `15` `9` `25` `d20150925` `m201509` `y2015` `e0925` |
 * | 19.7% | `19p7` |
 * | 展 | `전` `h展` |
 * | 182.19㎢ | `182p19` `qa182190000` |
 * | 노·사·민·정 | as 노사민정 |
 */
import { type DateMention, findDates } from '../../korean/dates.ts';
import { type Dimension, findMeasures } from '../../korean/measures.ts';
import { findMoney } from '../../korean/money.ts';
import { HANJA, type HanjaReadings, fold, readHanja } from '../../korean/normalise.ts';
import { NUMERAL, parseNumeral } from '../../korean/numerals.ts';
import type { PieceClass, Segmenter } from './segment.ts';

export type TokenKind = PieceClass | 'number' | 'latin' | 'canonical' | 'mark';

export interface Token {
  /** UTF-16 offsets in the text that was given. */
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** The index term, or undefined for what is never indexed: particles, endings, punctuation. */
  readonly term: string | undefined;
}

export interface Tokeniser {
  readonly segment: Segmenter;
  readonly readings: HanjaReadings;
}

const WORD = /[가-힣](?:·[가-힣])*·[가-힣]+|[가-힣]+|[a-z]+|\d[\d,]*(?:\.\d+)?|[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|[^\s]/g;
const NUMERALS = new RegExp(`(?<![\\d.,])${NUMERAL.source}`, 'g');

export function tokenise(text: string, tokeniser: Tokeniser): readonly Token[] {
  const folded = fold(text);
  const readable = readHanja(folded, tokeniser.readings);
  const tokens: Token[] = [];
  for (const match of readable.matchAll(WORD)) {
    const word = match[0];
    const start = match.index;
    const first = word[0] ?? '';
    if (/[가-힣]/.test(first)) {
      let at = start;
      for (const run of dottedRuns(word, tokeniser.segment)) {
        for (const { text: piece, class: kind } of tokeniser.segment(run.replaceAll('·', ''))) {
          while (readable[at] === '·') at++;
          const end = endOf(piece.length, at, readable);
          tokens.push({ start: at, end, kind, term: hasTerm(kind) ? piece : undefined });
          at = end;
        }
      }
    } else if (/[a-z]/.test(first)) {
      tokens.push({ start, end: start + word.length, kind: 'latin', term: word });
    } else if (/\d/.test(first)) {
      tokens.push({ start, end: start + word.length, kind: 'number', term: digits(word) });
    } else if (/\p{L}/u.test(first)) {
      tokens.push({ start, end: start + word.length, kind: 'latin', term: word });
    } else {
      tokens.push({ start, end: start + word.length, kind: 'mark', term: undefined });
    }
  }
  const dates = findDates(folded);
  const plain = tokens.filter((token) => !(isDatePart(token) && dates.some((date) => covers(date, token))));
  return withCanonical(plain, canonical(folded, dates));
}

/**
 * 노·사·민·정 is one word, 시·구의원 is two: syllables with dots between them belong together unless the last part begins with a
 * word of its own.
 */
function dottedRuns(word: string, segment: Segmenter): readonly string[] {
  if (!word.includes('·')) return [word];
  const parts = word.split('·');
  return segment(parts.at(-1) ?? '')[0]?.text.length === 1 ? [word] : parts;
}

/** Where a piece of so many syllables ends that begins at `start`, dots inside it not counted. */
function endOf(syllables: number, start: number, text: string): number {
  let end = start;
  for (let left = syllables; left > 0; end++) if (text[end] !== '·') left--;
  return end;
}

/** A term and the place in the text that it stands for. */
export interface PlacedTerm {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** A gap keeps a phrase from running over the end of a sentence or a table cell. It takes one index position. */
export const GAP = '';

/**
 * Terms and gaps in order; the index position of a term is its place in this list. There is never a gap at
 * either end, nor two in a row.
 */
export function placeTerms(text: string, tokeniser: Tokeniser): readonly PlacedTerm[] {
  return placeTokens(text, tokenise(text, tokeniser));
}

/** The same of a text whose tokens are known. */
export function placeTokens(text: string, tokens: readonly Token[]): readonly PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  let gap = false;
  for (const { term, start, end, kind } of tokens) {
    if (term === undefined) {
      if (kind === 'mark' && ENDS_PHRASE.test(text[start] ?? '')) gap = placed.length > 0;
      continue;
    }
    if (gap) placed.push({ term: GAP, start, end: start });
    gap = false;
    placed.push({ term, start, end });
  }
  return placed;
}

const ENDS_PHRASE = /[.!?;|/▷→⇒]/;

function isDatePart({ kind, start, end }: Token): boolean {
  return kind === 'number' || (end - start === 1 && kind !== 'mark');
}

function covers(date: DateMention, token: Token): boolean {
  return token.start >= date.start && token.end <= date.end;
}

function hasTerm(name: PieceClass): boolean {
  return name !== 'J' && name !== 'E' && name !== 'F';
}

/** 70,000 → 70000; 19.7 → 19p7 (the index drops points). */
function digits(word: string): string {
  const plain = word.replaceAll(',', '');
  const [whole = '', fraction] = plain.split('.');
  const trimmed = whole.replace(/^0+(?=\d)/, '');
  return fraction === undefined ? trimmed : `${trimmed}p${fraction}`;
}

export function numberTerm(value: number): string {
  return digits(String(value));
}

/** All terms a date is found by, the most precise first. */
export function dateTerms({ year, month, day }: Omit<DateMention, 'start' | 'end'>): readonly string[] {
  const terms: string[] = [];
  const two = (value: number): string => String(value).padStart(2, '0');
  if (year !== undefined && month !== undefined && day !== undefined) {
    terms.push(`d${year}${two(month)}${two(day)}`);
  }
  if (year !== undefined && month !== undefined) terms.push(`m${year}${two(month)}`);
  if (year !== undefined) terms.push(`y${year}`);
  if (month !== undefined && day !== undefined) terms.push(`e${two(month)}${two(day)}`);
  return terms;
}

const DIMENSION_LETTERS: Readonly<Record<Dimension, string>> = { area: 'a', length: 'l', mass: 'k', ratio: 'p' };

export function measureTerm(dimension: Dimension, value: number): string {
  return `q${DIMENSION_LETTERS[dimension]}${numberTerm(value)}`;
}

export function moneyTerm(currency: 'won' | 'dollar', value: number): string {
  return `${currency === 'won' ? 'w' : 'u'}${numberTerm(value)}`;
}

function canonical(folded: string, dates: readonly DateMention[]): readonly Token[] {
  const tokens: Token[] = [];
  const put = (start: number, end: number, term: string): void => {
    tokens.push({ start, end, kind: 'canonical', term });
  };
  for (const amount of findMoney(folded)) put(amount.start, amount.end, moneyTerm(amount.currency, amount.value));
  for (const { start, end, dimension, value } of findMeasures(folded)) put(start, end, measureTerm(dimension, value));
  for (const match of folded.matchAll(NUMERALS)) {
    // 제23조 is an article, not 23 trillion.
    if (/제\s?$/.test(folded.slice(0, match.index))) continue;
    const value = parseNumeral(match[0]);
    if (value !== undefined && /[만억조천백]/.test(match[0])) {
      put(match.index, match.index + match[0].length, numberTerm(value));
    }
  }
  for (const date of dates) for (const term of dateTerms(date)) put(date.start, date.end, term);
  if (HANJA.test(folded)) {
    for (const match of folded.matchAll(/[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+/g)) {
      put(match.index, match.index + match[0].length, `h${match[0]}`);
    }
  }
  return tokens;
}

/** Canonical tokens come after the last token that they cover. */
function withCanonical(tokens: readonly Token[], extra: readonly Token[]): readonly Token[] {
  if (extra.length === 0) return tokens;
  return [...tokens, ...extra]
    .map((token, index) => ({ token, index }))
    .sort((a, b) => order(a.token) - order(b.token) || a.index - b.index)
    .map(({ token }) => token);
}

/** Plain tokens by their start; canonical ones just before whatever starts at or after their end. */
function order(token: Token): number {
  return token.kind === 'canonical' ? token.end - 0.5 : token.start;
}
