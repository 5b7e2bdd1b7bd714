/** The ‘복사’ buttons of tables and charts on a case page. */
import { toHtml, toPlainText, type Copied } from './copied.ts';

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-copy]') : null;
  if (!button) return;
  const figure = button.closest('figure');
  const table = figure ? figure.nextElementSibling : button.closest('table');
  if (!(table instanceof HTMLTableElement)) return;
  const copied = readCopied(table, figure, button);
  const item = new ClipboardItem({
    'text/plain': new Blob([toPlainText(copied)], { type: 'text/plain' }),
    'text/html': new Blob([toHtml(copied)], { type: 'text/html' }),
  });
  const say = (words: string) => {
    const before = button.textContent;
    button.textContent = words;
    setTimeout(() => {
      button.textContent = before;
    }, 2000);
  };
  navigator.clipboard.write([item]).then(
    () => {
      say('복사했다');
    },
    () => {
      say('복사하지 못했다');
    },
  );
});

function readCopied(table: HTMLTableElement, figure: Element | null, button: Element): Copied {
  const caption = button.closest('.cap');
  const words = figure?.querySelector('svg')?.getAttribute('aria-label');
  const pages = caption?.querySelector('.pp')?.textContent.trim() ?? '';
  const cite = table.closest<HTMLElement>('[data-cite]')?.dataset['cite'] ?? '';
  // The published address, also where the page is read from a copy of the site.
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  return {
    title: caption?.querySelector('.ct')?.textContent.replaceAll(/\s*\d+\)\s*$/g, '') ?? '',
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
