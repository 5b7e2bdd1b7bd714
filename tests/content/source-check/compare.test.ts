import { expect, test } from 'vitest';
import { parseBody } from '../../../src/content/prose.ts';
import type { CaseData } from '../../../src/content/schema/case.ts';
import { findAstray, readPages } from '../../../src/content/source-check/astray.ts';
import { compareCase } from '../../../src/content/source-check/compare.ts';
import { cutSource, parseEntries } from '../../../src/content/source-check/source.ts';
import { readValues } from '../../../src/content/source-check/values.ts';

/** A case of nothing but what a test adds. */
const empty = {
  ...{ title: '빈집', pledges: [], summary: '', topics: [], asks: [], changes: [], aliases: [], anchorAliases: {}, pages: '11-12' },
  ...{ budget: [], figures: [], events: [], organisations: [], instruments: [], tables: [], notes: [] },
} as unknown as CaseData;

const compare = (source: string, data: Partial<Record<keyof CaseData, unknown>>, prose = '') => {
  const text = JSON.stringify(data) + prose;
  const lines = source.split('\n');
  return compareCase({ ...empty, ...data } as CaseData, parseBody(prose, 1), text, cutSource(lines, [1, lines.length]), {
    first: 11,
    last: 12,
  });
};
const texts = (findings: readonly { text: string }[]) => findings.map(({ text }) => text);
const figure = (value: number, unit: string, page: number | string = 11) => ({ id: 'one', kind: '현황', label: '빈집', value, unit, page });

test.for([
  ['보조금 1억 9,611만 8천 원', figure(196118, '천원')],
  ['예산(천원) : 2,029,000/1,763,422', figure(1763422, '천원')],
  ['출자금 25(억원)', figure(25, '억원')],
  ['사업비 7,000만 원', figure(70000, '천원')],
  ['인원 2만2000명', figure(22000, '명')],
  ['인원 2만2000명', figure(2.2, '만명')],
  ['두 곳을 고쳤다', figure(2, '곳')],
  ['월평균 3,500\n\n     만원 이상', figure(3500, '만원')],
] as const)('%s backs a row in another spelling', ([source, row]) => {
  expect(texts(compare(source, { figures: [row] }).invented)).toEqual([]);
});

test('a value that the source does not state is invented, with the field that states it', () => {
  expect(
    compare('빈집 312호, 예산 5천만원', { figures: [figure(313, '호')], budget: [{ ...figure(6, '천만원'), id: 'cost' }] }).invented,
  ).toEqual([
    { text: '60,000,000원', where: 'budget.cost' },
    { text: '313', where: 'figures.one' },
  ]);
  expect(texts(compare('2018년 5월 3일 개소', {}, '## 배경 [#background, 11쪽]\n\n2018년 5월 4일에 문을 열었다.').invented)).toEqual([
    '2018년 5월 4일',
  ]);
});

test('cells state their number with the unit of their column', () => {
  const table = {
    id: 'costs',
    caption: '들인 돈',
    page: 11,
    unit: '천원',
    columns: ['때', '금액', '사람(명)'],
    rows: '| 2018 | 35,000 | 7 |',
  };
  expect(texts(compare('(단위: 천원)\n2018 35,000 7', { tables: [table] }).invented)).toEqual([]);
  expect(texts(compare('(단위: 천원)\n2018 34,000 7', { tables: [table] }).invented)).toEqual(['35,000,000원']);
});

test('’18년 is 2018, and a count behind a year or month is no date', () => {
  const { missing } = compare('’18년 공모 예정, 2017년 117개, 2017년 6월 10회 개최', {}, '## 배경 [#background, 11쪽]\n\n빈집.');
  expect(texts(missing)).toEqual(['2018년', '2017년', '2017년 6월', '117', '10']);
  expect(texts(compare('’18년 공모 예정', { events: [{ id: 'one', date: '2018', title: '공모', page: 11 }] }).invented)).toEqual([]);
});

test('a reading list names what is missing with its line of the source', () => {
  const source = '빈집\n\n2018. 9. 12. 조례 제정\n위원 15명, 「볕드는 집」과 ‘빈집 이야기’';
  const { missing, names } = compare(source, {
    title: '볕드는 집',
    events: [{ id: 'one', date: '2018-09-12', title: '조례 제정', page: 11 }],
  });
  expect(missing).toEqual([{ text: '15', where: '원문 4줄' }]);
  expect(names).toEqual([{ text: '빈집 이야기', where: '원문 4줄' }]);
});

test('a year that a more exact date has is not missing; a day that its source gives apart from its year is not invented', () => {
  const events = [{ id: 'one', date: '2018-09-12', title: '조례', page: 11 }];
  expect(compare('2018년에 정함, 9월 12일', { events })).toMatchObject({ missing: [], invented: [] });
});

test('thirty letters word for word are a copy, a quotation is not, nor is a comment', () => {
  const sentence = '골목마다 비어 있던 집을 이웃이 손수 고쳐 다시 불을 밝히는 일을 해마다 이어 왔다';
  const body = (prose: string) => `## 배경 [#background, 11쪽]\n\n${prose}`;
  const copied = compare(`□ ${sentence}.`, {}, body(`시는 ${sentence.replaceAll('일을', '일을 ')}.`)).verbatim;
  expect(copied.map(({ where }) => where)).toEqual(['본문']);
  expect(compare(`□ ${sentence}.`, {}, body('이웃이 빈집을 고쳤다.')).verbatim).toEqual([]);
  expect(compare(`□ ${sentence}.`, {}, body(`‘${sentence.slice(0, 38)}’이라고 했다.`)).verbatim).toEqual([]);
});

test('pages outside the case are named', () => {
  const notes = [
    {
      id: 'note',
      kind: '누락',
      topic: '쪽',
      readings: [
        { page: '목차', text: '없음' },
        { page: '12-13', text: '없음' },
      ],
    },
  ];
  expect(compare('7채', { figures: [figure(7, '채', 10)], notes }).pages).toEqual([
    { text: '10쪽', where: 'figures.one' },
    { text: '12-13쪽', where: 'notes.note' },
  ]);
});

test('page numbers, shadows and numbers of lists state nothing', () => {
  const { text, lineAt } = cutSource(['앞', '- 173 -', '111111111111 빈집', '34. 가을', '10. 29) 끝'], [2, 5]);
  expect(text).toBe('1 빈집\n가을\n10. 29) 끝');
  expect(lineAt(text.indexOf('가을'))).toBe(4);
});

test('numbers of one text in every reading', () => {
  const { numbers, money, dates } = readValues('③ 세 곳, 1만 5천명, 2019. 3. 1. ~ 3. 5., 3억원');
  expect([3, 15000, 10000].every((value) => numbers.has(value))).toBe(true);
  expect([...money.keys()]).toEqual([300_000_000]);
  expect([...dates.keys()]).toEqual(['2019-03-01', '2019-03-05']);
});

test('a value that stands on another page of the case is astray', () => {
  const lines = ['빈집 7채', '2018. 3. 1. 개소', '빈집 9채'];
  const pages = readPages(lines, {
    slug: 'a',
    lines: [1, 3],
    firstPage: 11,
    lastPage: 12,
    pages: [
      { page: 11, firstLine: 1 },
      { page: 12, firstLine: 3 },
    ],
  });
  const events = [{ id: 'open', date: '2018-03-01', title: '개소', page: 12 }];
  const data = { ...empty, figures: [figure(7, '채', 11), { ...figure(9, '채', '11-12'), id: 'two' }], events } as unknown as CaseData;
  expect(findAstray(data, pages)).toEqual([{ text: '2018년 3월 1일, 12쪽', where: 'events.open' }]);
  expect(findAstray(data, new Map())).toEqual([]);
});

test('pages.json of another shape is refused with a sentence', () => {
  expect(parseEntries('[{"slug":"a-b","lines":[1,2],"firstPage":3,"lastPage":4,"province":"다른 것"}]')[0]?.pages).toEqual([]);
  expect(() => parseEntries('{')).toThrow('JSON이 아닙니다');
  expect(() => parseEntries('[{"slug":"a-b"}]')).toThrow('0.lines을 읽을 수 없습니다');
});
