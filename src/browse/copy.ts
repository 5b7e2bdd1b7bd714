/** The copy buttons of tables and charts on a case page. */
import { textWithout } from './place.ts';
import { toHtml, toPlainText, type Copied } from './copied.ts';

/** What stands on a button while it says nothing else; pressed again meanwhile, it must not keep the answer. */
const labels = new WeakMap<HTMLButtonElement, readonly ChildNode[]>();

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-copy]') : null;
  if (!button) return;
  const figure = button.closest('figure');
  // A chart stands right before the table that it draws.
  const table = (figure ? figure.nextElementSibling : button.closest('.held'))?.querySelector('table');
  if (!(table instanceof HTMLTableElement)) return;
  const copied = readCopied(table, figure);
  const item = new ClipboardItem({
    'text/plain': new Blob([toPlainText(copied)], { type: 'text/plain' }),
    'text/html': new Blob([toHtml(copied)], { type: 'text/html' }),
  });
  const label = labels.get(button) ?? [...button.childNodes];
  labels.set(button, label);
  const say = (words: string) => {
    button.textContent = words;
    setTimeout(() => {
      button.replaceChildren(...label);
    }, 2000);
  };
  navigator.clipboard.write([item]).then(
    () => {
      say('복사했습니다');
    },
    () => {
      say('복사하지 못했습니다');
    },
  );
});

function readCopied(table: HTMLTableElement, figure: Element | null): Copied {
  const caption = (figure ?? table).querySelector('.cap');
  const words = figure?.querySelector('svg')?.getAttribute('aria-label');
  const pages = caption?.querySelector('.pp')?.textContent.trim() ?? '';
  const cite = table.closest<HTMLElement>('[data-cite]')?.dataset['cite'] ?? '';
  // The published address, also where the page is read from a copy of the site.
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  return {
    title: textWithout(caption?.querySelector('.ct'), '.nm'),
    ...(words === undefined || words === null ? {} : { words }),
    rows: readRows(table),
    source: [`${cite} ${pages}`, `${address.split('#')[0] ?? ''}#${table.id}`],
  };
}

/** Cells row by row; a cell that spans several rows is said in each of them. */
function readRows(table: HTMLTableElement): string[][] {
  const width = table.tHead?.rows[0]?.cells.length ?? 0;
  let first: string | undefined;
  return [...table.rows].map((row) => {
    const cells = [...row.cells].map((cell) =>
      cell.querySelector('[aria-hidden]')
        ? '-'
        : cell.querySelector('li')
          ? [...cell.querySelectorAll('li')].map((item) => item.textContent.trim()).join(' / ')
          : cell.textContent,
    );
    if (cells.length < width && first !== undefined) cells.unshift(first);
    first = cells[0];
    return cells;
  });
}
