import { describe, expect, test } from 'vitest';
import { readTableChart } from '../../src/case/chart-data.ts';
import { readContent, validateCase } from '../../src/content/read.ts';
import type { CaseTable } from '../../src/content/schema/case.ts';
import { drawBars, drawShares, drawStackedBars, namesBars, readShares } from '../../src/chart/bars.ts';
import { describeBars, describeLines, describeShares, describeStackedBars } from '../../src/chart/describe.ts';
import { drawLines } from '../../src/chart/lines.ts';
import { textWidth, toSvg, type ChartData, type Drawing } from '../../src/chart/shapes.ts';

const DRAW = { 막대: drawBars, 누적막대: drawStackedBars, 꺾은선: drawLines, 비율: drawShares };
const DESCRIBE = { 막대: describeBars, 누적막대: describeStackedBars, 꺾은선: describeLines, 비율: describeShares };
type Kind = keyof typeof DRAW;
const KINDS = Object.keys(DRAW) as Kind[];
const FILES: Record<Kind, string> = { 막대: 'bars', 누적막대: 'stacked-bars', 꺾은선: 'lines', 비율: 'shares' };

const series = (values: (number | undefined)[], name = '금액', unit = '백만원') => ({ name, unit, values });
const years = ['2014년', '2015년', '2016년', '2017년'];

const SAMPLES: Record<string, ChartData> = {
  plain: { labels: years, series: [series([61, 83, 94, 97], '단체', '개')] },
  two: { labels: years, series: [series([218, 171, 94, 0], '알선', '명'), series([94, 129, 44, 7], '취업', '명')] },
  one: { labels: ['2015년'], series: [series([775])] },
  missing: { labels: years, series: [series([13, undefined, 17, undefined])] },
  negative: { labels: years, series: [series([12.5, -3, 0, -20])] },
  forty: {
    labels: ['가', '나'],
    series: Array.from({ length: 40 }, (_, index) => series([index + 1, 40 - index], `열${String(index + 1)}`, '개')),
  },
  hostile: { labels: ['<script>alert(1)</script>"&', '가'.repeat(300)], series: [series([1, 2], '<b>', '"')] },
};

describe.each(KINDS)('%s', (kind) => {
  const draw = (data: ChartData) => DRAW[kind](data);
  const drawn = Object.keys(SAMPLES).filter((name) => name !== 'negative' || kind === '막대' || kind === '꺾은선');

  test.each(drawn)('of the sample “%s” is drawn as it was', async (name) => {
    const data = SAMPLES[name];
    if (!data) throw new Error(name);
    const drawing = draw(data);
    if (!drawing) throw new Error('nothing was drawn');
    await expect(`${toSvg(drawing, DESCRIBE[kind](data))}\n`).toMatchFileSnapshot(`golden/${FILES[kind]}-${name}.svg`);
  });

  test('keeps everything inside the width, and holds no number that is none', () => {
    for (const name of drawn) {
      for (const shape of (draw(SAMPLES[name] as ChartData) as Drawing).shapes) {
        for (const [key, value] of Object.entries(shape)) {
          if (typeof value !== 'number') continue;
          expect(Number.isFinite(value), key).toBe(true);
          if (/^(?:x\d?|cx|width)$/.test(key)) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(100.001);
          }
        }
        if (shape.tag === 'rect') expect(shape.x + shape.width).toBeLessThanOrEqual(100.001);
      }
    }
  });

  test('is not drawn without a number', () => {
    expect(draw({ labels: [], series: [] })).toBeUndefined();
    expect(draw({ labels: ['가'], series: [series([undefined])] })).toBeUndefined();
  });

  test('writes no markup that came with the data', () => {
    const svg = toSvg(draw(SAMPLES['hostile'] as ChartData) as Drawing, '<i>"');
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('<i>');
    expect(svg).not.toMatch(/ style=| on\w+=/);
  });
});

describe('in words', () => {
  test.each([
    ['막대', 'plain', '2017년이 97개로 가장 많고, 2014년이 61개로 가장 적다.'],
    ['막대', 'one', '2015년 775백만원 하나뿐이다.'],
    ['막대', 'missing', '2016년이 17백만원으로 가장 많고, 2014년이 13백만원으로 가장 적다. 2015년, 2017년은 값이 없다.'],
    ['막대', 'negative', '2014년이 12.5백만원으로 가장 많고, 2017년이 −20백만원으로 가장 적다.'],
    ['꺾은선', 'plain', '2014년 61개에서 2017년 97개로 늘었다.'],
    ['꺾은선', 'one', '2015년 775백만원 하나뿐이다.'],
    ['꺾은선', 'negative', '2014년 12.5백만원에서 2017년 −20백만원으로 줄었다.'],
    ['누적막대', 'two', '합은 2014년 312명에서 2017년 7명으로 줄었다. 2017년에는 취업이 7명으로 가장 많다.'],
    ['누적막대', 'one', '2015년의 합은 775백만원이다. 2015년에는 금액이 775백만원으로 가장 많다.'],
    ['비율', 'one', '2015년이 100%로 전부다.'],
    ['비율', 'missing', '2016년이 56.7%로 가장 크다. 그다음은 2014년 43.3%이다.'],
  ] as const)('%s of “%s”', (kind, sample, words) => {
    expect(DESCRIBE[kind](SAMPLES[sample] as ChartData)).toBe(words);
  });
});

test('bars leave their numbers room on a phone; names that do not fit there stand in the legend', () => {
  const wide = {
    labels: ['2016년'],
    series: [series([2_029_000], '구민채용기업 임금지원사업 총예산', '천원'), series([5], '집행', '천원')],
  };
  const long = { labels: ['2016년'], series: [series([123_456_789_012_345], '총예산', '백만원')] };
  expect([SAMPLES['two'], wide].map((data) => namesBars(data as ChartData))).toEqual([true, false]);
  for (const data of [...Object.values(SAMPLES), wide, long]) {
    for (const shape of drawBars(data)?.shapes ?? []) {
      if (shape.tag !== 'text' || shape.class === 'label') continue;
      expect((shape.x / 100) * 328 + (shape.dx ?? 0) + textWidth(shape.text), shape.text).toBeLessThanOrEqual(328);
    }
  }
});

test('parts of a whole are not drawn when one is less than nothing', () => {
  expect(drawStackedBars(SAMPLES['negative'] as ChartData)).toBeUndefined();
  expect(drawShares(SAMPLES['negative'] as ChartData)).toBeUndefined();
});

test('shares add up to a hundred, to the rounding', () => {
  const sum = readShares({ labels: ['가', '나', '다'], series: [series([1, 1, 1])] }).reduce((all, { percent }) => all + percent, 0);
  expect(sum).toBeCloseTo(100, 0);
});

describe('the numbers of a table', () => {
  const table = (rows: string, more: Partial<CaseTable> = {}): CaseTable => ({
    id: 't',
    caption: '표',
    page: 1,
    columns: ['부문', '출자자', '금액(억원)'],
    rows,
    chart: { kind: '막대', label: '출자자', values: ['금액(억원)'] },
    ...more,
  });

  test('leave out rows of subtotals, and read - as missing', () => {
    expect(readTableChart(table('| 공공 | 소계 | 10 |\n| 공공 | 계양구 | 6 |\n| 공공 | 공사 | - |'))).toEqual({
      kind: '막대',
      labels: ['계양구', '공사'],
      series: [{ name: '금액', unit: '억원', values: [6, undefined] }],
    });
  });

  test('take their unit from the column, or from the table by the order of its columns of numbers', () => {
    const two = table('| 가 | 16 | 142 |', {
      columns: ['구분', '기업 수', '고용인원'],
      unit: '개소, 명',
      chart: { kind: '막대', label: '구분', values: ['고용인원'] },
    });
    expect(readTableChart(two)?.series[0]?.unit).toBe('명');
  });

  test('are none without a chart or of an unknown kind', () => {
    const bare = table('| 가 | 나 | 1 |');
    delete bare.chart;
    expect(readTableChart(bare)).toBeUndefined();
    expect(readTableChart(table('| 가 | 나 | 1 |', { chart: { kind: '원', label: '출자자', values: [] } }))).toBeUndefined();
  });
});

test('every chart of the cases can be drawn and told', () => {
  const { vocabulary, files } = readContent('content');
  const charts = files.flatMap((file) => validateCase(file, vocabulary).data.tables).flatMap((table) => readTableChart(table) ?? []);
  expect(charts.length).toBeGreaterThan(0);
  for (const chart of charts) {
    expect(DRAW[chart.kind](chart)).toBeDefined();
    expect(DESCRIBE[chart.kind](chart)).toMatch(/다\.$/);
    for (const { unit, name } of chart.series) expect(unit, name).not.toBe('');
  }
});
