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

const SPAN_END = /~\s*(?:(\d{4})년\s*)?(?:(\d{1,2})월\s*)?(?:(\d{1,2})일)?\s*(?:\([월화수목금토일]\))?\s*(?:,.*)?$/;

/**
 * The end of a span as printed, with the year and month that its start lends it: `2016년 4월 2일 ~ 12월 31일` → `2016-12-31`,
 * `2017년 1월 16일 ~ 25일` → `2017-01-25`. `undefined` when the text has no such end (`2016년 9월 ~ 현재`, `~ 6월 초`), or one before the start.
 * @param start where the span begins, as ISO
 */
export function spanEnd(text: string, start: PartialDate): PartialDate | undefined {
  const from = parsePartialDate(start);
  const match = SPAN_END.exec(text);
  if (!from || !match) return undefined;
  const [, year, month, day] = match;
  if ((year ?? month ?? day) === undefined) return undefined;
  const ownMonth = month ?? (year === undefined ? from.month : undefined);
  if (day !== undefined && ownMonth === undefined) return undefined;
  const end = [
    year ?? String(from.year),
    ...(ownMonth === undefined ? [] : [pad(Number(ownMonth))]),
    ...(day === undefined ? [] : [pad(Number(day))]),
  ].join('-');
  return parsePartialDate(end) && end >= start.slice(0, end.length) ? end : undefined;
}
