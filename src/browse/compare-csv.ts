/** A comparison as a CSV file. Loaded when first asked for. */
import { toCsv } from '../publish/csv.ts';
import { formatAccessDay } from '../publish/citations.ts';
import { alikeRows, type Column, type Item, type Row } from './comparison.ts';

/** @param missing what a cell says that has no item */
export function saveComparison(
  columns: readonly Column[],
  rows: readonly Row[],
  missing: (items: readonly Item[] | undefined) => string | undefined,
): void {
  const cell = (items: readonly Item[] | undefined) =>
    missing(items) ?? items?.map(({ text, pages }) => (pages === undefined ? text : `${text} (${pages}쪽)`)).join('; ') ?? '';
  const records = [
    ['우수사례명', ...columns.map(({ title }) => title)],
    ...rows.map(({ id, name }) => [name, ...columns.map((column) => cell(column.rows[id]))]),
    ...alikeRows(columns).map(({ name, items }) => [name, ...columns.map((column) => cell(items(column)))]),
    ['링크', ...columns.map(({ url }) => new URL(url, location.href).href)],
    ['접속일', ...columns.map(() => formatAccessDay(new Date()))],
    ['인용', ...columns.map(({ citation }) => citation ?? '')],
  ];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toCsv(['항목', ...columns.map(({ place }) => place)], records)], { type: 'text/csv' }));
  link.download = `compare-${columns.map((one) => one.case).join('-')}.csv`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
