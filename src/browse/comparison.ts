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
  /** A number for each thing that is counted, by the id of its unit group; absent in a file of an older build. */
  alike?: Record<string, Item | undefined>;
  citation?: string;
}

/** Rows for what all columns count: `수치(금액)`. At most as many as a reader takes in. */
export function alikeRows(columns: readonly Column[], groups: readonly Row[]): (Row & { items: (column: Column) => Item[] })[] {
  const shared = groups.filter(({ id }) => columns.every(({ alike }) => alike?.[id]));
  return shared
    .slice(0, MOST_ALIKE)
    .map(({ id, name }) => ({ id, name: `수치(${name})`, items: ({ alike }) => (alike?.[id] ? [alike[id]] : []) }));
}

const MOST_ALIKE = 3;
