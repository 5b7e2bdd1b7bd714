import { expect, test } from 'vitest';
import { firstPage, formatPages, pagesOverlap, pagesWithin, parsePages } from '../../src/content/pages.ts';

test('a page, a run of pages, several of both', () => {
  expect(parsePages(173)).toEqual([{ first: 173, last: 173 }]);
  expect(parsePages('173-180')).toEqual([{ first: 173, last: 180 }]);
  expect(parsePages('173, 176-177,180')).toEqual([
    { first: 173, last: 173 },
    { first: 176, last: 177 },
    { first: 180, last: 180 },
  ]);
});

test.for(['180-173', '173쪽', 'p. 173', '173–180', '0', '', '173-', '-3', 1.5, '12345'])('‘%s’ is no page reference', (text) => {
  expect(parsePages(text)).toBeUndefined();
});

test('pages are printed with en dashes and one space behind a comma', () => {
  expect(formatPages('173-174,180')).toBe('173–174, 180');
  expect(formatPages(149)).toBe('149');
});

test('sorting goes by the first page; what is misshapen comes last', () => {
  expect(firstPage('173, 176')).toBe(173);
  expect(firstPage('?')).toBe(Number.MAX_SAFE_INTEGER);
});

test('within and overlapping', () => {
  const of = (text: string) => parsePages(text) ?? [];
  expect(pagesWithin(of('173-174, 180'), of('173-180'))).toBe(true);
  expect(pagesWithin(of('179-181'), of('173-180'))).toBe(false);
  expect(pagesWithin(of('175'), of('173-174, 176-177'))).toBe(false);
  expect(pagesOverlap(of('149-156'), of('156-164'))).toBe(true);
  expect(pagesOverlap(of('149-156'), of('157-164'))).toBe(false);
});
