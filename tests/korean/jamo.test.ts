import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInitials, joinSyllable, splitSyllable, toInitials, toJamo, withinOneEdit } from '../../src/korean/jamo.ts';

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
const hangul = fc.array(syllable, { minLength: 1, maxLength: 8 }).map((list) => list.join(''));

describe('syllables', () => {
  test('taken apart and joined are themselves', () => {
    fc.assert(
      fc.property(syllable, (one) => {
        const parts = splitSyllable(one);
        return parts !== undefined && joinSyllable(parts) === one;
      }),
    );
  });

  test('give their initials', () => {
    expect(toInitials('협동조합')).toBe('ㅎㄷㅈㅎ');
    expect(toInitials('SK 북한산')).toBe('SK ㅂㅎㅅ');
    fc.assert(fc.property(hangul, (word) => isInitials(toInitials(word))));
  });
});

describe('one wrong jamo', () => {
  test.each([
    ['센터', '센타', true],
    ['이데일리', '이대일리', true],
    ['허브', '허부', true],
    ['모래', '모레', true],
    ['우수', '우주', true],
    ['카페', '커피', false],
    ['조합', '조합원', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(withinOneEdit(toJamo(a), toJamo(b))).toBe(expected);
  });

  test('is the same both ways, and never misses a dropped letter', () => {
    fc.assert(fc.property(hangul, hangul, (a, b) => withinOneEdit(toJamo(a), toJamo(b)) === withinOneEdit(toJamo(b), toJamo(a))));
    fc.assert(
      fc.property(hangul, fc.nat(), (word, at) => {
        const jamo = toJamo(word);
        const cut = at % jamo.length;
        return withinOneEdit(jamo, jamo.slice(0, cut) + jamo.slice(cut + 1));
      }),
    );
  });
});
