/**
 * Dates in every usual Korean spelling: 2015-09-25, 2015. 9. 25., ‘15. 9.25., 2015년 9월 25일, 2015년 9월, '15.9월, 15년 9월, 2015/9, 9월 25일.
 * The text is expected to be folded (`normalise.ts`): one kind of apostrophe, dash and space.
 */

/** A date found in a text, at the precision of the text; offsets are UTF-16. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;
/**
 * Two-digit years up to this one are of this century: '17 is 2017, '97 is 1997. Plans of towns reach to 2050, and what they say of the years before 1951
 * they write out.
 */
const PIVOT = 50;

/** '17 → 2017. */
export function toFullYear(twoDigits: number): number {
  return twoDigits <= PIVOT ? 2000 + twoDigits : 1900 + twoDigits;
}

const YEAR_MONTH_DAY =
  /(?<![\d.])(?:'\s?(\d{2})|((?:19|20)\d{2}))\s?(?:[.\-/]|년)\s?(\d{1,2})\s?(?:[.\-/]|월)\s?(\d{1,2})(?![\d])(?!\s?월)\s?(?:일|\.(?!\d))?/g;
const YEAR_MONTH =
  /(?<![\d.])(?:'\s?(\d{2})|((?:19|20)\d{2}))\s?(?:(?:[.\-]|년)\s?(\d{1,2})\s?월|[.\-]\s?(\d{1,2})(?![\d%])\.?(?!\d)|년\s?(\d{1,2})월)/g;
/** 15년 9월, 2015 9월, 2015/9: no year without its month or its century, but together they are a date. */
const LOOSE_YEAR_MONTH =
  /(?<![\d.])(?:(\d{2})년\s?|((?:19|20)\d{2})\s)(\d{1,2})월(?!\s?\d{1,2}일)|(?<![\d./])((?:19|20)\d{2})\/(\d{1,2})(?![\d/])/g;
const YEAR = /(?<![\d.])(?:'\s?(\d{2})\s?(?:년|\.(?!\s?\d))|((?:19|20)\d{2})\s?(?:년|학년도))/g;
const MONTH_DAY = /(?<![\d.])(\d{1,2})월\s?(\d{1,2})일/g;

/** All dates in order of appearance; a piece of text belongs to one date only, the most precise reading first. */
export function findDates(text: string): readonly DateMention[] {
  const found: DateMention[] = [];
  const taken: { start: number; end: number }[] = [];
  const take = (match: RegExpMatchArray, date: Omit<DateMention, 'start' | 'end'>): void => {
    const start = match.index ?? 0;
    const end = start + match[0].trimEnd().length;
    if (taken.some((span) => start < span.end && end > span.start)) return;
    taken.push({ start, end });
    found.push({ start, end, ...date });
  };
  for (const match of text.matchAll(YEAR_MONTH_DAY)) {
    const year = toYear(match[1], match[2]);
    const month = Number(match[3]);
    const day = Number(match[4]);
    if (year !== undefined && isMonth(month) && isDay(day) && !countsThings(match, text)) take(match, { year, month, day });
  }
  for (const match of text.matchAll(YEAR_MONTH)) {
    const year = toYear(match[1], match[2]);
    const month = Number(match[3] ?? match[4] ?? match[5]);
    if (year !== undefined && isMonth(month)) take(match, { year, month });
  }
  for (const match of text.matchAll(LOOSE_YEAR_MONTH)) {
    const year = toYear(match[1], match[2] ?? match[4]);
    const month = Number(match[3] ?? match[5]);
    if (year !== undefined && isMonth(month)) take(match, { year, month });
  }
  for (const match of text.matchAll(YEAR)) {
    const year = toYear(match[1], match[2]);
    if (year !== undefined) take(match, { year });
  }
  for (const match of text.matchAll(MONTH_DAY)) {
    const month = Number(match[1]);
    const day = Number(match[2]);
    if (isMonth(month) && isDay(day)) take(match, { month, day });
  }
  return found.sort((a, b) => a.start - b.start);
}

function toYear(short: string | undefined, long: string | undefined): number | undefined {
  if (long !== undefined) {
    const year = Number(long);
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : undefined;
  }
  if (short === undefined) return undefined;
  return toFullYear(Number(short));
}

/** 2014년 12월 13개소: what follows the month is no day but a number of things. */
function countsThings(match: RegExpExecArray, text: string): boolean {
  return /월\s?\d+$/.test(match[0]) && /[가-힣%]/.test(text[match.index + match[0].length] ?? '');
}

const isMonth = (month: number): boolean => month >= 1 && month <= 12;
const isDay = (day: number): boolean => day >= 1 && day <= 31;
