import { describe, expect, test } from 'vitest';
import type { CaseTable } from '../../src/content/schema/case.ts';
import { cellNumber, findSubtotalMismatches, findTotalMismatches, parseRows } from '../../src/content/tables.ts';

test('pipes become cells; blank lines are skipped', () => {
  expect(parseRows('| 1층 | 카페 |\n\n  | 2층 | - |  \n')).toEqual([
    ['1층', '카페'],
    ['2층', '-'],
  ]);
});

test.for([
  ['1,234명', 1234],
  ['12.5%', 12.5],
  ['168㎡', 168],
  ['1,234', 1234],
  ['△3', -3],
  ['-5', -5],
  ['-', undefined],
  ['', undefined],
  ['10~15', undefined],
  ['6개소 / 277명', undefined],
  ['1,23', undefined],
  ['약 30', undefined],
] as const)('a cell of ‘%s’ is %s', ([cell, value]) => {
  expect(cellNumber(cell)).toBe(value);
});

describe('sums are added up again', () => {
  const table = (rows: string, total: CaseTable['total']): CaseTable => ({
    id: 't',
    caption: '표',
    page: 1,
    columns: ['구분', '가', '나', '계'],
    rows,
    total,
  });
  const ROWS = '| 하나 | 1 | 2 | 3 |\n| 둘 | 10 | - | 10 |';

  test('right sums give nothing', () => {
    expect(findTotalMismatches(table(ROWS, { row: '| 계 | 11 | 2 | 13 |', column: '계' }))).toEqual([]);
  });

  test('a wrong sum below', () => {
    expect(findTotalMismatches(table(ROWS, { row: '| 계 | 12 | 2 | 13 |' }))).toEqual([
      { direction: '세로', where: '가', printed: 12, computed: 11 },
    ]);
  });

  test('a wrong sum beside, in a row or in the row of sums', () => {
    expect(findTotalMismatches(table('| 하나 | 1 | 2 | 4 |', { column: '계' }))).toEqual([
      { direction: '가로', where: '하나', printed: 4, computed: 3 },
    ]);
    expect(findTotalMismatches(table('| 하나 | 1 | 2 | 3 |', { row: '| 계 | 1 | 2 | 5 |', column: '계' }))).toContainEqual({
      direction: '가로',
      where: '계',
      printed: 5,
      computed: 3,
    });
  });

  test('a row named by a month or year does not add its name', () => {
    expect(findTotalMismatches(table('| 9월 | 1 | 2 | 3 |\n| 2015년 | 1 | 1 | 2 |', { column: '계' }))).toEqual([]);
  });

  test('only the named columns are added', () => {
    expect(findTotalMismatches(table('| 하나 | 1 | 2 | 1 |', { column: '계', of: ['가'] }))).toEqual([]);
  });

  test('rows of partial sums do not count twice', () => {
    expect(findTotalMismatches(table(`${ROWS}\n| 소계 | 11 | 2 | 13 |`, { row: '| 계 | 11 | 2 | 13 |' }))).toEqual([]);
  });

  test('decimals are equal to the last printed place', () => {
    expect(findTotalMismatches(table('| 하나 | 0.1 | 0.2 | 0.3 |', { column: '계' }))).toEqual([]);
  });
});

describe('partial sums are added up again', () => {
  const table = (...rows: string[]): CaseTable => ({
    id: 't',
    caption: '표',
    page: 1,
    columns: ['부문', '이름', '비율(%)', '명'],
    rows: rows.join('\n'),
  });

  test('within the rows of the same first cells, above or below', () => {
    expect(
      findSubtotalMismatches(table('| 가 | 소계 | 3 | 2 |', '| 가 | 하나 | 1 | 2 |', '| 가 | 둘 | 2 | - |', '| 나 | 셋 | 9 | 9 |')),
    ).toEqual([]);
    expect(findSubtotalMismatches(table('| 가 | 하나 | 1 | 2 |', '| 가 | 소계 | 3 | 2 |'))).toEqual([
      { row: 1, where: '비율(%)', printed: 3, computed: 1 },
    ]);
  });

  test('where it stands first, of what is above it since the one before', () => {
    const rows = ['| 하나 | 가 | 1 | 1 |', '| 둘 | 가 | 2 | 1 |', '| 소계 | - | 3 | 2 |', '| 셋 | 나 | 4 | 1 |'];
    expect(findSubtotalMismatches(table(...rows, '| 소계 | - | 4 | 1 |'))).toEqual([]);
    expect(findSubtotalMismatches(table(...rows, '| 소계 | - | 7 | 1 |'))).toEqual([{ row: 4, where: '비율(%)', printed: 7, computed: 4 }]);
  });

  test('columns with words are not added', () => {
    expect(findSubtotalMismatches(table('| 가 | 소계 | 3 | 2 |', '| 가 | 하나 | 약간 | 2 |'))).toEqual([]);
  });
});
