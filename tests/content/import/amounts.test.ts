import { expect, test } from 'vitest';
import { findAmounts, findUnit } from '../../../src/content/import/amounts.ts';
import { findCounts } from '../../../src/content/import/counts.ts';

test.for([
  ['보조금 70,000천원', [[70000, '천원', 70_000_000]]],
  ['1억 9,611만 8천 원', [[196118, '천원', 196_118_000]]],
  ['22억 7600만원', [[227600, '만원', 2_276_000_000]]],
  ['29.6억원', [[29.6, '억원', 2_960_000_000]]],
  ['25(억원)', [[25, '억원', 2_500_000_000]]],
  ['출자금액(억원) 25(억원)', [[25, '억원', 2_500_000_000]]],
  [
    '예산(천원) : 2,029,000/1,763,422',
    [
      [2029000, '천원', 2_029_000_000],
      [1763422, '천원', 1_763_422_000],
    ],
  ],
  ['29.6억 달러', []],
] as const)('%s keeps the printed unit', ([text, amounts]) => {
  expect(findAmounts(text).map(({ value, unit, won }) => [value, unit, won])).toEqual(amounts);
});

test.for([
  ['(단위: 천원)', '천원'],
  ['< 단 위 : 개소, 명 >', '개소, 명'],
  ['[2017. 6. 30. 기준, 단위:개소/명]', '개소, 명'],
  ['단위 없는 줄', undefined],
] as const)('%s names the unit of a table', ([text, unit]) => {
  expect(findUnit(text)).toBe(unit);
});

const count = (text: string) =>
  findCounts(text, findAmounts(text)).map(
    ({ value, min, max, unit, qualifier }) => `${value ?? `${min}~${max}`} ${unit}${qualifier ? ` ${qualifier}` : ''}`,
  );

test.for([
  ['3개 실무팀 13명 / 2개 기관', ['3 개', '13 명', '2 개 기관']],
  ['걸어서 10~15분 이내', ['10~15 분 이내']],
  ['주민 1,000여명, 약 50명', ['1000 명 여', '50 명 약']],
  ['쿠폰 10매씩, 5회의 모임', ['10 매', '5 회']],
  ['2만2000명', ['22000 명']],
  ['넓이 9,574천㎡, 46만㎡', ['9574 천㎡', '46 만㎡']],
  ['제1회, 제23조, 민선6기', []],
  ['5천원 2건', ['2 건']],
] as const)('%s is counted with its unit and qualifier', ([text, counts]) => {
  expect(count(text)).toEqual(counts);
});
