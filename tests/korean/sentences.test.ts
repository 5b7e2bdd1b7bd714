import { expect, test } from 'vitest';
import { splitSentences } from '../../src/korean/sentences.ts';

test.each([
  ['구는 나섰다. 주민이 모였다.', ['구는 나섰다.', '주민이 모였다.']],
  ['2015. 9. 25. 조례를 제정했다. 끝났다.', ['2015. 9. 25. 조례를 제정했다.', '끝났다.']],
  ['구는 ‘전국 최초다.’ 밝혔다.', ['구는 ‘전국 최초다.’', '밝혔다.']],
  ['재정자립도는 19.7%였다.\n다음 해에는 21.3%였다.', ['재정자립도는 19.7%였다.', '다음 해에는 21.3%였다.']],
  ['마침표가 없는 글', ['마침표가 없는 글']],
])('%s', (text, sentences) => {
  expect(splitSentences(text)).toEqual(sentences);
});
