import { describe, expect, test } from 'vitest';
import { everydayAmount, formatNumber, toWon } from '../../src/korean/amounts.ts';

test.for([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1234567.5, '1,234,567.5'],
  [-1200, '−1,200'],
  [0.1234, '0.1234'],
  [1_000_000_000_000, '1,000,000,000,000'],
] as const)('%d is written %s', ([value, written]) => {
  expect(formatNumber(value)).toBe(written);
});

test.for([
  [70000, '천원', 70_000_000],
  [1.5, '억원', 150_000_000],
  [29.6, '억 원', 2_960_000_000],
  [3, '명', undefined],
  [3, '달러', undefined],
] as const)('%d %s in won', ([value, unit, won]) => {
  expect(toWon(value, unit)).toBe(won);
});

describe('everyday form', () => {
  test.for([
    [70000, '천원', '7천만 원'],
    [775, '백만원', '7억 7,500만 원'],
    [2276, '백만원', '22억 7,600만 원'],
    [5500, '천원', '550만 원'],
    [12345, '원', '1만 2,345 원'],
    [1_000_000, '백만원', '1조 원'],
    [10_500, '백만원', '105억 원'],
  ] as const)('%d%s is %s', ([value, unit, said]) => {
    expect(everydayAmount(value, unit)).toBe(said);
  });

  test('nothing is said twice or of what is no money', () => {
    expect(everydayAmount(3, '억원')).toBeUndefined();
    expect(everydayAmount(5, '천원')).toBeUndefined();
    expect(everydayAmount(500, '원')).toBeUndefined();
    expect(everydayAmount(13, '명')).toBeUndefined();
    expect(everydayAmount(0, '천원')).toBeUndefined();
  });
});
