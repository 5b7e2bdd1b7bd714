import { expect, test } from 'vitest';
import { clip, keepTogether, nestBrackets } from '../../src/korean/typography.ts';

const kept = (text: string) => keepTogether(text).flatMap((run) => (run.unbroken ? [run.text] : []));

test('a particle stays with the mark before it', () => {
  expect(kept('구는 ‘다방(多芳) 사업’을 추진했다.')).toEqual(['사업’을']);
  expect(kept('규모는 168㎡였고 할인은 50%를 넘었다.')).toEqual(['168㎡였고', '50%를']);
  expect(kept('시니어클럽(연제)의 사업')).toEqual(['시니어클럽(연제)의']);
});

test('a word too long for a heading in large letters may break before its brackets', () => {
  expect(kept('성장 동력『서운산업단지』조성을 위한')).toEqual(['『서운산업단지』조성을']);
});

test('ordinary words may break', () => {
  expect(kept('노인의 사회참여와 일자리')).toEqual([]);
  expect(keepTogether('노인의 사회참여')).toEqual([{ text: '노인의 사회참여', unbroken: false }]);
});

test('a word longer than a line of a small screen may break', () => {
  expect(kept('가나다라마바사아자차카타파하거너더러’를')).toEqual([]);
});

test('nothing is lost or added', () => {
  const text = ' ‘가’를  나%를\n다 ';
  expect(
    keepTogether(text)
      .map((run) => run.text)
      .join(''),
  ).toBe(text);
  expect(keepTogether('')).toEqual([]);
});

test('brackets of a title within brackets are those for the inside', () => {
  expect(nestBrackets('계양구의 성장 동력『서운일반산업단지』조성')).toBe('계양구의 성장 동력〈서운일반산업단지〉조성');
  expect(nestBrackets('주민과 「광산구」')).toBe('주민과 〈광산구〉');
});

test('a text too long for its place ends at a word, with an ellipsis', () => {
  expect(clip('마을 가게', 10)).toBe('마을 가게');
  expect(clip('주민이 여는 마을 가게', 9)).toBe('주민이 여는…');
  expect(clip('가'.repeat(300), 20)).toBe(`${'가'.repeat(19)}…`);
});
