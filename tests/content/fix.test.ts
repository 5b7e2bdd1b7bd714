import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { fixCharacters, fixText } from '../../src/content/fix.ts';
import { contentOf, edit, SAMPLE, sampleFile } from './sample.ts';

const check = (text: string) => checkContent(contentOf(sampleFile(text)), '2099-01-01');
const fix = (text: string) => fixText(text, check);

test('sound text stays as it is', () => {
  expect(fix(SAMPLE)).toEqual({ text: SAMPLE, repairs: [] });
});

describe('what has one right answer is repaired', () => {
  test.for<[string, string]>([
    ['decomposed Hangul, a byte order mark and line ends of Windows', `\ufeff${SAMPLE.normalize('NFD').replaceAll('\n', '\r\n')}`],
    ['no-break spaces', SAMPLE.replaceAll(/^ {4}(?=\w)/gm, '\u00a0\u00a0\u00a0\u00a0')],
    ['signs that show nothing', edit(SAMPLE, ['마을 가게', '마을\u200b 가게'])],
    ['a key with a full-width colon', edit(SAMPLE, ['tier: 구', 'tier：구'])],
    ['a date with points', edit(SAMPLE, ['date: "2015-09-25"', 'date: 2015.9.25'])],
    ['a number with commas', edit(SAMPLE, ['value: 70000', 'value: "70,000"'])],
    ['tabs', edit(SAMPLE, ['    unit: 천원', '\tunit: 천원'])],
  ])('%s', ([, spoilt]) => {
    expect(check(spoilt)).not.toEqual([]);
    expect(fix(spoilt).text).toBe(SAMPLE);
  });

  test('all at once, each line told', () => {
    const spoilt = edit(SAMPLE, ['tier: 구', 'tier：구'], ['date: "2015-09-25"', 'date: 2015.9.25']);
    const { repairs, text } = fix(spoilt);
    expect(text).toBe(SAMPLE);
    expect(repairs.map(({ before, after }) => [before.trim(), after.trim()])).toEqual([
      ['tier：구', 'tier: 구'],
      ['date: 2015.9.25', 'date: "2015-09-25"'],
    ]);
  });
});

test('a word that is only like another is left to a person', () => {
  const spoilt = edit(SAMPLE, ['kind: 지방자치단체', 'kind: 지방자치단채']);
  expect(fix(spoilt)).toEqual({ text: spoilt, repairs: [] });
});

test('characters that mean something stay', () => {
  expect(fixCharacters('“따옴표” ‘안’ – 2015~2016 · ㎡\n')).toBe('“따옴표” ‘안’ – 2015~2016 · ㎡\n');
});
