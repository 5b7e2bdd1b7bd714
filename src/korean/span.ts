/** First and last calendar day of a date that may say no more than its year or month. */
import { daysInMonth, parsePartialDate, type PartialDate } from './calendar.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** `2015` → `2015-01-01`, `2015-09` → `2015-09-01`. `undefined` when it is no date. */
export function firstDay(date: PartialDate): string | undefined {
  const parts = parsePartialDate(date);
  return parts && `${String(parts.year)}-${pad(parts.month ?? 1)}-${pad(parts.day ?? 1)}`;
}

/** `2015` → `2015-12-31`, `2016-02` → `2016-02-29`. `undefined` when it is no date. */
export function lastDay(date: PartialDate): string | undefined {
  const parts = parsePartialDate(date);
  if (!parts) return undefined;
  const month = parts.month ?? 12;
  return `${String(parts.year)}-${pad(month)}-${pad(parts.day ?? daysInMonth(parts.year, month))}`;
}
