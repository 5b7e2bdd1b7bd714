import { expect, test } from 'vitest';
import { whatWasDone } from '../../src/case/summary.ts';

const summary = '마을에는 가게가 없었다.\n주민이 가게를 열었다. 손님이 늘었다.';

test.each([
  ['the marked sentence', { summary, doneSentence: 3 }, '손님이 늘었다.'],
  ['without a mark the second', { summary }, '주민이 가게를 열었다.'],
  ['the only one where there is no second', { summary: '주민이 가게를 열었다.' }, '주민이 가게를 열었다.'],
  ['a mark that leads nowhere counts for none', { summary, doneSentence: 9 }, '주민이 가게를 열었다.'],
])('lists show %s', (_, data, sentence) => {
  expect(whatWasDone(data)).toBe(sentence);
});
