import { expect, test } from 'vitest';
import { nearest } from '../../src/korean/nearest.ts';

const TOPICS = ['사회적경제', '사회적기업 육성', '협동조합', '공공구매', '노인 일자리', '노인복지'];

test.for([
  ['사회적 경제', '사회적경제'],
  ['사회적경재', '사회적경제'],
  ['협동조한', '협동조합'],
  ['노인일자리', '노인 일자리'],
  ['노인 복지', '노인복지'],
] as const)('‘%s’ means ‘%s’', ([typed, meant]) => {
  expect(nearest(typed, TOPICS)).toBe(meant);
});

test('a word far from all is not guessed at', () => {
  expect(nearest('우주 탐사', TOPICS)).toBeUndefined();
  expect(nearest('사회적경제', [])).toBeUndefined();
});

test('keys: a slip of the hand or another case', () => {
  const keys = ['title', 'label', 'headline', 'municipality', 'sectorAsTicked'];
  expect(nearest('lable', keys)).toBe('label');
  expect(nearest('Title', keys)).toBe('title');
  expect(nearest('sectorasticked', keys)).toBe('sectorAsTicked');
  expect(nearest('colour', keys)).toBeUndefined();
});
