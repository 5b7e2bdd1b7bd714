/**
 * Where happenings lie on a scale of time. Days in, shares of the width (0–100) out; nothing is drawn here.
 * A date that says no more than its year or month is a pale band as long as that year or month: it happened on some day of it.
 */

/** A happening as days since 1970-01-01. */
export interface TimeSpan {
  /** First day on which it may have begun. */
  from: number;
  /** Last day; `undefined` when its end is open. */
  to: number | undefined;
  planned: boolean;
  /** Begun and ended on some day between `from` and `to`, and no more is known. */
  vague?: boolean;
}

/** Whole years that a scale shows; what is earlier lies in a gutter before the first one. */
export interface TimeScale {
  firstYear: number;
  lastYear: number;
  /** Width of the gutter, 0 when nothing is earlier. */
  gutter: number;
}

/** How a happening is drawn: an upright for a day, a bar for what lasted, a band for a day that is not known, the beginning of an open end, a mark in the gutter. */
export interface TimeMark {
  kind: 'day' | 'span' | 'vague' | 'open' | 'earlier';
  planned: boolean;
  /** Both 0–100, rounded to hundredths so that drawings are the same on every machine. */
  x: number;
  width: number;
}

const DAY = 86_400_000;
/** Years that hold fewer than this share of the happenings, counted from the first, go into the gutter. */
const EARLY_SHARE = 0.04;
/** A scale of fewer years than this is never cut. */
const SHORT_SCALE = 8;
const GUTTER = 8;

/** `2015-09-25` → days since 1970-01-01. The date must be whole. */
export function toDay(isoDay: string): number {
  return Math.round(Date.parse(`${isoDay}T00:00:00Z`) / DAY);
}

const yearOf = (day: number): number => new Date(day * DAY).getUTCFullYear();
const startOf = (year: number): number => Math.round(Date.UTC(year, 0, 1) / DAY);
const round = (share: number): number => Math.round(share * 100) / 100;

/** The years from the first happening to the last; a few early ones far from the rest are left to the gutter. `undefined` without happenings. */
export function chooseScale(spans: readonly TimeSpan[]): TimeScale | undefined {
  if (spans.length === 0) return undefined;
  const years = spans.map(({ from }) => yearOf(from)).sort((a, b) => a - b);
  const lastYear = Math.max(...spans.map(({ from, to }) => yearOf(to ?? from)));
  let firstYear = years[0] ?? lastYear;
  if (lastYear - firstYear + 1 > SHORT_SCALE) {
    const late = years.find((_, index) => index >= Math.floor(years.length * EARLY_SHARE)) ?? firstYear;
    firstYear = Math.min(late, lastYear);
  }
  return { firstYear, lastYear, gutter: (years[0] ?? firstYear) < firstYear ? GUTTER : 0 };
}

/** Where a day lies on the scale. */
function positionOf(day: number, { firstYear, lastYear, gutter }: TimeScale): number {
  const begin = startOf(firstYear);
  const length = startOf(lastYear + 1) - begin;
  return gutter + ((day - begin) / length) * (100 - gutter);
}

export function placeSpan({ from, to, planned, vague = false }: TimeSpan, scale: TimeScale): TimeMark {
  const begin = startOf(scale.firstYear);
  if ((to ?? begin) < begin) return { kind: 'earlier', planned, x: 0, width: round(scale.gutter / 2) };
  const x = Math.max(positionOf(from, scale), scale.gutter / 2);
  if (to === undefined) return { kind: 'open', planned, x: round(x), width: round(100 - x) };
  const end = Math.min(positionOf(to + 1, scale), 100);
  return { kind: from === to ? 'day' : vague ? 'vague' : 'span', planned, x: round(x), width: round(end - x) };
}

/** Where each year of the scale begins, for its lines and names. */
export function yearTicks(scale: TimeScale): { year: number; x: number; width: number }[] {
  const years = Array.from({ length: scale.lastYear - scale.firstYear + 1 }, (_, index) => scale.firstYear + index);
  return years.map((year) => {
    const x = positionOf(startOf(year), scale);
    return { year, x: round(x), width: round(positionOf(startOf(year + 1), scale) - x) };
  });
}

/** Happenings by the year in which they begin, every year of the range named, also those without any. */
export function countByYear(spans: readonly TimeSpan[], scale: TimeScale): { year: number; count: number }[] {
  return yearTicks(scale).map(({ year }) => ({ year, count: spans.filter(({ from }) => yearOf(from) === year).length }));
}

/** What the picture shows, in words; for those who do not see it. */
export function describeTimeline(spans: readonly TimeSpan[]): string {
  const scale = chooseScale(spans);
  if (!scale) return '날짜가 있는 일이 없다.';
  const counts = countByYear(spans, scale);
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best));
  const empty = counts.filter(({ count }) => count === 0).length;
  const early = spans.length - counts.reduce((sum, { count }) => sum + count, 0);
  const planned = spans.filter((span) => span.planned).length;
  const open = spans.filter(({ to }) => to === undefined).length;
  const years =
    scale.firstYear === scale.lastYear
      ? `${String(scale.firstYear)}년`
      : `${String(scale.firstYear)}년부터 ${String(scale.lastYear)}년까지`;
  return [
    `${years} 일 ${String(spans.length - early)}건을 한 눈금에 놓은 그림이다.`,
    counts.length > 1 ? `${String(most.year)}년에 시작한 일이 ${String(most.count)}건으로 가장 많다.` : '',
    empty > 0 ? `${String(empty)}개 연도에는 시작한 일이 없다.` : '',
    early > 0 ? `그보다 이른 일 ${String(early)}건은 맨 왼쪽에 두었다.` : '',
    planned > 0 ? `예정으로 적힌 일은 ${String(planned)}건이다.` : '',
    open > 0 ? `끝을 밝히지 않은 일은 ${String(open)}건이다.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
