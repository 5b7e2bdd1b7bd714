import { describe, expect, test } from 'vitest';
import { claimOf, type TableChart } from '../../src/case/chart-data.ts';

const chart = (kind: TableChart['kind'], labels: string[], ...values: (number | undefined)[][]): TableChart => ({
  kind,
  labels,
  series: values.map((of, index) => ({ name: `갈래${String(index)}`, unit: '개', values: of })),
});

describe('what a chart over years says', () => {
  test('is its first and its last number, with the particle that the unit asks for', () => {
    expect(claimOf(chart('막대', ['2014년', '2015년', '2016년'], [775, undefined, 2276]))).toBe('2014년 775개에서 2016년 2,276개로');
  });
  test('is told for each series, and for bars on top of each other of their sums', () => {
    expect(claimOf(chart('꺾은선', ['2015', '2016'], [1, 2], [3, 4]))).toBe('갈래0 2015 1개에서 2016 2개로, 갈래1 2015 3개에서 2016 4개로');
    expect(claimOf(chart('누적막대', ['2015', '2016'], [1, 2], [3, undefined]))).toBe('2015 4개에서 2016 2개로');
  });
  test('is nothing without years, without numbers, and with one of them', () => {
    expect(claimOf(chart('막대', ['가', '나'], [1, 2]))).toBeUndefined();
    expect(claimOf(chart('막대', ['2015', '2016'], [1, undefined]))).toBeUndefined();
    expect(claimOf(chart('막대', ['2015', '2016']))).toBeUndefined();
    expect(claimOf(chart('누적막대', ['2015', '2016']))).toBeUndefined();
  });
});
