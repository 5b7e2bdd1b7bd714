import type { CaseTable } from '../content/schema/case.ts';
import { formatNumber } from '../korean/amounts.ts';
import { withParticle } from '../korean/particle.ts';
import { cellNumber, parseRows } from '../content/tables.ts';

/** What a chart of a table shows, in the form that `src/chart` draws. */
export interface TableChart {
  kind: '막대' | '누적막대' | '꺾은선' | '비율';
  labels: string[];
  series: { name: string; unit: string; values: (number | undefined)[] }[];
}

const KINDS: readonly string[] = ['막대', '누적막대', '꺾은선', '비율'];
const isKind = (name: string): name is TableChart['kind'] => KINDS.includes(name);

/**
 * The numbers that a table's `chart` names. Rows with a cell 소계 are left out, `-` is a missing value.
 * `undefined` when the table has no chart, or one of a kind that cannot be drawn.
 */
export function readTableChart(table: CaseTable): TableChart | undefined {
  const { chart, columns } = table;
  if (!chart || !isKind(chart.kind)) return undefined;
  const rows = parseRows(table.rows).filter((row) => !row.includes('소계'));
  const at = columns.indexOf(chart.label);
  return {
    kind: chart.kind,
    labels: rows.map((row) => row[at] ?? ''),
    series: chart.values.map((column) => {
      const index = columns.indexOf(column);
      return {
        name: column.replace(/\s*\([^()]+\)$/, ''),
        unit: unitOf(table, column),
        values: rows.map((row) => cellNumber(row[index] ?? '')),
      };
    }),
  };
}

const YEAR = /^(?:19|20)\d\d/;

/**
 * What a chart over years says, `2015년 775백만원에서 2016년 2,276백만원으로`: from the first number of each series to its last, of bars on top of
 * each other from sum to sum. `undefined` for other charts, and where a series has fewer than two numbers.
 */
export function claimOf({ kind, labels, series }: TableChart): string | undefined {
  if (!labels.every((label) => YEAR.test(label))) return undefined;
  const told = kind === '누적막대' ? sumOf(series) : series;
  const parts = told.map(({ name, unit, values }) => {
    const points = labels.flatMap((label, index) => {
      const value = values[index];
      return value === undefined ? [] : [`${label} ${formatNumber(value)}${unit}`];
    });
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined || points.length < 2) return undefined;
    return `${told.length > 1 ? `${name} ` : ''}${first}에서 ${withParticle(last, '으로')}`;
  });
  return parts.includes(undefined) || parts.length === 0 ? undefined : parts.join(', ');
}

/** The parts of each label together, as the drawing writes them beside its bars. */
function sumOf(series: TableChart['series']): TableChart['series'] {
  const [first] = series;
  if (!first) return [];
  const values = first.values.map((_, index) => series.reduce((sum, one) => sum + (one.values[index] ?? 0), 0));
  return [{ name: '', unit: first.unit, values }];
}

/** `금액(백만원)` says its unit itself; `개소, 명` of the table belong to its columns of numbers in that order. */
function unitOf({ columns, unit = '', rows }: CaseTable, column: string): string {
  const own = /\(([^()]+)\)$/.exec(column)?.[1];
  if (own !== undefined) return own;
  const units = unit.split(/\s*,\s*/);
  if (units.length === 1) return unit;
  const cells = parseRows(rows);
  const numeric = columns.filter((_, index) => index > 0 && cells.some((row) => cellNumber(row[index] ?? '') !== undefined));
  return units.length === numeric.length ? (units[numeric.indexOf(column)] ?? '') : '';
}
