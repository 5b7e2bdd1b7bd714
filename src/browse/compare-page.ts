/**
 * The page `/compare/`: reads the address and the boxes, fetches a small file for each case and sets them side by side.
 * `[data-compare]` holds the rows (`data-rows`, a list of id and name), the build that they belong to and where the files are;
 * `[data-compare-…]` are the places for message, table and buttons.
 */
import { MOST_COMPARED, readChosen, writeChosen } from './chosen.ts';
import { addAccessDay, formatAccessDay } from '../publish/citations.ts';
import { alikeRows, type Column, type Item, type Row } from './comparison.ts';
import { readPicks, writePicks } from './picks.ts';
import { renewAddress } from './renamed.ts';

const NOT_SAID = '사례집에 없음';
/** Of a row that the file does not know: it was written for other rows than this page has. */
const NOT_READ = '새로 고친 뒤 볼 수 있음';

export function startCompare(): void {
  const root = document.querySelector<HTMLElement>('[data-compare]');
  if (!root) return;
  renewAddress();
  // What was kept before, and what a case page adds to it (`?add=`); an address that names cases stays as it was sent.
  const asked = new URLSearchParams(location.search);
  const added = asked.get('add');
  const picks = [...new Set([...readPicks(), ...(added === null ? [] : [added])])];
  if (!asked.has('cases') && picks.length > 0) history.replaceState(null, '', location.pathname + writeChosen(picks));
  const boxes = [...root.querySelectorAll<HTMLInputElement>('input[name=cases]')];
  const known = (root.dataset['known'] ?? '').split(' ');
  if (added !== null) writePicks(readChosen(new URLSearchParams(location.search), known).slugs);
  const names = JSON.parse(root.dataset['rows'] ?? '[]') as Row[];
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-compare-${name}]`);
  const files = new Map<string, Promise<Column>>();
  let shown: Column[] = [];

  const fetchCase = (slug: string): Promise<Column> => {
    const file =
      files.get(slug) ??
      fetch(`${root.dataset['files'] ?? ''}${slug}.json`).then(async (answer) => {
        if (!answer.ok) throw new Error(answer.statusText);
        return (await answer.json()) as Column;
      });
    files.set(slug, file);
    return file;
  };

  const say = (sentences: readonly string[]) => {
    const place = part('message');
    if (place) place.textContent = sentences.join(' ');
  };

  const draw = async () => {
    const { slugs, said } = readChosen(new URLSearchParams(location.search), known);
    for (const box of boxes) {
      box.checked = slugs.includes(box.value);
      box.disabled = !box.checked && slugs.length >= MOST_COMPARED;
    }
    say(said);
    try {
      shown = await Promise.all(slugs.map(fetchCase));
    } catch {
      files.clear();
      delete document.documentElement.dataset['asked'];
      say([...said, '사례를 읽지 못했습니다. 연결을 확인하고 새로 고쳐 주세요.']);
      return;
    }
    const isOld = shown.some(({ build }) => build !== root.dataset['build']);
    if (isOld) say([...said, '이 페이지를 연 뒤에 누리집이 바뀌었습니다. 새로 고치면 모든 항목을 볼 수 있습니다.']);
    const reload = part('reload');
    if (reload) reload.hidden = !isOld;
    const place = part('table');
    place?.replaceChildren(...(shown.length > 1 ? [compareTable(shown, names)] : []));
    if (shown.length < 2) delete document.documentElement.dataset['asked'];
    const tools = part('tools');
    if (tools) tools.hidden = shown.length < 2;
  };

  for (const box of boxes) {
    box.addEventListener('change', () => {
      const { slugs } = readChosen(new URLSearchParams(location.search), known);
      const next = box.checked ? [...slugs, box.value] : slugs.filter((slug) => slug !== box.value);
      writePicks(next);
      history.pushState(null, '', location.pathname + writeChosen(next));
      void draw();
    });
  }
  addEventListener('popstate', () => void draw());
  part('reload')?.addEventListener('click', () => {
    location.reload();
  });
  part('print')?.addEventListener('click', () => {
    print();
  });
  part('copy')?.addEventListener('click', () => {
    navigator.clipboard.writeText(location.href).then(
      () => {
        say(['이 비교의 링크를 복사했습니다.']);
      },
      () => {
        say(['복사하지 못했습니다. 주소창에서 복사해 주세요.']);
      },
    );
  });
  part('csv')?.addEventListener('click', () => {
    import('./compare-csv.ts').then(
      ({ saveComparison }) => {
        saveComparison(shown, names, missing);
      },
      () => {
        say(['내려받지 못했습니다. 연결을 확인하거나 페이지를 새로 고친 뒤 다시 눌러 주세요.']);
      },
    );
  });
  void draw();
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** What a cell says that has no item. */
function missing(items: readonly Item[] | undefined): string | undefined {
  return items === undefined ? NOT_READ : items.length === 0 ? NOT_SAID : undefined;
}

function compareTable(columns: readonly Column[], names: readonly Row[]): HTMLTableElement {
  const head = element(
    'tr',
    { role: 'row' },
    element('td', { role: 'cell' }),
    ...columns.map(({ place, title, url }) =>
      element('th', { role: 'columnheader', scope: 'col' }, element('small', {}, place), ' ', element('a', { href: url }, title)),
    ),
  );
  const toRow = (name: string, cellOf: (column: Column) => HTMLElement | string) =>
    element(
      'tr',
      { role: 'row' },
      element('th', { role: 'rowheader', scope: 'row' }, name),
      ...columns.map((column) => element('td', { role: 'cell', 'data-th': column.place }, cellOf(column))),
    );
  const today = formatAccessDay(new Date());
  const rows = [
    ...names.map(({ id, name }) => toRow(name, ({ rows: cells }) => compareCell(cells[id]))),
    ...alikeRows(columns).map(({ name, items }) => toRow(name, (column) => compareCell(items(column)))),
    toRow('인용', ({ citation }) => (citation === undefined ? NOT_READ : addAccessDay(citation, today))),
  ];
  return element(
    'table',
    { class: `compare of-${String(columns.length)}`, role: 'table' },
    element('caption', { class: 'vh' }, `${columns.map(({ place }) => place).join(', ')} 비교`),
    element('thead', { role: 'rowgroup' }, head),
    element('tbody', { role: 'rowgroup' }, ...rows),
  );
}

function compareCell(items: readonly Item[] | undefined): HTMLElement {
  const lacks = missing(items);
  if (lacks !== undefined) return element('span', { class: 'none' }, lacks);
  return element(
    'ul',
    {},
    ...(items ?? []).map(({ text, url, pages }) =>
      element(
        'li',
        {},
        element('a', { href: url }, text),
        ...(pages === undefined ? [] : [element('span', { class: 'at' }, ` ${pages}쪽`)]),
      ),
    ),
  );
}
