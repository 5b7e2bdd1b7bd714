import { expect, test } from 'vitest';
import { parseHeading } from '../../src/content/markdown/headings.ts';

test('title, id and pages', () => {
  expect(parseHeading('추진 배경 [#background, 173-174쪽]')).toEqual({ title: '추진 배경', id: 'background', pages: '173-174' });
  expect(parseHeading('경쟁력 확보 (2차) [#round-2, 173, 176–177쪽]')).toEqual({
    title: '경쟁력 확보 (2차)',
    id: 'round-2',
    pages: '173, 176-177',
  });
});

test.for([
  '추진 배경',
  '추진 배경 [#background]',
  '추진 배경 [background, 173쪽]',
  '[#background, 173쪽]',
  '추진 배경 [#background, 173]',
  '추진 [#a, 1쪽] 배경',
])('‘%s’ lacks a part', (text) => {
  expect(parseHeading(text)).toBeUndefined();
});
