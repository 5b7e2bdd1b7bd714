/**
 * Beside each way from an answer to a list, how many rows it leads to: counted by the list's own rule in the list's own page, so that the
 * list then shows as many. The page is the one that a reader who follows gets from the browser's cache.
 */
import { upgradeLinks } from './list-form.ts';
import { readState, type ListShape } from './list-state.ts';
import { fetchPage, LIST, readRows, readShape, type ShownRow } from './list-table.ts';
import { selectRows } from './rows.ts';

interface List {
  shape: ListShape;
  rows: readonly ShownRow[];
  unit: string;
}

/** Milliseconds for which an answer has stood before anything is fetched for it: who reads on or types on needs no number. */
const REST = 700;
/** Of a list, each some 20 KB. */
const MOST_PAGES = 3;

const lists = new Map<string, Promise<List | undefined>>();
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Writes the numbers behind the names of the ways, some time after the answer has come. */
export function countWays(results: Element): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    for (const way of results.querySelectorAll<HTMLAnchorElement>('.ways a')) void count(way);
  }, REST);
}

async function count(way: HTMLAnchorElement): Promise<void> {
  const { pathname, search } = way;
  let list = lists.get(pathname);
  if (!list) lists.set(pathname, (list = open(pathname)));
  const read = await list;
  if (!read) {
    lists.delete(pathname);
    return;
  }
  const found = selectRows(read.rows, readState(new URLSearchParams(search), read.shape).state).length;
  const place = way.querySelector('.count');
  if (place && found > 0) place.textContent = `${String(found)}${read.unit}`;
}

/** `undefined` where it cannot be had, or has so many pages that they are not fetched for the sake of a number. */
async function open(path: string): Promise<List | undefined> {
  try {
    const first = await fetchPage(path);
    const table = first.querySelector<HTMLTableElement>(LIST);
    const form = first.querySelector<HTMLFormElement>('form[data-list-form]');
    const others = [...first.querySelectorAll<HTMLAnchorElement>('[data-list-pages] a:not([aria-current])')].map((link) => link.pathname);
    if (!table || !form || others.length >= MOST_PAGES) return undefined;
    upgradeLinks(form);
    const { columns, shape, labels } = readShape(table, form);
    const rows: ShownRow[] = [];
    for (const page of [first, ...(await Promise.all(others.map(fetchPage)))]) {
      const body = page.querySelector<HTMLTableElement>(LIST)?.tBodies[0];
      if (body) rows.push(...readRows(body, shape, columns, labels));
    }
    return { shape, rows, unit: table.dataset['unit'] ?? '' };
  } catch {
    return undefined;
  }
}
