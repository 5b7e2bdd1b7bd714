import { describe, expect, test } from 'vitest';
import { COMPARED_BUILD, COMPARED_ROWS, compareCase } from '../../src/case/comparison.ts';
import { parseBody } from '../../src/content/prose.ts';
import type { ValidCase } from '../../src/content/read.ts';
import { caseOf, cases, content, link, proseOf } from './cases.ts';

const context = { vocabulary: content.vocabulary, link };
const compared = (slug: string, prose = proseOf(slug)) => compareCase(caseOf(slug), prose, context);
const yeonjeWith = (sections: readonly string[]) => compared('busan-yeonje', parseBody(sections.join('\n\n'), 1)).rows;

describe('a column of the comparison', () => {
  test('has every row by its id, and every item leads to an id of the case', () => {
    for (const { slug } of cases) {
      const { rows, build } = compared(slug);
      expect(build).toBe(COMPARED_BUILD);
      expect(Object.keys(rows)).toEqual(COMPARED_ROWS.map(({ id }) => id));
      for (const item of Object.values(rows).flat()) {
        expect(item.url.startsWith(`/cases/${slug}/`)).toBe(true);
        expect(item.text).not.toBe('');
      }
    }
  });

  test('tells budget, period, partners and plans of 연제구', () => {
    const { rows } = compared('busan-yeonje');
    const [, ...texts] = [rows, rows.budget, rows.period, rows.pages].map((row) => (Array.isArray(row) ? row.map(({ text }) => text) : []));
    expect(texts).toEqual([[expect.stringMatching(/보조금 7천만 원\(70,000천원\)$/)], ['2016년 11월부터 계속'], ['173–180쪽']]);
    expect(rows.plans[0]?.url).toBe('/cases/busan-yeonje/#plans');
  });

  test('has no period where the book prints none, however many dates it has', () => {
    for (const { slug, data } of cases) expect(compared(slug).rows.period.length, slug).toBe(data.period ? 1 : 0);
  });
});

describe('the passages of a column', () => {
  test('are the first section about the background and the first about plans, and long texts end with a sentence', () => {
    const long = '가나다라마바사. '.repeat(40).trim();
    const { background, plans } = yeonjeWith([
      '## 추진 배경 [#background, 173쪽]',
      long,
      '## 배경의 뒤 [#more, 174쪽]',
      '둘.',
      '## 향후 계획 [#plans, 176쪽]',
      '### 갈래 [#part, 176쪽]',
      '넷.',
    ]);
    expect(plans).toEqual([{ text: '넷.', url: '/cases/busan-yeonje/#plans', pages: '176' }]);
    expect(background[0]?.url).toBe('/cases/busan-yeonje/#background');
    expect(background[0]?.text).toMatch(/^(?:가나다라마바사\. ?)+…$/);
    expect(background[0]?.text.length).toBeLessThan(170);
  });

  test('take a state of affairs for no background, and plans for no difficulties', () => {
    const { background, challenges, plans } = yeonjeWith(['## 기업 현황 [#status, 173쪽]', '하나.', '## 향후 계획 [#plans, 176쪽]', '둘.']);
    expect(background).toEqual([]);
    expect(challenges).toEqual([]);
    expect(plans[0]?.text).toBe('둘.');
  });

  test('find difficulties in a heading or below one, but not those that came before the case nor the tasks of a plan', () => {
    const before = ['## 추진 배경 [#background, 173쪽]', '### 가방업의 어려움 [#crisis, 173쪽]', '하나.'];
    const tasks = ['## 추진 내용 [#actions, 174쪽]', '### 전략과 과제 [#tasks, 174쪽]', '둘.'];
    expect(yeonjeWith([...before, ...tasks]).challenges).toEqual([]);
    const below = ['### 예상한 어려움 [#difficulties, 175쪽]', '셋.'];
    expect(yeonjeWith([...before, ...tasks, ...below]).challenges).toEqual([
      { text: '셋.', url: '/cases/busan-yeonje/#difficulties', pages: '175' },
    ]);
    const own = ['## 앞으로의 과제 [#plans, 176쪽]', '넷.'];
    expect(yeonjeWith([...before, ...tasks, ...own]).challenges[0]?.text).toBe('넷.');
  });
});

test('laws and ordinances stand before programmes, and none of them is only counted', () => {
  const instrument = (kind: string, index: number): ValidCase['data']['instruments'][number] => ({
    id: `i${String(index)}`,
    kind,
    name: `${kind} ${String(index)}`,
    role: '정했다.',
    page: 173,
  });
  const kinds = ['사업', '사업', '조례', '협약', '제도', '조례', '제도', '규칙', '법률', '조례', '조례'];
  const { data } = caseOf('busan-yeonje');
  const entry = { slug: 'busan-yeonje', data: { ...data, instruments: kinds.map(instrument) } };
  const texts = compareCase(entry, proseOf('busan-yeonje'), context).rows.instruments.map(({ text }) => text.replace(/ .*/, ''));
  expect(texts).toEqual(['법률', '조례', '조례', '조례', '조례', '규칙', '제도', '제도', '외']);
  const few = { slug: 'busan-yeonje', data: { ...data, instruments: ['사업', '협약', '조례'].map(instrument) } };
  expect(compareCase(few, proseOf('busan-yeonje'), context).rows.instruments.map(({ text }) => text)).toEqual([
    '조례 2 (조례)',
    '협약 1 (협약)',
    '사업 0 (사업)',
  ]);
});
