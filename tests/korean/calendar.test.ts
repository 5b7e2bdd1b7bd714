import { expect, test } from 'vitest';
import { daysInMonth, formatPartialDate, formatSpan, parsePartialDate } from '../../src/korean/calendar.ts';

test('dates are read at the precision of the source', () => {
  expect(parsePartialDate('2015')).toEqual({ year: 2015 });
  expect(parsePartialDate('2015-09')).toEqual({ year: 2015, month: 9 });
  expect(parsePartialDate('2015-09-25')).toEqual({ year: 2015, month: 9, day: 25 });
});

test.for(['2016-02-30', '2015-02-29', '2015-13', '2015-00', '2015-09-00', '2015-9-5', '2015.09.25', '15-09-25', '', '2015-09-25 '])(
  '‘%s’ is no date',
  (text) => {
    expect(parsePartialDate(text)).toBeUndefined();
  },
);

test('leap years follow the Gregorian rule', () => {
  expect([2015, 2016, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  expect(parsePartialDate('2016-02-29')).toEqual({ year: 2016, month: 2, day: 29 });
});

test('dates are written out without leading zeros', () => {
  expect(formatPartialDate('2015')).toBe('2015년');
  expect(formatPartialDate('2015-09')).toBe('2015년 9월');
  expect(formatPartialDate('2015-09-05')).toBe('2015년 9월 5일');
  expect(formatPartialDate('상반기')).toBe('상반기');
});

test.for([
  ['2015-11', undefined, '2015년 11월 ~'],
  ['2017-05', '2017-06', '2017년 5월 ~ 6월'],
  ['2017-05-19', '2017-05-23', '2017년 5월 19일 ~ 23일'],
  ['2017-05-19', '2017-06-02', '2017년 5월 19일 ~ 6월 2일'],
  ['2016-12', '2017-01', '2016년 12월 ~ 2017년 1월'],
  ['2014', '2017', '2014년 ~ 2017년'],
] as const)('from %s to %s', ([start, end, text]) => {
  expect(formatSpan(start, end)).toBe(text);
});
