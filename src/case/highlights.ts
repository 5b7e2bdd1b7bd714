/** What the first page shows of all cases: by rule, whatever the cases are. */
import type { ValidCase } from '../content/read.ts';
import type { Amount, CaseData, CaseTable } from '../content/schema/case.ts';
import { toWon } from '../korean/amounts.ts';
import { claimOf, readTableChart, type TableChart } from './chart-data.ts';
import { headlineRows } from './display.ts';
import { unitGroupOf, type UnitGroup } from './unit-groups.ts';

/** The number that a row of a list shows: the first that the author lets stand on top of the case. */
export function tellingFigure(data: CaseData): Amount | undefined {
  return headlineRows(data)[0];
}

/** A topic on more of the list's cases than this share says nothing about one of them. */
const COMMON = 0.5;

/** The first topics of each case that tell it from the others of the list; the first ones where none does. */
export function createTopicChooser(cases: readonly ValidCase[], most: number): (data: CaseData) => readonly string[] {
  const counts = new Map<string, number>();
  for (const { data } of cases) for (const topic of data.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return ({ topics }) => {
    const telling = topics.filter((topic) => (counts.get(topic) ?? 0) <= cases.length * COMMON);
    return (telling.length > 0 ? telling : topics).slice(0, most);
  };
}

export interface Highlight extends ValidCase {
  row: Amount;
}

/** What is counted, in the order in which the first page asks for it. */
const GROUPS: readonly UnitGroup[] = ['money', 'people', 'bodies', 'share', 'area', 'times'];
const MOST_HIGHLIGHTS = 3;

/**
 * The largest number on top of any case, one for each thing that is counted, each of another case. Goals are left out, because nobody has reached
 * them yet.
 */
export function chooseHighlights(cases: readonly ValidCase[]): Highlight[] {
  const all = cases.flatMap((entry) =>
    headlineRows(entry.data).flatMap((row) => {
      const size = row.value === undefined ? undefined : (toWon(row.value, row.unit) ?? row.value);
      return size === undefined || ('kind' in row && row.kind === '목표') ? [] : [{ ...entry, row, size, group: unitGroupOf(row.unit) }];
    }),
  );
  const chosen: typeof all = [];
  for (const group of GROUPS) {
    const largest = all
      .filter((one) => one.group === group && chosen.every(({ slug }) => slug !== one.slug))
      .toSorted((a, b) => b.size - a.size)[0];
    if (largest) chosen.push(largest);
  }
  return chosen.slice(0, MOST_HIGHLIGHTS).map(({ slug, data, row }) => ({ slug, data, row }));
}

export interface ChosenChart extends ValidCase {
  table: CaseTable;
  /** Its first series alone, drawn as bars. */
  chart: TableChart;
  /** `2015년 775백만원에서 2016년 2,276백만원으로` */
  claim: string;
}

/** The chart over years whose first series grew most from its first number to its last. `undefined` where no case has one. */
export function chooseChart(cases: readonly ValidCase[]): ChosenChart | undefined {
  return cases
    .flatMap(({ slug, data }) =>
      data.tables.flatMap((table) => {
        const chart = readTableChart(table);
        const series = chart?.series[0];
        const first = chart && { ...chart, kind: '막대' as const, series: chart.series.slice(0, 1) };
        const claim = first && claimOf(first);
        const values = series?.values.filter((value) => value !== undefined) ?? [];
        const [from = 0, to] = [values[0], values.at(-1)];
        if (!first || claim === undefined || to === undefined || values.length < 2 || from <= 0) return [];
        return [{ slug, data, table, chart: first, claim, growth: to / from }];
      }),
    )
    .toSorted((a, b) => b.growth - a.growth)
    .map(({ slug, data, table, chart, claim }) => ({ slug, data, table, chart, claim }))[0];
}
