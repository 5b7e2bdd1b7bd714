import { describe, expect, test } from 'vitest';
import { eventDays } from '../../src/case/events.ts';
import { chooseScale, countByYear, describeTimeline, placeSpan, toDay, yearTicks, type TimeSpan } from '../../src/chart/timeline.ts';

const span = (from: string, to: string | undefined = from, planned = false): TimeSpan => ({
  from: toDay(from),
  to: to === '' ? undefined : toDay(to),
  planned,
});
const scale = { firstYear: 2015, lastYear: 2016, gutter: 0 };

describe('a happening on the scale', () => {
  test('a day is an upright, what lasted is a bar, a day in a month or year is a band as long as it', () => {
    expect(placeSpan({ ...span('2015-01-01', '2015-12-31'), vague: true }, scale)).toEqual({
      kind: 'vague',
      planned: false,
      x: 0,
      width: 49.93,
    });
    expect(placeSpan(span('2015-01-01'), scale)).toEqual({ kind: 'day', planned: false, x: 0, width: 0.14 });
    expect(placeSpan(span('2015-01-01', '2015-12-31'), scale)).toEqual({ kind: 'span', planned: false, x: 0, width: 49.93 });
  });

  test('an open end reaches the end of the scale', () => {
    expect(placeSpan(span('2016-01-01', ''), scale)).toEqual({ kind: 'open', planned: false, x: 49.93, width: 50.07 });
  });

  test('what is too early lies in the gutter', () => {
    expect(placeSpan(span('1989-01-01'), { ...scale, gutter: 8 })).toMatchObject({ kind: 'earlier', x: 0 });
  });

  test('a partial date of a file becomes whole days', () => {
    const event = { id: 'a', title: '일', page: 1 };
    expect(eventDays({ ...event, date: '2016-02' })).toEqual({ first: '2016-02-01', last: '2016-02-29', planned: false, vague: true });
    expect(eventDays({ ...event, date: '2015' })).toEqual({ first: '2015-01-01', last: '2015-12-31', planned: false, vague: true });
    expect(eventDays({ ...event, start: '2016-08-08', dateText: '2016년 8월 8일 ~ 8월 11일' })?.last).toBe('2016-08-11');
    expect(eventDays({ ...event, start: '2015-11', planned: true })).toEqual({
      first: '2015-11-01',
      last: undefined,
      planned: true,
      vague: false,
    });
  });
});

describe('the scale', () => {
  test('is none without happenings, one year for one', () => {
    expect(chooseScale([])).toBeUndefined();
    expect(chooseScale([span('2015-09-25')])).toEqual({ firstYear: 2015, lastYear: 2015, gutter: 0 });
  });

  test('leaves a few early happenings to the gutter, and never cuts a short run of years', () => {
    const many = Array.from({ length: 60 }, (_, index) => span(`20${String(10 + (index % 8))}-05-01`));
    expect(chooseScale([span('1989-01-01'), ...many])).toEqual({ firstYear: 2010, lastYear: 2017, gutter: 8 });
    expect(chooseScale([span('2010-01-01'), ...Array.from({ length: 60 }, () => span('2016-05-01'))])?.firstYear).toBe(2010);
  });

  test('years without events are only counted in words, however many they are', () => {
    const told = describeTimeline([span('1990-01-01'), span('1990-06-01'), span('2016-03-01')]);
    expect(told).toContain('25개 연도에는 시작한 일이 없다.');
    expect(told.match(/\d{4}년/g)).toEqual(['1990년', '2016년', '1990년']);
  });

  test('a year without events is there, with nothing in it, and is said', () => {
    const spans = [span('2014-03-01'), span('2016-03-01'), span('2016-04-01')];
    const chosen = chooseScale(spans);
    if (!chosen) throw new Error('no scale');
    expect(countByYear(spans, chosen)).toEqual([
      { year: 2014, count: 1 },
      { year: 2015, count: 0 },
      { year: 2016, count: 2 },
    ]);
    expect(yearTicks(chosen).map(({ x }) => x)).toEqual([0, 33.3, 66.61]);
    expect(describeTimeline(spans)).toContain('1개 연도에는 시작한 일이 없다.');
    expect(describeTimeline([])).toBe('날짜가 있는 일이 없다.');
  });
});
