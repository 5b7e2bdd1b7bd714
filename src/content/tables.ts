import type { CaseTable } from './schema/case.ts';

/** Splits Markdown pipe rows into cells: `| a | b |` → `[['a', 'b']]`. Blank lines are skipped. */
export function parseRows(source: string): string[][] {
  return source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(parseRow);
}

export function parseRow(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

/** A cell with a number and at most a unit behind it: `1,234명` → 1234. `undefined` for words, `-` and ranges. */
export function cellNumber(cell: string): number | undefined {
  const match = /^[△-]?\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?(?:[가-힣]{1,3}|%|㎡|㎢)?$/.exec(cell);
  if (!match) return undefined;
  const value = Number((match[1] ?? '').replaceAll(',', '') + (match[2] ?? ''));
  return /^[△-]/.test(cell) ? -value : value;
}

/** A printed sum that is not the sum of what stands above or beside it. */
export interface TotalMismatch {
  /** `가로` for a row's own sum, `세로` for the row of sums. */
  direction: '가로' | '세로';
  /** What the sum belongs to: the first cell of the row, or the column's name. */
  where: string;
  printed: number;
  computed: number;
}

const SUBTOTAL = '소계';

/** Floating sums of printed decimals: equal to the last printed place. */
const same = (a: number, b: number) => Math.abs(a - b) < 1e-6;

/** Cells without a number add nothing. */
const sumOf = (cells: readonly (string | undefined)[]): number => cells.reduce((sum, cell) => sum + (cellNumber(cell ?? '') ?? 0), 0);

/** Adds up a table again and lists every declared sum that differs. Rows marked 소계 are left out. */
export function findTotalMismatches(table: CaseTable): TotalMismatch[] {
  const { total, columns } = table;
  if (!total) return [];
  const rows = parseRows(table.rows);
  const counted = rows.filter((row) => !row.includes(SUBTOTAL));
  const mismatches: TotalMismatch[] = [];

  if (total.row !== undefined) {
    parseRow(total.row).forEach((cell, index) => {
      const printed = cellNumber(cell);
      if (printed === undefined) return;
      const computed = sumOf(counted.map((row) => row[index]));
      if (!same(printed, computed)) mismatches.push({ direction: '세로', where: columns[index] ?? '', printed, computed });
    });
  }
  if (total.column !== undefined) {
    const at = columns.indexOf(total.column);
    const parts = columns
      .map((name, index) => ({ name, index }))
      .filter(({ name, index }) => index !== at && (total.of === undefined ? index > 0 : total.of.includes(name)));
    for (const row of total.row === undefined ? rows : [...rows, parseRow(total.row)]) {
      const printed = cellNumber(row[at] ?? '');
      if (printed === undefined) continue;
      const computed = sumOf(parts.map(({ index }) => row[index]));
      if (!same(printed, computed)) mismatches.push({ direction: '가로', where: row[0] ?? '', printed, computed });
    }
  }
  return mismatches;
}

/** A partial sum that is not the sum of its group. */
export interface SubtotalMismatch {
  /** Index of its row. */
  row: number;
  /** The column's name. */
  where: string;
  printed: number;
  computed: number;
}

/**
 * Every 소계 that differs from the sum of its group: the rows with the same cells before the word; where it stands first, the rows above it up to
 * the 소계 before. A column with a word among the cells of the group is not one of sums.
 */
export function findSubtotalMismatches({ columns, rows: source }: CaseTable): SubtotalMismatch[] {
  const rows = parseRows(source);
  return rows.flatMap((row, at) => {
    const named = row.indexOf(SUBTOTAL);
    if (named < 0) return [];
    const before = row.slice(0, named).join('|');
    const since = rows.slice(0, at).findLastIndex((other) => other[0] === SUBTOTAL);
    const members = rows.filter((other, index) =>
      other.includes(SUBTOTAL) ? false : named === 0 ? index > since && index < at : other.slice(0, named).join('|') === before,
    );
    return row.flatMap((cell, column): SubtotalMismatch[] => {
      const printed = cellNumber(cell);
      const cells = members.map((member) => member[column] ?? '-');
      if (column <= named || printed === undefined || members.length === 0) return [];
      if (cells.some((member) => member !== '-' && cellNumber(member) === undefined)) return [];
      const computed = sumOf(cells);
      return same(printed, computed) ? [] : [{ row: at, where: columns[column] ?? '', printed, computed }];
    });
  });
}
