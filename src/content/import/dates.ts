/**
 * Dates and spans in a casebook: what `korean/dates.ts` finds, and what stands only in print: ends and further dates that borrow their year
 * (’17. 6. 2 ~ 6. 4, 2016.11.1.~30., 2017. 3월(7, 8, 15일)), years alone in a span (2015 ~ 2017), years without an apostrophe (15.9~12월).
 */
import { parsePartialDate, type PartialDate } from '../../korean/calendar.ts';
import { findDates } from '../../korean/dates.ts';
import { fold } from '../../korean/normalise.ts';

/** A date or span as it stands in a text; offsets are UTF-16. */
export interface DateSpan {
  readonly start: number;
  readonly end: number;
  readonly from: PartialDate;
  /** The last day, month or year of a span. */
  readonly to?: PartialDate;
  /** A span without an end: 2016. 9월 ~. */
  readonly open?: true;
  /** What ISO cannot say: 초, 중순, 말, 상반기. */
  readonly vague?: string;
}

interface Point {
  start: number;
  end: number;
  year: number;
  month?: number;
  day?: number;
}

/** What follows a number that counts something and is no day or month. */
const COUNTED = /^\s?(?:명|회|개|건|곳|팀|강|억|만|천|원|백만|호|차|배|점|부|권|가구|세대|시간|%|퍼센트|인(?![가-힣])|:\d)/;
const WEEKDAY = String.raw`(?:\s*[([][월화수목금토일](?:요일)?[)\]])?`;
const CLOCK = String.raw`(?:\s*\d{1,2}:\d{2}(?:\s*~\s*\d{1,2}:\d{2})?)?`;
const OWN_YEAR = String.raw`(?:'\s?(\d{2})|((?:19|20)\d{2}))`;

/** Spellings that `findDates` leaves alone, because in a query they are more often something else. */
const MORE: readonly RegExp[] = [
  // 2016 7월
  new RegExp(String.raw`(?<![\d.])${OWN_YEAR}\s(\d{1,2})월`, 'g'),
  // 15.9.25, 15.9월, 15.9~12월
  /(?<![\d.,'])(?:(\d{2})()\.\s?(\d{1,2})(?:\.\s?(\d{1,2})(?!\d)\.?|월|(?=\s?~\s?\d{1,2}월)))/g,
  // 2017.7, as a month only where something closes it
  new RegExp(String.raw`(?<![\d.])${OWN_YEAR}\s?[.]\s?(\d{1,2})(?=\s*[)~/,\]])`, 'g'),
  // 2015 ~, (2015), '16.~'17., 2017 상반기
  new RegExp(String.raw`(?<![\d.,~-])${OWN_YEAR}\.?(?=\s*[~)/\]]|\s?년?\s?[상하]반기)`, 'g'),
  new RegExp(String.raw`(?<=~\s?)${OWN_YEAR}(?:\.(?!\d)|년)?(?![\d,.]*\d|\s?[가-힣%])`, 'g'),
  // '15. 74건
  /(?<![\d.])'\s?(\d{2})()\.(?=\s?\d[\d,]*\s?(?:건|명|개|회|곳|억|백만))/g,
];

/** All dates and spans in order of appearance. Months and days without any year to borrow are left out. */
export function findDateSpans(text: string): readonly DateSpan[] {
  const folded = fold(text);
  const points = findPoints(folded);
  const spans: DateSpan[] = [];
  let at = 0;
  let year: number | undefined;
  for (let index = 0; index < points.length;) {
    const point = points[index];
    if (point === undefined || point.start < at) {
      index++;
      continue;
    }
    const span = readSpan(folded, point, points);
    spans.push(span.span);
    year = span.last.year;
    at = readMore(folded, span.last, span.span.end, points, spans);
    index = points.findIndex((next) => next.start >= at);
    if (index < 0) break;
  }
  return year === undefined ? [] : spans;
}

function findPoints(folded: string): Point[] {
  const points: Point[] = findDates(folded).flatMap((mention) => {
    const point = trim(mention, folded);
    return point === undefined ? [] : [point];
  });
  for (const pattern of MORE) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const taken = points.some((point) => match.index < point.end && end > point.start);
      const year = match[2] ? Number(match[2]) : fullYear(Number(match[1]));
      const [month, day] = [match[3], match[4]].map((part) => (part === undefined ? undefined : Number(part)));
      const point = { start: match.index, end, year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
      // 15.9.25 개소 is a date; only 15.9 개소 could be a count.
      const counts = day === undefined && COUNTED.test(folded.slice(end));
      if (!taken && isDate(point) && !counts) points.push(point);
    }
  }
  return points.sort((a, b) => a.start - b.start);
}

/** Gives back a day or month that counts what follows: 2017년 6월 10회, 2017. 5회. Dates without a year are left to the lists. */
function trim(mention: ReturnType<typeof findDates>[number], folded: string): Point | undefined {
  const { start, year, month, day } = mention;
  if (year === undefined) return undefined;
  const said = folded.slice(start, mention.end);
  // ‘40년 가방장인’ opens a quotation.
  if (said.startsWith("'") && Number.isNaN(fullYear(year % 100))) return undefined;
  const after = folded.slice(mention.end);
  const point: Point = { ...mention, year };
  if (!/\d$/.test(said)) return isDate(point) ? point : undefined;
  const spelt = /월\s?\d+$/.test(said);
  const counts = spelt ? /^\s?[가-힣%:]/.test(after) && !/^\s?(?:부터|까지|경)/.test(after) : COUNTED.test(after);
  if (!counts) return isDate(point) ? point : undefined;
  const shorter = said.replace(/\s?\d+$/, '');
  const end = start + shorter.trimEnd().length;
  if (day !== undefined && month !== undefined) return { start, end, year, month };
  return /년\s?$/.test(shorter) ? { start, end, year } : undefined;
}

/** A point, the end of its span where one follows, and the vague words behind. */
function readSpan(folded: string, point: Point, points: readonly Point[]): { span: DateSpan; last: Point } {
  const vague = readVague(folded, point.end);
  const begin = point.end + vague.length;
  const tilde =
    new RegExp(`^${WEEKDAY}${CLOCK}\\s*(?:부터\\s?)?~(?!\\s*\\d{1,2}:)\\s*`).exec(folded.slice(begin)) ??
    /^\s?부터\s*/.exec(folded.slice(begin));
  const from = iso(point);
  const words = vague.trim() === '' ? {} : { vague: vague.trim() };
  if (tilde === null) return { span: { start: point.start, end: begin, from, ...words }, last: point };
  const rest = begin + tilde[0].length;
  const target = points.find((other) => other.start === rest) ?? readEnd(folded, rest, point);
  if (target !== undefined && iso(target) >= from.slice(0, iso(target).length)) {
    const late = readVague(folded, target.end);
    const end = target.end + late.length;
    const both = [words.vague, late.trim()].filter((word) => word !== undefined && word !== '').join(' ~ ');
    return { span: { start: point.start, end, from, to: iso(target), ...(both === '' ? {} : { vague: both }) }, last: target };
  }
  return { span: { start: point.start, end: begin + tilde[0].trimEnd().length, from, open: true, ...words }, last: point };
}

const readVague = (folded: string, at: number): string =>
  /^\s?(?:초순?|중순|말|중(?=[ )\n]|$)|[상하]반기|[1-4]\/4\s?분기|[1-4]분기)(?![가-힣])/.exec(folded.slice(at))?.[0] ?? '';

/** The end of a span without its own year: 6. 4, 11월, 25일, 30. */
function readEnd(folded: string, at: number, from: Point): Point | undefined {
  const rest = folded.slice(at);
  const read = (pattern: RegExp, fields: (a: number, b: number) => Pick<Point, 'month' | 'day'>): Point | undefined => {
    const match = pattern.exec(rest);
    if (!match) return undefined;
    const end = at + match[0].length;
    const point = { start: at, end, year: from.year, ...fields(Number(match[1]), Number(match[2])) };
    return isDate(point) && !COUNTED.test(folded.slice(end)) ? point : undefined;
  };
  const monthDay = read(/^(\d{1,2})\s?[.월/]\s?(\d{1,2})(?![\d:,])(?:\s?일|\.(?!\d))?/, (month, day) => ({ month, day }));
  if (monthDay !== undefined && from.day !== undefined) return monthDay;
  const month = read(/^(\d{1,2})\s?월/, (value) => ({ month: value }));
  if (month !== undefined && from.month !== undefined) return month;
  if (from.month !== undefined && from.day !== undefined) {
    const { month: own } = from;
    return read(/^(\d{1,2})(?![\d:,]|\.\d)(?:\s?일|\.)?/, (day) => ({ month: own, day }));
  }
  return from.month === undefined ? undefined : read(/^(\d{1,2})(?![\d:,]|\.\s?\d)\.?/, (value) => ({ month: value }));
}

/** A list of days or months behind their month or year: 3월(7, 8, 15일), '16년 4, 7, 11월. */
const OPENING_LIST = /^\s?\((?=\d{1,2}(?:\s?[,·]\s?\d{1,2})*\s?[일월])|^\s(?=\d{1,2}(?:\s?[,·]\s?\d{1,2})+\s?월)/;

/** Further dates of a list that borrow the year, or year and month, of the one before. Returns where the list ends. */
function readMore(folded: string, last: Point, start: number, points: readonly Point[], spans: DateSpan[]): number {
  let at = start;
  let before = last;
  for (;;) {
    const rest = folded.slice(at);
    const separator = new RegExp(`^${WEEKDAY}${CLOCK}\\s*[,/·]\\s*`).exec(rest)?.[0];
    const gap = separator ?? (before.day === undefined ? OPENING_LIST.exec(rest)?.[0] : undefined);
    if (gap === undefined) return at;
    const begin = at + gap.length;
    if (points.some((point) => point.start === begin)) return begin;
    const next = readListed(folded, begin, before);
    if (next === undefined) return at;
    const { span, last: end } = readSpan(folded, next, points);
    // The year or month before a list of its days is no date of its own.
    if (separator === undefined) spans.pop();
    spans.push(span);
    at = span.end;
    before = end;
  }
}

function readListed(folded: string, at: number, before: Point): Point | undefined {
  const rest = folded.slice(at);
  const make = (match: RegExpExecArray, fields: Pick<Point, 'month' | 'day'>): Point | undefined => {
    const point = { start: at, end: at + match[0].length, year: before.year, ...fields };
    return isDate(point) && !COUNTED.test(folded.slice(point.end)) ? point : undefined;
  };
  const monthDay = /^(\d{1,2})\s?[.월]\s?(\d{1,2})(?![\d:])(?:\s?일|\.(?!\d))?/.exec(rest);
  if (monthDay && before.month !== undefined) return make(monthDay, { month: Number(monthDay[1]), day: Number(monthDay[2]) });
  // A list of days or months says its unit once, at its end: (7, 8, 15일), 4, 7, 11월.
  const unit = /^\d{1,2}(?:\s?[,·]\s?\d{1,2})*\s?(일|월)/.exec(rest)?.[1];
  const one = /^(\d{1,2})(?:\s?[일월])?/.exec(rest);
  if (unit === undefined || !one) return undefined;
  if (unit === '일' && before.month !== undefined) return make(one, { month: before.month, day: Number(one[1]) });
  return unit === '월' && before.day === undefined ? make(one, { month: Number(one[1]) }) : undefined;
}

const pad = (part: number): string => String(part).padStart(2, '0');

function iso({ year, month, day }: Pick<Point, 'year' | 'month' | 'day'>): PartialDate {
  return [String(year), ...(month === undefined ? [] : [pad(month)]), ...(month === undefined || day === undefined ? [] : [pad(day)])].join(
    '-',
  );
}

const isDate = (point: Pick<Point, 'year' | 'month' | 'day'>): boolean => parsePartialDate(iso(point)) !== undefined;
/** ’30 is 2030, ’97 is 1997; NaN between, where nobody prints two digits. */
const fullYear = (short: number): number => (short <= 35 ? 2000 + short : short >= 80 ? 1900 + short : NaN);
