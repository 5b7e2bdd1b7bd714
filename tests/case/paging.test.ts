import { describe, expect, test } from 'vitest';
import { listPagePath, splitRows } from '../../src/case/paging.ts';

describe('pages of a long list', () => {
  test('hold every row once, none more than the limit when there are several', () => {
    for (const count of [0, 1, 100, 125, 126, 1200]) {
      const rows = Array.from({ length: count }, (_, index) => index);
      const pages = splitRows(rows, 100);
      expect(pages.flat()).toEqual(rows);
      if (pages.length > 1) expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(100);
    }
    expect(splitRows([], 100)).toEqual([[]]);
    expect([125, 126].map((count) => splitRows(Array.from({ length: count }), 100).length)).toEqual([1, 2]);
  });

  test('have addresses', () => {
    expect([listPagePath('/figures/', 0), listPagePath('/figures/', 1)]).toEqual(['/figures/', '/figures/2/']);
  });
});
