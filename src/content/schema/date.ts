/** Dates in files of `content/`, and why a text is none. */
import { z } from 'zod';
import { daysInMonth, parsePartialDate } from '../../korean/calendar.ts';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

/** Why a text is no date, and what to write. */
function explainDate(value: unknown): string {
  const [, year, month, day] = /^(\d{4})[-.](\d{1,2})(?:[-.](\d{1,2}))?\.?$/.exec(String(value)) ?? [];
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return `${String(Number(month))}월은 없습니다. ${DATE_SHAPE}`;
  if (month !== undefined && day !== undefined) {
    const last = daysInMonth(Number(year), Number(month));
    if (Number(day) < 1 || Number(day) > last)
      return `달력에 없는 날짜입니다. ${String(year)}년 ${String(Number(month))}월은 ${String(last)}일까지입니다. 사례집을 다시 확인하세요.`;
  }
  const whole = parsePartialDate(String(value));
  return whole && !isOfOurTime(whole.year)
    ? `${String(FIRST_YEAR)}년부터 ${String(LAST_YEAR)}년까지만 적을 수 있습니다. 연도를 다시 확인하세요.`
    : DATE_SHAPE;
}

const DATE_SHAPE = '"2015", "2015-09", "2015-09-25" 가운데 하나로 적으세요.';
const isOfOurTime = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** A day, a month or a year of our time, as ISO writes it. */
export const date = z.string({ error: '날짜는 따옴표로 감싼 문자열로 적으세요. 예시: "2015-09-25"' }).refine(
  (value) => {
    const parts = parsePartialDate(value);
    return parts !== undefined && isOfOurTime(parts.year);
  },
  { error: ({ input }) => explainDate(input) },
);
/** A whole day. */
export const day = date.refine((value) => value.length === 10, { error: '연, 월, 일을 모두 적으세요. 예시: "2026-11-22"' });
