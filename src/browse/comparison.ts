/** What a case is compared by, as its small file says it (`/data/compare/<slug>.json`). */

export interface Item {
  text: string;
  url: string;
  pages?: string;
}

export interface Row {
  id: string;
  name: string;
}

export interface Column {
  build: string;
  case: string;
  place: string;
  title: string;
  url: string;
  /** By the id of the row. */
  rows: Record<string, Item[] | undefined>;
  /** A number for each thing that is counted, in one order for all cases; absent in a file of an older build. */
  alike?: (Item & { name: string })[];
  citation?: string;
}

/** Rows for what all columns count: `수치(금액)`. At most as many as a reader takes in. */
export function alikeRows(columns: readonly Column[]): { name: string; items: (column: Column) => Item[] }[] {
  const of = ({ alike = [] }: Column, name: string) => alike.filter((one) => one.name === name);
  const names = columns[0]?.alike?.map(({ name }) => name) ?? [];
  const shared = names.filter((name) => columns.every((column) => of(column, name).length > 0));
  return shared.slice(0, MOST_ALIKE).map((name) => ({ name: `수치(${name})`, items: (column) => of(column, name) }));
}

const MOST_ALIKE = 3;
