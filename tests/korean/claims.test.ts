import { expect, test } from 'vitest';
import { findClaims } from '../../src/korean/claims.ts';
import { findDates } from '../../src/korean/dates.ts';

const claimsOf = (text: string) => findClaims(text).map(({ kind, keys }) => `${kind} ${keys.join('/')}`);

test.for([
  ['2015년 9월 25일에 주민 13명이 모였다.', ['날짜 2015-09-25', '수 13']],
  ['’16.6.24에 열었다.', ['날짜 2016-06-24']],
  ['9월 25일과 10월에 했다.', ['날짜 --09-25', '날짜 --10']],
  ['2014년 12월 13개소에서 늘었다.', ['날짜 2014-12', '수 13']],
  ['2015년 74건 3억 9,700만 원(397백만원)을 썼다.', ['날짜 2015', '금액 397000000', '금액 397000000', '수 74']],
  ['보조금은 70,000천원이었다.', ['금액 70000000']],
  ['1만 3천명, 10만 3126명, 3만 명이 왔다.', ['수 13000', '수 103126', '수 3/30000']],
  ['55%가 찬성했다.', ['수 55']],
  ['제3회 행사는 고용노동부 제2017-184호에 따랐다.', []],
  ['13월에 대학 4 곳', ['수 4']],
  ['구는 사업을 했다.', []],
] as const)('%s', ([text, claims]) => {
  expect(claimsOf(text)).toEqual(claims);
});

test('a claim is quoted as it stands', () => {
  expect(findClaims('구는 ’15년 1만 3천명을 도왔다.').map(({ text }) => text)).toEqual(['’15년', '1만 3천명']);
});

test('what follows a month and counts things is no day', () => {
  expect(findDates('2014년 12월 13개소')).toMatchObject([{ year: 2014, month: 12 }]);
  expect(findDates('2014년 12월 13일')).toMatchObject([{ year: 2014, month: 12, day: 13 }]);
  expect(findDates("'15. 9.25에")).toMatchObject([{ year: 2015, month: 9, day: 25 }]);
});

test('two-digit years stand for the century of the plans and of the past that towns write of', () => {
  expect(["'17년", "'50년", "'51년", "'97년"].map((text) => findDates(text)[0]?.year)).toEqual([2017, 2050, 1951, 1997]);
});
