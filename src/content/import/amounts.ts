/**
 * Amounts of won in a casebook, with the unit as printed: what `korean/money.ts` finds, and amounts whose unit stands elsewhere: in brackets
 * behind them (25(억원)), before a colon ((천원) : 2,029,000/1,763,422), above a table ((단위: 천원)).
 */
import { toWon } from '../../korean/amounts.ts';
import { findMoney } from '../../korean/money.ts';
import { fold } from '../../korean/normalise.ts';
import { parseNumeral } from '../../korean/numerals.ts';

/** An amount as it stands in a text; offsets are UTF-16. */
export interface PrintedAmount {
  readonly start: number;
  readonly end: number;
  /** As printed: 70000 of 70,000천원. Of several parts (1억 9,611만 8천 원) the whole in `unit`, the smallest of them. */
  readonly value: number;
  readonly unit: string;
  readonly won: number;
}

const UNIT = '(?:천|만|십만|백만|천만|억|조)?\\s?원';
const NUMBER = String.raw`\d[\d,]*(?:\.\d+)?`;
/** (천원) : 2,029,000/1,763,422 */
const UNIT_BEFORE = new RegExp(
  String.raw`[([](?:단위\s?[:,]?\s?)?(${UNIT})[)\]]\s?[:=]?\s?(${NUMBER}(?:\s?[/→~]\s?${NUMBER})*)(?![\d,.]*\d|\s?[가-힣%(])`,
  'g',
);
/** 25(억원) */
const UNIT_BEHIND = new RegExp(String.raw`(?<![\d.,])(${NUMBER})\s?[([](${UNIT})[)\]]`, 'g');

const close = (unit: string): string => unit.replaceAll(/\s/g, '');

/** All amounts of won in order of appearance. */
export function findAmounts(text: string): readonly PrintedAmount[] {
  const folded = fold(text);
  const found: PrintedAmount[] = [];
  const add = (start: number, end: number, value: number, unit: string): void => {
    const won = toWon(value, unit);
    const taken = found.some((other) => start < other.end && end > other.start);
    if (won !== undefined && won > 0 && !taken) found.push({ start, end, value, unit: close(unit), won });
  };
  for (const { start, end, currency, value } of findMoney(folded)) {
    if (currency !== 'won') continue;
    const printed = readPrinted(folded.slice(start, end), value);
    add(start, end, printed.value, printed.unit);
  }
  for (const match of folded.matchAll(UNIT_BEFORE)) {
    const [, unit = '', list = ''] = match;
    const begin = match.index + match[0].length - list.length;
    for (const number of list.matchAll(new RegExp(NUMBER, 'g')))
      add(begin + number.index, begin + number.index + number[0].length, parseNumeral(number[0]) ?? NaN, unit);
  }
  for (const match of folded.matchAll(UNIT_BEHIND))
    add(match.index, match.index + match[0].length, parseNumeral(match[1] ?? '') ?? NaN, match[2] ?? '');
  return found.sort((a, b) => a.start - b.start);
}

/** 70,000천원 → 70000 천원; 22억 7600만원 → 227600 만원, in the smallest unit that the print names. */
function readPrinted(said: string, won: number): { value: number; unit: string } {
  const parts = [...said.matchAll(new RegExp(String.raw`(${NUMBER})\s?(천만|백만|십만|조|억|만|천|백|십)?`, 'g'))];
  const scale = parts.at(-1)?.[2] ?? '';
  const unit = `${scale}원`;
  const size = toWon(1, unit);
  return size === undefined || won % size !== 0 ? oneOrWon(parts, won) : { value: Math.round((won / size) * 1000) / 1000, unit };
}

/** A fraction of one unit (29.6억원) keeps it; anything else is said in won. */
function oneOrWon(parts: readonly RegExpMatchArray[], won: number): { value: number; unit: string } {
  const unit = `${parts[0]?.[2] ?? ''}원`;
  const value = parseNumeral(parts[0]?.[1] ?? '');
  return parts.length === 1 && value !== undefined && toWon(value, unit) === won ? { value, unit } : { value: won, unit: '원' };
}

/** The unit that stands above a table or list: (단위: 천원), [단위 : 개소, 명]. `undefined` when the text has none. */
export function findUnit(text: string): string | undefined {
  const [, unit] = /[([<]?[^([<]*단\s?위\s?[:;,]?\s?([^)\]>:]+?)\s?[)\]>]/.exec(fold(text)) ?? [];
  return unit?.trim().replaceAll(/\s*[,/·]\s*/g, ', ');
}
