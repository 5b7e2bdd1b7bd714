/**
 * The mistakes that people make in a case file, each made once in the sample: one cause is one fault, at its line, and where one answer is right the
 * line to copy is given.
 */
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { contentOf, edit, SAMPLE, sampleFile } from './sample.ts';

const check = (text: string) => checkContent(contentOf(sampleFile(text)), '2099-01-01');

type Change = readonly [from: string, to: string];

interface Mistake {
  name: string;
  change: Change;
  field: string;
  problem: RegExp;
  /** The line to copy, without its indentation; undefined where only the book can tell. */
  corrected?: string;
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'a quotation mark that is not closed',
    change: ['date: "2015-09-25"', 'date: "2015-09-25'],
    field: '앞머리',
    problem: /따옴표의 짝/,
    corrected: 'date: "2015-09-25"',
  },
  {
    name: 'curly quotation marks',
    change: ['date: "2015-09-25"', 'date: “2015-09-25”'],
    field: 'events.opening.date',
    problem: /쓸 수 없는 값/,
    corrected: 'date: "2015-09-25"',
  },
  { name: 'a tab', change: ['    label: 보조금', '\tlabel: 보조금'], field: '앞머리', problem: /탭/, corrected: 'label: 보조금' },
  { name: 'a full-width colon', change: ['tier: 구', 'tier：구'], field: '앞머리', problem: /전각/, corrected: 'tier: 구' },
  {
    name: 'a day that is not in the calendar',
    change: ['date: "2015-09-25"', 'date: 2017.6.31'],
    field: 'events.opening.date',
    problem: /2017\.6\.31/,
  },
  {
    name: 'a date with points',
    change: ['date: "2015-09-25"', 'date: 2017.6.3'],
    field: 'events.opening.date',
    problem: /2017\.6\.3/,
    corrected: 'date: "2017-06-03"',
  },
  {
    name: 'a unit in the number',
    change: ['value: 70000', 'value: 70,000천원'],
    field: 'budget.subsidy.value',
    problem: /70,000천원/,
    corrected: 'value: 70000',
  },
  { name: 'decomposed Hangul', change: ['title: 마을 가게', `title: ${'마을 가게'.normalize('NFD')}`], field: '글자', problem: /NFD/ },
  {
    name: 'a short row of a table',
    change: ['| 10월 | 40 | - | 40 |', '| 10월 | 40 | 40 |'],
    field: 'tables.sales.rows',
    problem: /칸이 3개/,
  },
  {
    name: 'angle brackets in the prose',
    change: ['50만원어치를', '<50만원어치>를'],
    field: '본문',
    problem: /읽을 수 없습니다/,
    corrected: '첫 달에는 〈50만원어치〉를 팔았다.',
  },
  {
    name: 'braces in the prose',
    change: ['50만원어치를', '{50만원어치}를'],
    field: '본문',
    problem: /읽을 수 없습니다/,
    corrected: '첫 달에는 50만원어치를 팔았다.',
  },
  {
    name: 'a heading of the first depth',
    change: ['## 성과', '# 성과'],
    field: '본문',
    problem: /단계가 1/,
    corrected: '## 성과 [#results, 175-176쪽]',
  },
  {
    name: 'a remark as in HTML',
    change: ['첫 달에는', '<!-- 확인할 것 -->첫 달에는'],
    field: '본문',
    problem: /읽을 수 없습니다/,
    corrected: '첫 달에는 50만원어치를 팔았다.',
  },
  { name: 'one id twice', change: ['  - id: walk', '  - id: members'], field: 'figures.members', problem: /두 번/ },
  {
    name: 'pages as they are spoken of',
    change: ['pages: 173-180', 'pages: 173~180쪽'],
    field: 'pages',
    problem: /173~180쪽/,
    corrected: 'pages: "173-180"',
  },
  { name: 'a smart dash', change: ['pages: 173-180', 'pages: 173–180'], field: 'pages', problem: /173–180/, corrected: 'pages: "173-180"' },
  {
    name: 'a sector by another spelling',
    change: ['sector: 사회적경제', 'sector: 사회적 경제'],
    field: 'sector',
    problem: /정해진 값/,
    corrected: 'sector: 사회적경제',
  },
  {
    name: 'an unknown topic',
    change: ['  - 노인 일자리', '  - 노인일자리'],
    field: 'topics.1',
    problem: /정해진 값/,
    corrected: '- 노인 일자리',
  },
  {
    name: 'one topic where a list is wanted',
    change: ['topics:\n  - 노인 일자리', 'topics: 노인 일자리'],
    field: 'topics',
    problem: /쓸 수 없는 값/,
    corrected: 'topics: [노인 일자리]',
  },
  {
    name: 'a colon in a value',
    change: ['title: 마을 가게', 'title: 마을 가게: 함께 열다'],
    field: '앞머리',
    problem: /‘: ’/,
    corrected: 'title: "마을 가게: 함께 열다"',
  },
  {
    name: 'a number sign in a value',
    change: ['사업을 이끌었다.', '사업을 #1로 이끌었다.'],
    field: '앞머리',
    problem: /‘#’/,
    corrected: 'role: "사업을 #1로 이끌었다."',
  },
  {
    name: 'a missing dash',
    change: ['  - text: 일자리 만들기', '    text: 일자리 만들기'],
    field: 'pledges',
    problem: /쓸 수 없는 값/,
    corrected: '- text: 일자리 만들기',
  },
  {
    name: 'a misspelt key',
    change: ['municipality: 연제구', 'municipalty: 연제구'],
    field: 'municipalty',
    problem: /없는 항목/,
    corrected: 'municipality: 연제구',
  },
];

describe('one mistake is one fault', () => {
  test.each(MISTAKES)('$name', ({ change, field, problem, corrected }) => {
    const [from] = change;
    const line = SAMPLE.slice(0, SAMPLE.indexOf(from)).split('\n').length;
    const faults = check(edit(SAMPLE, change));
    expect(faults).toMatchObject([{ file: 'content/cases/busan-yeonje.mdx', field, problem: expect.stringMatching(problem) as string }]);
    // A list of one begins on the line of its key or of its first field.
    expect([line, line + 1]).toContain(faults[0]?.line);
    expect(faults[0]?.corrected?.trim()).toBe(corrected);
  });
});

test('a copied front matter is told as such', () => {
  const again = SAMPLE.slice(0, SAMPLE.indexOf('---', 4) + 4) + SAMPLE;
  expect(check(again)).toMatchObject([{ problem: '앞머리가 두 번 있습니다.' }]);
});

test('ends of lines as Windows writes them are none', () => {
  expect(check(SAMPLE.replaceAll('\n', '\r\n'))).toEqual([]);
});

test('a mark of byte order is one', () => {
  expect(check(`\ufeff${SAMPLE}`)).toMatchObject([{ line: 1, problem: expect.stringContaining('BOM') as string }]);
});

test('mistakes in different places are told all at once', () => {
  const together = MISTAKES.filter(({ name }) =>
    [
      'a tab',
      'a full-width colon',
      'a sector by another spelling',
      'an unknown topic',
      'a smart dash',
      'a day that is not in the calendar',
    ].includes(name),
  );
  const faults = check(edit(SAMPLE, ...together.map(({ change }) => change)));
  expect(faults).toHaveLength(together.length);
  for (const { problem } of together) expect(faults.some((fault) => problem.test(fault.problem))).toBe(true);
});
