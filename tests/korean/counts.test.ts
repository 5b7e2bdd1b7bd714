import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { otherCounters, writeCounts } from '../../src/korean/counts.ts';

describe('counts in words', () => {
  test.each([
    ['열두 번짜리 강의', '12번 강의'],
    ['이백오십 명씩 모아', '250명 모아'],
    ['칠 퍼센트를 산다', '7퍼센트를 산다'],
    ['스무 살 청년', '20살 청년'],
    ['네 개 구', '4개 구'],
    ['석 달 동안', '3달 동안'],
    ['일자리 만 개', '일자리 10000개'],
    ['이천 곳 넘게', '2000곳 넘게'],
    ['열여섯 군데', '16군데'],
    ['네 번째로', '4번째로'],
  ])('%s → %s', (text, written) => {
    expect(writeCounts(text)).toBe(written);
  });

  test.each([
    '한 번 해 보는',
    '두 대학이',
    '나만 개가 있다',
    '네 개발자',
    '이 분',
    '구 층',
    '오만한 사람',
    '12번',
    '도시 세대',
    '두부 가게',
  ])('no count: %s', (text) => {
    expect(writeCounts(text)).toBe(text);
  });

  test('writing twice changes nothing more', () => {
    const word = fc.constantFrom('열두', '만', '이백', '번', '명', '개', '칠', '퍼센트', '구', '마을', ' ', ' ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (parts) => {
        const once = writeCounts(parts.join(''));
        expect(writeCounts(once)).toBe(once);
      }),
    );
  });

  test('counters of the same thing stand for one another', () => {
    expect(otherCounters('번')).toEqual(['차례', '회', '강']);
    expect(otherCounters('개')).toContain('가지');
    expect(otherCounters('퍼센트')).toEqual([]);
  });
});
