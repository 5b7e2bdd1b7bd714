/** An ISO date at the precision of the source: `2015`, `2015-09` or `2015-09-25`. */
export type PartialDate = string;

export interface DateParts {
  year: number;
  month?: number;
  day?: number;
}

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Splits a partial date; `undefined` when it is misshapen or not on the calendar (2016-02-30). */
export function parsePartialDate(text: string): DateParts | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  if (match[2] === undefined) return { year };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) return { year, month };
  const day = Number(match[3]);
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return { year, month, day };
}

/** The last day of a month (1–12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `2015-09-25` → `2015년 9월 25일`, at the given precision. Text that is no date comes back as it is. */
export function formatPartialDate(text: PartialDate): string {
  const parts = parsePartialDate(text);
  if (!parts) return text;
  return [
    `${String(parts.year)}년`,
    parts.month === undefined ? '' : `${String(parts.month)}월`,
    parts.day === undefined ? '' : `${String(parts.day)}일`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** A span in words: `2017년 5월 ~ 6월`, `2015년 11월 ~` when open. Shared years and months are said once. */
export function formatSpan(start: PartialDate, end: PartialDate | undefined): string {
  if (end === undefined) return `${formatPartialDate(start)} ~`;
  const from = parsePartialDate(start);
  const to = parsePartialDate(end);
  if (!from || !to || from.year !== to.year) return `${formatPartialDate(start)} ~ ${formatPartialDate(end)}`;
  const sameMonth = from.month === to.month && to.day !== undefined && from.day !== undefined;
  const short = formatPartialDate(end)
    .split(' ')
    .slice(sameMonth ? 2 : 1)
    .join(' ');
  return short === '' ? formatPartialDate(start) : `${formatPartialDate(start)} ~ ${short}`;
}
