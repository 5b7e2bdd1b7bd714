/**
 * A table of the page that answers to the form before it: filters, text, order, the address, a copy of it, and the rows as CSV.
 * Everything is in the HTML already; without this script the table is whole and the facets are links to static pages.
 *
 * The page's side of the contract:
 * `table[data-list]` with `data-total`, `data-unit` and `data-csv`; rows `tr[data-key]` (`slug` or `slug/id`, several parted by spaces) with
 * `data-<facet>` values parted by spaces; heading rows `tr[data-heading]`; columns `th[data-sort]`, numbers with `data-number`, sort values in `td[data-v]`.
 * `[data-lane]` elsewhere: a case's line in a picture, shown while the list has a row of that case.
 * `form[data-list-form]` with groups `[data-facet]`; `[data-list-…]` for count, order, message, empty, pages, copy, csv and reset.
 */
import { renewAddress } from './renamed.ts';
import { searchable, selectRows, type ListRow } from './rows.ts';
import { isPlain, readState, SORT_KEY, TEXT_KEY, writeState, type ListShape, type ListState, type UnknownValue } from './list-state.ts';

/** More rows at once make a phone slow; the rest is in the CSV. */
const MOST_ROWS = 500;

interface ShownRow extends ListRow {
  element: HTMLTableRowElement;
  /** Keys of the records that the row stands for. */
  keys: string[][];
  heading: HTMLTableRowElement | undefined;
}

interface SortColumn {
  key: string;
  name: string;
  isNumber: boolean;
  head: HTMLTableCellElement;
  index: number;
}

const table = document.querySelector<HTMLTableElement>('table[data-list]');
const form = document.querySelector<HTMLFormElement>('form[data-list-form]');
if (table && form) start(table, form);

function start(table: HTMLTableElement, form: HTMLFormElement): void {
  upgradeLinks(form);
  renewAddress();
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-list-${name}]`);
  const groups = [...form.querySelectorAll<HTMLElement>('[data-facet]')];
  const boxes = (group: HTMLElement) => [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const labels = new Map(
    groups.flatMap((group) => boxes(group).map((box) => [`${box.name}=${box.value}`, box.parentElement?.dataset['name'] ?? ''] as const)),
  );
  const columns = [...(table.tHead?.rows[0]?.cells ?? [])].flatMap((head, index): SortColumn[] => {
    const key = head.dataset['sort'];
    return key === undefined ? [] : [{ key, name: head.textContent.trim(), isNumber: head.dataset['number'] !== undefined, head, index }];
  });
  const shape: ListShape = {
    facets: new Map(groups.map((group) => [group.dataset['facet'] ?? '', boxes(group).map((box) => box.value)])),
    sorts: columns.map(({ key }) => key),
  };
  const body = table.tBodies[0] ?? table.createTBody();
  const own = [...body.rows];
  const total = Number(table.dataset['total']);
  const unit = table.dataset['unit'] ?? '';
  const textBox = form.elements.namedItem(TEXT_KEY) as HTMLInputElement | null;
  let rows = readRows(body, shape, columns, labels);
  let found: ShownRow[] = rows;
  let { state, unknown } = readState(new URLSearchParams(location.search), shape);
  let loading: Promise<boolean> | undefined;

  const say = (message: string) => {
    const place = part('message');
    if (place) place.textContent = message;
  };

  /** The rows of the other pages, fetched when a question first goes beyond this one. */
  const loadOthers = async (): Promise<boolean> => {
    const pages = [...document.querySelectorAll<HTMLAnchorElement>('[data-list-pages] a')];
    if (pages.length === 0) return true;
    say('다른 쪽을 읽고 있다.');
    try {
      const all: ShownRow[] = [];
      for (const page of pages) {
        if (page.hasAttribute('aria-current')) {
          all.push(...rows);
          continue;
        }
        const answer = await fetch(page.href);
        if (!answer.ok) throw new Error(answer.statusText);
        const other = new DOMParser().parseFromString(await answer.text(), 'text/html');
        const otherBody = other.querySelector<HTMLTableElement>('table[data-list]')?.tBodies[0];
        if (otherBody) all.push(...readRows(document.importNode(otherBody, true), shape, columns, labels));
      }
      rows = all;
      say('');
      return true;
    } catch {
      say('다른 쪽을 읽지 못해 이 쪽에서만 골랐다. 연결을 확인하고 다시 고른다.');
      return false;
    }
  };

  const draw = async (): Promise<void> => {
    const asked = state;
    if (!isPlain(asked)) {
      loading ??= loadOthers();
      if (!(await loading)) loading = undefined;
      if (asked !== state) return;
    }
    const plain = isPlain(state);
    found = selectRows(rows, state);
    body.replaceChildren(...(plain ? own : withHeadings(found.slice(0, MOST_ROWS), state.sort === undefined)));
    joinGroups(body);
    const cases = new Set(found.flatMap(({ keys }) => keys.map(([slug]) => slug)));
    for (const lane of document.querySelectorAll<HTMLElement>('[data-lane]')) lane.hidden = !cases.has(lane.dataset['lane']);
    const count = part('count');
    if (count)
      count.textContent = found.length === total ? `${String(total)}${unit}` : `${String(total)}${unit} 중 ${String(found.length)}${unit}`;
    const order = part('order');
    const sorted = columns.find(({ key }) => key === state.sort?.key);
    if (order) {
      order.dataset['own'] ??= order.textContent;
      order.textContent = sorted ? `${sorted.name} ${state.sort?.descending === true ? '내림차순' : '오름차순'}` : order.dataset['own'];
    }
    for (const column of columns)
      column.head.setAttribute('aria-sort', column !== sorted ? 'none' : state.sort?.descending === true ? 'descending' : 'ascending');
    for (const group of groups) {
      const chosen = state.chosen.get(group.dataset['facet'] ?? '') ?? [];
      for (const box of boxes(group)) box.checked = chosen.includes(box.value);
      group.querySelector('[data-all]')?.setAttribute('aria-current', String(chosen.length === 0));
      const more = group.querySelector('details');
      if (more && chosen.length > 0) more.open = true;
    }
    for (const radio of form.querySelectorAll<HTMLInputElement>(`input[name=${SORT_KEY}]`))
      radio.checked = radio.value === (state.sort ? (state.sort.descending ? '-' : '') + state.sort.key : '');
    if (textBox && document.activeElement !== textBox) textBox.value = state.text;
    const show = (name: string, shown: boolean) => {
      const place = part(name);
      if (place) place.hidden = !shown;
    };
    show('reset', !plain);
    show('pages', plain);
    show('empty', found.length === 0);
    show('cut', !plain && found.length > MOST_ROWS);
  };

  const change = (next: ListState, how: 'pushState' | 'replaceState') => {
    state = next;
    history[how](null, '', location.pathname + writeState(state) + location.hash);
    say('');
    void draw();
  };
  const sortBy = (key: string) => {
    const descending = state.sort?.key === key && !state.sort.descending;
    const back = state.sort?.key === key && state.sort.descending;
    const { text, chosen } = state;
    change(back ? { text, chosen } : { text, chosen, sort: { key, descending } }, 'pushState');
  };

  addSortButtons(columns, sortBy);
  addSortChoices(form, columns);
  form.addEventListener('change', (event) => {
    if (event.target === textBox) return;
    change(readForm(form, shape), 'pushState');
  });
  form.addEventListener('input', (event) => {
    if (event.target === textBox && !event.isComposing) change(readForm(form, shape), 'replaceState');
  });
  textBox?.addEventListener('compositionend', () => {
    change(readForm(form, shape), 'replaceState');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    change(readForm(form, shape), 'pushState');
  });
  form.addEventListener('click', (event) => {
    const all = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-all]') : null;
    if (!all) return;
    event.preventDefault();
    for (const box of all.closest('[data-facet]')?.querySelectorAll<HTMLInputElement>('input') ?? []) box.checked = false;
    change(readForm(form, shape), 'pushState');
  });
  addEventListener('popstate', () => {
    ({ state, unknown } = readState(new URLSearchParams(location.search), shape));
    void draw();
  });
  part('reset')?.addEventListener('click', () => {
    if (textBox) textBox.value = '';
    change({ text: '', chosen: new Map() }, 'pushState');
  });
  part('copy')?.addEventListener('click', () => {
    navigator.clipboard.writeText(location.href).then(
      () => {
        say('이 목록의 주소를 복사했다.');
      },
      () => {
        say('복사하지 못했다. 주소창의 주소를 복사한다.');
      },
    );
  });
  part('csv')?.addEventListener('click', () => {
    const keys = found.flatMap((row) => row.keys);
    const name = `${table.dataset['list'] ?? 'list'}-${String(found.length)}.csv`;
    const load = async () => {
      const { download } = await import('./download.ts');
      await download(table.dataset['csv'] ?? '', keys, name);
    };
    load().then(
      () => {
        say(`${String(found.length)}${unit}을 CSV로 내려받았다.`);
      },
      () => {
        say('내려받지 못했다. 연결을 확인하고 다시 누른다.');
      },
    );
  });

  if (unknown.length > 0) say(explainUnknown(unknown, groups));
  if (!isPlain(state)) void draw();
}

/** Links to static pages become check boxes with the same words. */
function upgradeLinks(form: HTMLFormElement): void {
  for (const link of form.querySelectorAll<HTMLAnchorElement>('a[data-value]')) {
    const label = document.createElement('label');
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.name = link.closest<HTMLElement>('[data-facet]')?.dataset['facet'] ?? '';
    box.value = link.dataset['value'] ?? '';
    box.autocomplete = 'off';
    label.dataset['name'] = link.dataset['name'] ?? '';
    label.append(box, ...link.childNodes);
    link.replaceWith(label);
  }
}

function readRows(
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
function withHeadings(rows: readonly ShownRow[], inOrder: boolean): HTMLTableRowElement[] {
  let last: string | undefined;
  return rows.flatMap(({ element, heading }) => {
    const name = heading?.dataset['heading'];
    if (!inOrder || !heading || name === last) return [element];
    last = name;
    return [heading, element];
  });
}

/** A group's name is printed at its first row only. */
function joinGroups(body: HTMLTableSectionElement): void {
  let last: string | undefined;
  for (const { dataset, classList } of body.rows) {
    if (dataset['group'] === undefined) last = undefined;
    else classList.toggle('again', dataset['group'] === last);
    last = dataset['group'];
  }
}

function readForm(form: HTMLFormElement, shape: ListShape): ListState {
  const params = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (typeof value === 'string') params.append(key, value);
  return readState(params, shape).state;
}

function addSortButtons(columns: readonly SortColumn[], sortBy: (key: string) => void): void {
  for (const { head, key, name } of columns) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.setAttribute('aria-label', `${name} 차례로 놓기`);
    button.addEventListener('click', () => {
      sortBy(key);
    });
    head.append(button);
    head.setAttribute('aria-sort', 'none');
  }
}

/** On a phone the head of the table is not shown; there the order is a line of the form. */
function addSortChoices(form: HTMLFormElement, columns: readonly SortColumn[]): void {
  const list = form.querySelector('[data-list-sorts]');
  const choices = columns.flatMap(({ key, name, isNumber }) =>
    isNumber
      ? [
          [`-${key}`, `${name} 큰 것부터`],
          [key, `${name} 작은 것부터`],
        ]
      : [[key, name]],
  );
  for (const [value = '', name = ''] of [['', '처음 차례'], ...choices]) {
    const label = document.createElement('label');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = SORT_KEY;
    radio.value = value;
    radio.autocomplete = 'off';
    radio.checked = value === '';
    label.append(radio, name);
    const item = document.createElement('li');
    item.append(label);
    list?.append(item);
  }
}

function explainUnknown(unknown: readonly UnknownValue[], groups: readonly HTMLElement[]): string {
  const sentences = unknown.map(({ key, value }) => {
    const facet = groups.find((group) => group.dataset['facet'] === key)?.dataset['facetName'] ?? '차례';
    return `주소의 ‘${value}’는 ${facet}에 없는 값이라 뺐다.`;
  });
  return sentences.join(' ');
}
