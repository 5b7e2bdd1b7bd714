import type { CaseTable } from '../content/schema/case.ts';
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
