import { describe, expect, test } from 'vitest';
import { readChecked } from '../../src/content/check/check.ts';
import { formatWarnings } from '../../src/content/report.ts';
import { contentOf, edit, SAMPLE, sampleFile } from './sample.ts';

const TODAY = '2099-01-01';
/** Warnings of a case that has no fault. */
function warningsOf(text: string) {
  const { faults, warnings } = readChecked(contentOf(sampleFile(text)), TODAY);
  expect(faults).toEqual([]);
  return warnings;
}

describe('what is allowed and mostly a slip is told, and stops nothing', () => {
  test('a case as it should be has no warning', () => {
    expect(warningsOf(SAMPLE)).toEqual([]);
  });

  test('a title that goes on and on', () => {
    expect(warningsOf(edit(SAMPLE, ['title: 마을 가게', `title: ${'마을 가게 '.repeat(60).trim()}`]))).toMatchObject([
      { line: 2, field: 'title', problem: '제목이 부제까지 359자입니다.', isWarning: true },
    ]);
  });

  test.each(['🎉', '✅', '❤️', '👨‍👩‍👧'])('the picture %s, which no font here has', (emoji) => {
    const text = edit(SAMPLE, ['role: 사업을 이끌었다.', `role: 사업을 이끌었다 ${emoji.replaceAll('\u200d', '')}.`]);
    expect(warningsOf(text)).toMatchObject([{ field: '글자', isWarning: true }]);
  });

  test.each(['©', '→', '①', '㎡', '※', '★'])('%s is text', (sign) => {
    expect(warningsOf(edit(SAMPLE, ['role: 사업을 이끌었다.', `role: 사업을 이끌었다${sign}.`]))).toEqual([]);
  });

  test('the same figures with another unit than in the prose', () => {
    const summary = (said: string) => edit(SAMPLE, ['  주민 13명이 함께했다.\n', `  주민 13명이 ${said}으로 열었다.\n`]);
    expect(warningsOf(summary('70,000천원'))).toEqual([]);
    const { warnings } = readChecked(contentOf(sampleFile(edit(summary('70,000천원'), ['    unit: 천원', '    unit: 백만원']))), TODAY);
    expect(warnings.map(({ problem }) => problem)).toEqual(['여기에는 70,000백만원, 본문에는 70,000천원입니다.']);
  });
});

test('the report says that nothing has to be done', () => {
  const text = formatWarnings(warningsOf(edit(SAMPLE, ['title: 마을 가게', 'title: 마을 가게 🎉'])));
  expect(text).toContain('title: 마을 가게 🎉'.slice(-2));
  expect(text).toMatch(/1군데.*오류가 아니므로/);
});
