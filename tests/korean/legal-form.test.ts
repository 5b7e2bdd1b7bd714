import { expect, test } from 'vitest';
import { indexKey, initialOf } from '../../src/korean/initial.ts';
import { withoutLegalForm } from '../../src/korean/legal-form.ts';

test.for([
  '㈜거마',
  '(주)거마',
  '주식회사 거마',
  '거마(주)',
  '거마 주식회사',
  '㈔거마',
  '사단법인 거마',
  '(사) 거마',
  '재단법인 거마',
  '(유)거마',
])('%s is 거마', (name) => {
  expect(withoutLegalForm(name)).toBe('거마');
  expect(indexKey(name)).toBe('거마');
});

test('a name that only looks like one stays', () => {
  for (const name of ['주민회', '(초)등학교', '재단', '거마협동조합']) expect(withoutLegalForm(name)).toBe(name);
});

test.for([
  ['쌍쌍일촌', 'ㅅ'],
  ['까치마을', 'ㄱ'],
  ['주식회사 나무', 'ㄴ'],
  ['ILO', 'A–Z'],
  ['7번가', '그 밖'],
] as const)('%s stands under %s', ([name, letter]) => {
  expect(initialOf(name)).toBe(letter);
});
