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
}
