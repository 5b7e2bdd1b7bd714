import { describe, expect, test } from 'vitest';
import { checkContent, toPrinted } from '../../src/content/check/check.ts';
import { printCase } from '../../src/content/fingerprints.ts';
import { parseBody } from '../../src/content/prose.ts';
import { validateCase } from '../../src/content/read.ts';
import { contentOf, edit, SAMPLE, sampleFile, vocabulary } from './sample.ts';

const check = (text: string) => checkContent(contentOf(sampleFile(text)), '2099-01-01');
const marked = (value: string) => edit(SAMPLE, ['topics:\n', `doneSentence: ${value}\ntopics:\n`]);

describe('the sentence that says what was done', () => {
  test.each(['1', '2'])('%s of two is accepted', (value) => {
    expect(check(marked(value))).toEqual([]);
  });

  test.each(['0', '-1', '3', '99'])('%s of two is refused, with the sentences to choose from', (value) => {
    expect(check(marked(value))).toMatchObject([
      { field: 'doneSentence', fix: expect.stringMatching(/1부터 2까지.*1\) .*2\) /) as string },
    ]);
  });

  test.each(['둘째', '1.5', 'true'])('%s is no number of a sentence', (value) => {
    expect(check(marked(value))).toMatchObject([{ field: 'doneSentence', fix: expect.stringContaining('2처럼 수로') as string }]);
  });

  test('the mark alone changes no fingerprint', () => {
    const print = (text: string) => {
      const file = sampleFile(text);
      const { body, bodyLine } = file.source;
      return printCase(toPrinted({ file, data: validateCase(file, vocabulary).data, body: parseBody(body, bodyLine) }));
    };
    expect(print(marked('2'))).toEqual(print(SAMPLE));
  });
});

test('a summary of four sentences is refused', () => {
  const more = (sentences: string) => edit(SAMPLE, ['  주민 13명이 함께했다.\n', `  주민 13명이 함께했다. ${sentences}\n`]);
  expect(check(more('빵을 팔았다.'))).toEqual([]);
  expect(check(more('빵을 팔았다. 술도 팔았다.'))).toMatchObject([{ field: 'summary', problem: '요약이 4문장입니다.' }]);
});
