/**
 * ‘비교에 담기’ on rows and cases (`input[data-pick]`), and the bar at the foot of the window that says what was kept and leads to the comparison.
 * The bar is there only while something is kept.
 */
import { MOST_COMPARED, writeChosen } from './chosen.ts';
import { readPicks, writePicks } from './picks.ts';

/** The bar's own styles: hardly a visit needs them, and every page would carry them. */
const STYLES = `
.pick:has(:disabled) { color: var(--soft) }
.picks { position: sticky; bottom: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.4rem; padding: .45rem 1rem;
  background: var(--wash); border-top: 2px solid var(--ink); font-size: var(--m) }
.picks[hidden] { display: none }
.picks :is(a, button) { padding-block: .35rem; font-weight: 600; color: var(--jjok) }`;

/** What stands ticked already is kept: it was pressed while this was on its way. */
export function startPicking(): void {
  const base = import.meta.env.BASE_URL;
  const bar = document.createElement('p');
  const said = document.createElement('span');
  const link = document.createElement('a');
  const clear = document.createElement('button');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets.push(sheet);
  bar.className = 'picks screen-only';
  said.setAttribute('role', 'status');
  link.textContent = '비교하기';
  clear.type = 'button';
  clear.textContent = '비우기';

  const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('[data-pick]')];
  let picks: readonly string[] = [];
  const show = () => {
    const full = picks.length >= MOST_COMPARED;
    for (const box of boxes()) {
      box.checked = picks.includes(box.value);
      box.disabled = full && !box.checked;
    }
    const count = `비교에 담은 사례 ${String(picks.length)}건`;
    said.textContent =
      picks.length === 1 ? `${count}, 한 건 더 담으면 비교할 수 있습니다.` : full ? `${count}, 더 담을 수 없습니다.` : count;
    link.hidden = picks.length < 2;
    link.href = `${base}compare/${writeChosen(picks)}`;
    bar.hidden = picks.length === 0;
  };
  const keep = (next: readonly string[]) => {
    picks = next;
    writePicks(picks);
    show();
  };

  document.querySelector('main')?.append(bar);
  bar.append(said, ' ', link, ' ', clear);
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset['pick'] === undefined) return;
    const others = picks.filter((slug) => slug !== target.value);
    keep(target.checked ? [...others, target.value] : others);
  });
  clear.addEventListener('click', () => {
    keep([]);
    boxes()[0]?.focus();
  });
  // Kept or let go on another page: in another window, or before coming back to this one.
  const renew = () => {
    picks = readPicks();
    show();
  };
  addEventListener('storage', renew);
  addEventListener('pageshow', renew);
  // Rows of other pages come in when a filter asks for them.
  const table = document.querySelector('[data-list]');
  if (table) new MutationObserver(show).observe(table, { childList: true, subtree: true });
  const pressed = boxes().flatMap(({ checked, value }) => (checked ? [value] : []));
  keep([...new Set([...readPicks(), ...pressed])].slice(0, MOST_COMPARED));
}
