/** Which rows of a list are shown, and in which order. Pure: rows in, rows out. */
import { normaliseQuery } from '../korean/normalise.ts';
import type { ListState } from './list-state.ts';

export interface ListRow {
  /** All its text, already `searchable`. */
  text: string;
  /** Values by facet. */
  facets: ReadonlyMap<string, readonly string[]>;
  /** Sort values by column: numbers where the column is one of numbers; absent cells come last in either direction. */
  values: ReadonlyMap<string, string | number>;
}

/** Text as it is compared: folded, without spaces, so that 사회적경제 finds 사회적 경제. */
export function searchable(text: string): string {
  return normaliseQuery(text).replaceAll(' ', '');
}

/** The rows that fit the state, in its order. Rows that are equal keep their order. */
export function selectRows<Row extends ListRow>(rows: readonly Row[], { text, chosen, sort }: ListState): Row[] {
  const words = normaliseQuery(text)
    .split(' ')
    .filter((word) => word !== '');
  const fits = (row: Row) =>
    words.every((word) => row.text.includes(word)) &&
    [...chosen].every(([key, values]) => row.facets.get(key)?.some((value) => values.includes(value)) === true);
  const found = rows.filter(fits);
  if (!sort) return found;
  const direction = sort.descending ? -1 : 1;
  return found
    .map((row, index) => ({ row, index, value: row.values.get(sort.key) }))
    .sort((a, b) => compare(a.value, b.value, direction) || a.index - b.index)
    .map(({ row }) => row);
}

function compare(a: string | number | undefined, b: string | number | undefined, direction: number): number {
  if (a === undefined || b === undefined) return (a === undefined ? 1 : 0) - (b === undefined ? 1 : 0);
  if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
  return direction * String(a).localeCompare(String(b), 'ko');
}
