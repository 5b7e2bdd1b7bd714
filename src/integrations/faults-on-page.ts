/** In the preview: the faults of the content, all of them on top, those of this case at their places too. */
import type { PlacedFault } from './show-faults.ts';

const STYLE = `
  .content-fault { margin: .6rem 0; padding: .6rem 1rem; border: 2px solid #b3261e; background: #fff; color: #1d1c1a; font: 400 15px/1.6 sans-serif; text-align: left; white-space: normal; }
  .content-fault.warning { border: 1px dashed #8a5a00; }
  .content-fault p { text-indent: 0; margin: 0; }
  .content-fault pre { margin: .3rem 0 0; padding: .3rem .6rem; background: #f3efe6; white-space: pre-wrap; user-select: all; }
  .content-fault a { color: #1f4b74; }
`;

const element = (tag: string, text: string): HTMLElement => Object.assign(document.createElement(tag), { textContent: text });

function describe({ file, line, field, problem, fix, corrected, isWarning, slug, place }: PlacedFault): HTMLElement {
  const box = document.createElement('aside');
  box.className = isWarning ? 'content-fault warning' : 'content-fault';
  const where = element('p', '');
  const link = element('a', `${file} ${String(line)}행${field === '' ? '' : `, ${field}`}`);
  if (slug !== undefined) link.setAttribute('href', `${import.meta.env.BASE_URL}cases/${slug}/${place === undefined ? '' : `#${place}`}`);
  where.append(link);
  box.append(where, element('p', problem), element('p', fix));
  if (corrected !== undefined) box.append(element('p', '고친 행:'), element('pre', corrected));
  return box;
}

const isError = ({ isWarning }: PlacedFault): boolean => isWarning !== true;

function show(faults: readonly PlacedFault[]): void {
  for (const old of document.querySelectorAll('.content-fault, .content-fault-row')) old.remove();
  if (faults.length === 0) return;
  const here = /\/cases\/([^/]+)\//.exec(location.pathname)?.[1];
  for (const fault of faults) {
    const target = fault.slug === here && fault.place !== undefined ? document.getElementById(fault.place) : null;
    if (!target) continue;
    if (target instanceof HTMLTableRowElement) {
      const row = document.createElement('tr');
      row.className = 'content-fault-row';
      const cell = document.createElement('td');
      cell.colSpan = 9;
      cell.append(describe(fault));
      row.append(cell);
      target.after(row);
    } else (target.closest('.hd, .held') ?? target).after(describe(fault));
  }
  const errors = faults.filter(isError);
  const warnings = faults.length - errors.length;
  const head = document.createElement('aside');
  head.className = errors.length > 0 ? 'content-fault' : 'content-fault warning';
  head.setAttribute('role', errors.length > 0 ? 'alert' : 'status');
  if (errors.length > 0)
    head.append(element('p', `내용에 오류가 ${String(errors.length)}건 있습니다. 읽을 수 없는 사례는 마지막으로 맞던 내용이 보입니다.`));
  if (warnings > 0) head.append(element('p', `다시 볼 곳이 ${String(warnings)}군데 있습니다. 오류가 아니므로 그대로 두어도 됩니다.`));
  head.append(...faults.map(describe));
  document.querySelector('main')?.prepend(head);
}

document.head.append(element('style', STYLE));
import.meta.hot?.on('content-faults', show);
const answer = await fetch(`${import.meta.env.BASE_URL}__faults.json`);
show((await answer.json()) as PlacedFault[]);
// Mended: a page that could not be made can be now.
if (!document.querySelector('main article, main table, main form'))
  import.meta.hot?.on('content-faults', (faults: readonly PlacedFault[]) => {
    if (!faults.some(isError)) location.reload();
  });
