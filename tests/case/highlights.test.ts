import { describe, expect, test } from 'vitest';
import { chooseChart, chooseHighlights, createTopicChooser, tellingFigure } from '../../src/case/highlights.ts';
import type { CaseData } from '../../src/content/schema/case.ts';
import { sampleData } from '../content/sample.ts';

const figure = (id: string, value: number, unit: string, kind = '성과', headline = 1): CaseData['figures'][number] => ({
  id,
  kind,
  label: id,
  value,
  unit,
  page: 1,
  ...(headline > 0 && { headline }),
});
const entry = (slug: string, changes: Partial<CaseData>) => ({
  slug,
  data: sampleData({ budget: [], figures: [], tables: [], ...changes }),
});

describe('the three numbers', () => {
  test('are the largest of each thing that is counted, money by its worth, each of another case', () => {
    const cases = [
      entry('a', { figures: [figure('won', 900_000, '원'), figure('people', 50, '명')] }),
      entry('b', { figures: [figure('thousand', 1000, '천원'), figure('many', 70, '명')] }),
      entry('c', { figures: [figure('shops', 3, '개소')] }),
    ];
    expect(chooseHighlights(cases).map(({ slug, row }) => [slug, row.id])).toEqual([
      ['b', 'thousand'],
      ['a', 'people'],
      ['c', 'shops'],
    ]);
  });

  test('are no goals, no ranges and nothing that no author put on top', () => {
    const range = { id: 'r', kind: '성과', label: 'r', min: 1, max: 9, unit: '명', page: 1, headline: 1 } as CaseData['figures'][number];
    const cases = [entry('a', { figures: [figure('goal', 9, '명', '목표'), figure('hidden', 9, '명', '성과', 0), range] })];
    expect(chooseHighlights(cases)).toEqual([]);
    expect(chooseHighlights([])).toEqual([]);
  });

  test('stay three of forty', () => {
    const figures = Array.from({ length: 40 }, (_, n) => figure(`f${String(n)}`, n, '명'));
    expect(chooseHighlights(Array.from({ length: 9 }, (_, n) => entry(`c${String(n)}`, { figures })))).toHaveLength(1);
    expect(tellingFigure(sampleData({ budget: [], figures }))?.id).toBe('f0');
  });
});

test('a case without a number on top has none in its row', () => {
  expect(tellingFigure(sampleData({ budget: [], figures: [] }))).toBeUndefined();
});

describe('the topics of a row', () => {
  const topics = createTopicChooser(
    [entry('a', { topics: ['공통', '가', '나'] }), entry('b', { topics: ['공통', '다'] }), entry('c', { topics: ['공통'] })],
    2,
  );
  test('leave out what most rows say', () => {
    expect(topics(sampleData({ topics: ['공통', '가', '나', '다'] }))).toEqual(['가', '나']);
  });
  test('are the first ones where nothing tells a case from the others', () => {
    expect(topics(sampleData({ topics: ['공통'] }))).toEqual(['공통']);
  });
  test('are few of forty', () => {
    expect(topics(sampleData({ topics: Array.from({ length: 40 }, (_, n) => `t${String(n)}`) }))).toHaveLength(2);
  });
});

describe('the chart', () => {
  const table = (id: string, rows: string) =>
    ({
      id,
      caption: id,
      page: 3,
      unit: '명',
      columns: ['연도', '수'],
      rows,
      chart: { kind: '막대', label: '연도', values: ['수'] },
    }) as CaseData['tables'][number];
  test('is the one that grew most over years, with what it shows as a claim', () => {
    const cases = [
      entry('a', { tables: [table('slow', '| 2015년 | 10 |\n| 2016년 | 11 |'), table('kinds', '| 빵 | 1 |\n| 술 | 90 |')] }),
      entry('b', { tables: [table('fast', '| 2014년 | 10 |\n| 2015년 | - |\n| 2016년 | 30 |')] }),
    ];
    expect(chooseChart(cases)).toMatchObject({ slug: 'b', claim: '2014년 10명에서 2016년 30명으로' });
  });
  test('is not there without two numbers over years', () => {
    expect(
      chooseChart([entry('a', { tables: [table('one', '| 2015년 | 10 |'), table('zero', '| 2015년 | 0 |\n| 2016년 | 5 |')] })]),
    ).toBeUndefined();
  });
});
