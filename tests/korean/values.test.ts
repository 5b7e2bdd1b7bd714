import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../src/korean/dates.ts';
import { findMoney } from '../../src/korean/money.ts';
import { fold, normaliseQuery, readHanja } from '../../src/korean/normalise.ts';
import { NUMERAL, parseNumeral } from '../../src/korean/numerals.ts';
import { findStems } from '../../src/korean/verbs.ts';

describe('numerals', () => {
  test.each([
    ['1만', 10_000],
    ['1,235', 1_235],
    ['5백만', 5_000_000],
    ['2276백만', 2_276_000_000],
    ['3억 2천만', 320_000_000],
    ['2만2000', 22_000],
    ['오백만', 5_000_000],
    ['19.7', 19.7],
    ['이', undefined],
    ['일자리', undefined],
  ])('%s is %s', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  test.each([
    ['10만 3126명', '10만 3126'],
    ['10만 3,126명', '10만 3,126'],
    ['2만300명', '2만300'],
    ['3억 2천만 원', '3억 2천만'],
    ['예산 3억 2017년', '3억'],
    ['5만 2017. 3. 1.', '5만'],
    ['5만 20명', '5만'],
    ['모두 2만 300, 곧', '2만 300'],
    ['2만 300,000원', '2만'],
    ['3천 2017명', '3천'],
    ['6천731개사', '6천731'],
  ])('of %s are %s', (text, numeral) => {
    expect(NUMERAL.exec(text)?.[0]).toBe(numeral);
  });
});

describe('money', () => {
  test.each([
    ['300,000천원', 300_000_000],
    ['3억원', 300_000_000],
    ['3억 원', 300_000_000],
    ['2,276백만원', 2_276_000_000],
    ['22억 7600만원', 2_276_000_000],
    ['1억 5500만원', 155_000_000],
    ['8,245원', 8_245],
  ])('%s', (text, value) => {
    expect(findMoney(text).map((amount) => amount.value)).toEqual([value]);
  });

  test('dollars are not won', () => {
    expect(findMoney('29.6억 달러')).toMatchObject([{ currency: 'dollar', value: 2_960_000_000 }]);
  });
});

describe('dates', () => {
  test.each([
    ['‘15. 9.25.', { year: 2015, month: 9, day: 25 }],
    ['2015-09-25', { year: 2015, month: 9, day: 25 }],
    ['2015년 9월 25일', { year: 2015, month: 9, day: 25 }],
    ['2015년 9월', { year: 2015, month: 9 }],
    ['2015. 9', { year: 2015, month: 9 }],
    ['’16. 9월', { year: 2016, month: 9 }],
    ['2017년', { year: 2017 }],
    ['9월 25일', { month: 9, day: 25 }],
  ])('%s', (text, expected) => {
    const found = findDates(fold(text));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
  });

  test.each(['4.19혁명', '3.5%', '13월', '5:1'])('%s is no date', (text) => {
    expect(findDates(fold(text))).toEqual([]);
  });
});

describe('folding', () => {
  test('keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => fold(text).length === text.length));
  });

  test('a query is composed, half-width and written out', () => {
    expect(normaliseQuery('  ㈜거마 ')).toBe('(주)거마');
    expect(normaliseQuery('일자리＆복지')).toBe('일자리&복지');
    expect(normaliseQuery('협동조합'.normalize('NFD'))).toBe('협동조합');
    expect(normaliseQuery('\u0000가\ud800나')).toBe('가 나');
  });

  test('hanja are read one for one', () => {
    expect(
      readHanja(
        '八公山',
        new Map([
          ['八', '팔'],
          ['公', '공'],
          ['山', '산'],
        ]),
      ),
    ).toBe('팔공산');
  });
});

describe('verb stems', () => {
  test.each([
    ['고쳐', '고치'],
    ['고친', '고치'],
    ['만든', '만들'],
    ['어려운', '어렵'],
    ['나눠주는', '나누'],
    ['뽑은', '뽑'],
    ['지은', '짓'],
    ['돌봐주나요', '돌보'],
  ])('%s may come from %s', (word, stem) => {
    expect(findStems(word)).toContain(stem);
  });
});
