/**
 * A table of the page that answers to the form before it: filters, text, order, the address, a copy of it, and the rows as CSV.
 * Everything is in the HTML already; without this script the table is whole and the facets are links to static pages.
 *
 * The page's side of the contract:
 * `table[data-list]` with `data-total`, `data-unit` and `data-csv`; rows `tr[data-key]` (`slug` or `slug/id`, several parted by spaces) with
 * `data-<facet>` values parted by spaces; heading rows `tr[data-heading]`; columns `th[data-sort]`, numbers with `data-number`, sort values in `td[data-v]`.
 * `[data-tile]` elsewhere: a place of the map, by its id. `[data-lane]`: a case's line in a picture, shown while the list has a row of that case.
 * `form[data-list-form]` with groups `[data-facet]`; `[data-list-…]` for count, order, told (read out), message, empty, pages, copy, csv and reset.
 */
import { addSortButtons, addSortChoices, readForm, upgradeLinks } from './list-form.ts';
import { isPlain, readState, SORT_KEY, TEXT_KEY, writeState, type ListState } from './list-state.ts';
import { fetchPage, joinGroups, LIST, readRows, readShape, withHeadings, type ShownRow } from './list-table.ts';
import { renewAddress } from './renamed.ts';
import { selectRows } from './rows.ts';

/** Key of the facet that the map stands for. */
const REGION = 'region';

/** More rows at once make a phone slow; the rest is in the CSV. */
const MOST_ROWS = 500;

const table = document.querySelector<HTMLTableElement>(LIST);
const form = document.querySelector<HTMLFormElement>('form[data-list-form]');
if (table && form) start(table, form);

function start(table: HTMLTableElement, form: HTMLFormElement): void {
  upgradeLinks(form);
  renewAddress();
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-list-${name}]`);
  const groups = [...form.querySelectorAll<HTMLElement>('[data-facet]')];
  const boxes = (group: HTMLElement) => [...group.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const { columns, shape, labels } = readShape(table, form);
  const body = table.tBodies[0] ?? table.createTBody();
  const own = [...body.rows];
  const total = Number(table.dataset['total']);
  const unit = table.dataset['unit'] ?? '';
  const textBox = form.elements.namedItem(TEXT_KEY) as HTMLInputElement | null;
  let rows = readRows(body, shape, columns, labels);
  let found: ShownRow[] = rows;
  let { state, unknown } = readState(new URLSearchParams(location.search), shape);
  let loading: Promise<boolean> | undefined;

  const write = (name: string, text: string) => {
    const place = part(name);
    if (place) place.textContent = text;
  };
  const say = (message: string) => {
    write('message', message);
  };
  const tiles = [...document.querySelectorAll<HTMLElement>('[data-tile]')];
  const ownOrder = part('order')?.textContent ?? '';

  /** The rows of the other pages, fetched when a question first goes beyond this one. */
  const loadOthers = async (): Promise<boolean> => {
    const pages = [...document.querySelectorAll<HTMLAnchorElement>('[data-list-pages] a')];
    if (pages.length === 0) return true;
    say('다른 페이지를 읽고 있습니다.');
    try {
      const all: ShownRow[] = [];
      for (const page of pages) {
        if (page.hasAttribute('aria-current')) {
          all.push(...rows);
          continue;
        }
        const otherBody = (await fetchPage(page.href)).querySelector<HTMLTableElement>(LIST)?.tBodies[0];
        if (otherBody) all.push(...readRows(document.importNode(otherBody, true), shape, columns, labels));
      }
      rows = all;
      say('');
      return true;
    } catch {
      say('다른 페이지를 읽지 못해 이 페이지에서만 골랐습니다. 연결을 확인하고 다시 선택해 주세요.');
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
    const sorted = columns.find(({ key }) => key === state.sort?.key);
    const count = plain || found.length === total ? `${String(total)}${unit}` : `${String(total)}${unit} 중 ${String(found.length)}${unit}`;
    const order = sorted ? `${sorted.name} ${state.sort?.descending === true ? '내림차순' : '오름차순'}` : ownOrder;
    write('count', count);
    write('order', order);
    // Beside the heading, not in it: what is read out by itself is no part of the heading's name.
    write('told', `${count}, ${order}`);
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
    const choices = [...state.chosen.values()].flat().length;
    write('chosen', choices === 0 ? '' : ` (${String(choices)}개)`);
    for (const tile of tiles)
      tile.setAttribute('aria-current', String(state.chosen.get(REGION)?.includes(tile.dataset['tile'] ?? '') === true));
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
  // A place on the map is the same choice as in the line of its facet.
  for (const tile of tiles)
    tile.addEventListener('click', (event) => {
      const box = form.querySelector<HTMLInputElement>(`input[name=${REGION}][value="${tile.dataset['tile'] ?? ''}"]`);
      if (!box || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      box.click();
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
        say('이 목록의 링크를 복사했습니다.');
      },
      () => {
        say('복사하지 못했습니다. 주소창에서 복사해 주세요.');
      },
    );
  });
  part('csv')?.addEventListener('click', () => {
    const save = async (): Promise<number> => {
      // A list that is cut into pages is saved whole.
      if (rows.length < total && !(await (loading ??= loadOthers()))) throw new Error('the other pages did not come');
      const saved = isPlain(state) ? rows : found;
      const { download } = await import('./download.ts');
      const name = `${table.dataset['list'] ?? 'list'}-${String(saved.length)}.csv`;
      await download(
        table.dataset['csv'] ?? '',
        saved.flatMap(({ keys }) => keys),
        name,
      );
      return saved.length;
    };
    save().then(
      (count) => {
        say(`CSV로 내려받았습니다: ${String(count)}${unit}`);
      },
      () => {
        loading = undefined;
        say('내려받지 못했습니다. 연결을 확인하거나 페이지를 새로 고친 뒤 다시 눌러 주세요.');
      },
    );
  });

  if (unknown.length > 0)
    import('./explain-unknown.ts').then(
      ({ explainUnknown }) => {
        say(explainUnknown(unknown, (key) => groups.find((group) => group.dataset['facet'] === key)?.dataset['facetName']));
      },
      () => {
        say('링크에 이 목록에 없는 값이 있어 뺐습니다.');
      },
    );
  const fold = form.querySelector<HTMLDetailsElement>('.folded');
  if (fold && (state.chosen.size > 0 || state.text !== '')) fold.open = true;
  if (!isPlain(state)) void draw();
}
