import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hangulToLatin, latinToHangul } from '../../src/korean/keyboard.ts';

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));

describe('the two-set keyboard', () => {
  test.each([
    ['guqehdwhgkq', '협동조합'],
    ['dhkelwm', '와디즈'],
    ['rkqtdl', '값이'],
    ['rkqtl', '갑시'],
    ['dhkTek', '왔다'],
    ['dmldml', '의의'],
    ['soro', '내개'],
    ['coopang', '채ㅐㅔ뭏'],
  ])('%s types %s', (keys, text) => {
    expect(latinToHangul(keys)).toBe(text);
  });

  test('gives Latin back: ㅣㅁㅜㅅㅅ is lantt', () => {
    expect(hangulToLatin('ㅣㅁㅜㅅㅅ')).toBe('lantt');
  });

  test('every run of syllables survives the way there and back', () => {
    fc.assert(
      fc.property(fc.array(syllable, { maxLength: 8 }), (list) => {
        const word = list.join('');
        return latinToHangul(hangulToLatin(word)) === word;
      }),
    );
  });
});
