/** The table of a list as its script reads and sets it: columns, rows, headings, groups. */
import type { ListShape } from './list-state.ts';
import { searchable, type ListRow } from './rows.ts';

/** The table of a list. */
export const LIST = 'table[data-list]';

/** A page of the site as a document. @throws when it cannot be fetched */
export async function fetchPage(address: string): Promise<Document> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

export interface ShownRow extends ListRow {
  element: HTMLTableRowElement;
  /** Keys of the records that the row stands for. */
  keys: string[][];
  heading: HTMLTableRowElement | undefined;
}

export interface SortColumn {
  key: string;
  name: string;
  isNumber: boolean;
  head: HTMLTableCellElement;
  index: number;
}

/** What a list can be asked for, by its columns and its form of check boxes, and the names of its values by `key=value`. */
export function readShape(
  table: HTMLTableElement,
  form: HTMLFormElement,
): { columns: SortColumn[]; shape: ListShape; labels: ReadonlyMap<string, string> } {
  const columns = readColumns(table);
  const groups = [...form.querySelectorAll<HTMLElement>('[data-facet]')].map(
    (group) => [group.dataset['facet'] ?? '', [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]] as const,
  );
  return {
    columns,
    shape: {
      facets: new Map(groups.map(([facet, boxes]) => [facet, boxes.map((box) => box.value)])),
      // Columns that say the same in every row are not there; an older link may still ask for their order.
      sorts: [...columns.map(({ key }) => key), ...(table.dataset['flat'] ?? '').split(' ')].filter((key) => key !== ''),
    },
    labels: new Map(
      groups.flatMap(([, boxes]) => boxes.map((box) => [`${box.name}=${box.value}`, box.parentElement?.dataset['name'] ?? ''] as const)),
    ),
  };
}

/** The columns that the list can be ordered by. */
function readColumns(table: HTMLTableElement): SortColumn[] {
  return [...(table.tHead?.rows[0]?.cells ?? [])].flatMap((head, index): SortColumn[] => {
    const key = head.dataset['sort'];
    return key === undefined ? [] : [{ key, name: head.textContent.trim(), isNumber: head.dataset['number'] !== undefined, head, index }];
  });
}

/** @param labels names of the values, by `key=value`: rows are found by them too */
export function readRows(
  body: HTMLTableSectionElement,
  shape: ListShape,
  columns: readonly SortColumn[],
  labels: ReadonlyMap<string, string>,
): ShownRow[] {
  const rows: ShownRow[] = [];
  let heading: HTMLTableRowElement | undefined;
  for (const element of body.rows) {
    const { key } = element.dataset;
    if (key === undefined) {
      heading = element;
      continue;
    }
    const facets = new Map([...shape.facets.keys()].map((facet) => [facet, (element.dataset[facet] ?? '').split(' ')]));
    const names = [...facets].flatMap(([facet, values]) => values.map((value) => labels.get(`${facet}=${value}`) ?? ''));
    const values = new Map<string, string | number>();
    for (const column of columns) {
      const cell = element.cells[column.index];
      const value = cell?.dataset['v'] ?? cell?.textContent.trim() ?? '';
      if (value !== '') values.set(column.key, column.isNumber ? Number(value) : value);
    }
    rows.push({
      element,
      heading,
      keys: key.split(' ').map((one) => one.split('/')),
      text: searchable(`${element.textContent} ${names.join(' ')}`),
      facets,
      values,
    });
  }
  return rows;
}

/** Rows with the headings that they stand under; none when the order is another than the list's own. */
export function withHeadings(rows: readonly ShownRow[], inOrder: boolean): HTMLTableRowElement[] {
  let last: string | undefined;
  return rows.flatMap(({ element, heading }) => {
    const name = heading?.dataset['heading'];
    if (!inOrder || !heading || name === last) return [element];
    last = name;
    return [heading, element];
  });
}

/** A group's name is printed at its first row only. */
export function joinGroups(body: HTMLTableSectionElement): void {
  let last: string | undefined;
  for (const { dataset, classList } of body.rows) {
    if (dataset['group'] === undefined) last = undefined;
    else classList.toggle('again', dataset['group'] === last);
    last = dataset['group'];
  }
}
