/** Dates, amounts and numbers that a text states, compared by value and not by spelling: 70,000천원 = 7,000만 원, ‘15.9.25. = 2015-09-25. */
import { writeCounts } from '../../korean/counts.ts';
import { fold } from '../../korean/normalise.ts';
import { findAmounts } from '../import/amounts.ts';
import { findCounts } from '../import/counts.ts';
import { findDateSpans } from '../import/dates.ts';

/** Each value with the UTF-16 offset of its first place in the text. */
export interface Values {
  /** ISO at the precision of the text. */
  readonly dates: ReadonlyMap<string, number>;
  /** `--09-25` and `--09` of months and days without a year. */
  readonly yearless: ReadonlySet<string>;
  /** Won. */
  readonly money: ReadonlyMap<number, number>;
  /** Numbers with a counter or above 31, outside dates and amounts: those worth asking for. */
  readonly counted: ReadonlyMap<number, number>;
  /** Every number of the text, in every reading of it. */
  readonly numbers: ReadonlySet<number>;
}

/** Below, a bare number is a list's, or a day of a month. */
const HIGHEST_BARE = 31;
const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
const toNumber = (digits: string): number => Number(digits.replaceAll(',', ''));

export function readValues(text: string): Values {
  const spans = findDateSpans(text);
  const amounts = findAmounts(text);
  const dates = new Map<string, number>();
  for (const { start, from, to } of spans)
    for (const date of to === undefined ? [from] : [from, to]) if (!dates.has(date)) dates.set(date, start);
  const money = new Map<number, number>();
  for (const { won, start } of amounts) if (!money.has(won)) money.set(won, start);

  const counts = findCounts(text, [...spans, ...amounts]);
  const counted = new Map<number, number>();
  const count = (value: number | undefined, start: number): void => {
    if (value !== undefined && !counted.has(value)) counted.set(value, start);
  };
  for (const { start, value, min, max } of counts) for (const number of [value, min, max]) count(number, start);
  const taken = [...spans, ...amounts, ...counts];
  for (const match of text.matchAll(NUMBER)) {
    const value = toNumber(match[0]);
    const end = match.index + match[0].length;
    if (value > HIGHEST_BARE && !taken.some((span) => match.index < span.end && end > span.start)) count(value, match.index);
  }
  return { dates, yearless: readYearless(text), money, counted, numbers: readNumbers(text, counts) };
}

function readYearless(text: string): Set<string> {
  const found = new Set<string>();
  const pad = (part: string): string => part.padStart(2, '0');
  for (const [, month = '', day] of fold(text).matchAll(/(?<!\d)(\d{1,2})\s?월(?:\s?(\d{1,2})\s?일)?/g)) {
    found.add(`--${pad(month)}`);
    if (day !== undefined) found.add(`--${pad(month)}-${pad(day)}`);
  }
  for (const [, month = '', day = ''] of fold(text).matchAll(/(?<![\d])(\d{1,2})\.\s?(\d{1,2})(?!\d)/g))
    found.add(`--${pad(month)}-${pad(day)}`);
  return found;
}

/** Words count as well (두 곳), and so do the parts of a number that is printed with units (2만2000명). */
function readNumbers(text: string, counts: ReturnType<typeof findCounts>): Set<number> {
  const numbers = new Set<number>();
  for (const [digits] of text.matchAll(NUMBER)) numbers.add(toNumber(digits));
  for (const [digits] of writeCounts(fold(text)).matchAll(NUMBER)) numbers.add(toNumber(digits));
  for (const { value, min, max } of counts) for (const number of [value, min, max]) if (number !== undefined) numbers.add(number);
  for (const [, digits = '', unit = ''] of text.matchAll(/(\d[\d,]*(?:\.\d+)?)\s?(천|만|억)/g))
    numbers.add(Math.round(toNumber(digits) * { 천: 1e3, 만: 1e4, 억: 1e8 }[unit as '천']));
  Array.from('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮').forEach((sign, index) => {
    if (text.includes(sign)) numbers.add(index + 1);
  });
  return numbers;
}

/** True when a date or a more exact one is among `dates`. */
export const isCovered = (date: string, dates: Iterable<string>): boolean => {
  for (const other of dates) if (other === date || other.startsWith(`${date}-`)) return true;
  return false;
};
