/**
 * What a case page does at once for copying: names for its links, buttons shown, the day of access on paper. The rest comes with the
 * first touch of something that copies; a press that comes before it is made again. Without script the links stay links and the
 * texts select as a whole.
 */
import { formatAccessDay } from '../case/citations.ts';
import { describePlace, PLACE_LINKS } from './place.ts';

const WANTED = `button[data-copy], [data-style], ${PLACE_LINKS}`;
const wanted = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>(WANTED) : null);

let loading: Promise<unknown> | undefined;
const load = (): Promise<unknown> => {
  loading ??= Promise.all([import('./copy-links.ts'), import('../browse/copy.ts')]);
  return loading;
};
const loadFor = (event: Event) => {
  // Fails without a network; the press then tries again, and follows the link.
  if (wanted(event)) load().catch(() => (loading = undefined));
};
/** What was pressed last before the rest came; the presses before it are forgotten. */
let awaited: HTMLElement | undefined;
const pressAgain = (event: MouseEvent) => {
  const pressed = wanted(event);
  if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  const isFirst = awaited === undefined;
  awaited = pressed;
  if (!isFirst) return;
  load().then(
    () => {
      removeEventListener('click', pressAgain, true);
      // Not at once: while a press of a key is still being handled, the browser drops a second press of the same element.
      setTimeout(() => {
        awaited?.click();
      });
    },
    () => {
      loading = awaited = undefined;
      if (pressed instanceof HTMLAnchorElement) location.hash = pressed.hash;
    },
  );
};
addEventListener('pointerover', loadFor);
addEventListener('focusin', loadFor);
addEventListener('click', pressAgain, true);

// A site without an address is cited by the one that the page is read at, which only the rest can fill in.
if (document.querySelector('[data-cited*=\'"url":"/\']')) load().catch(() => (loading = undefined));

for (const button of document.querySelectorAll<HTMLElement>('[data-cited] button[data-copy]')) button.hidden = false;
for (const link of document.querySelectorAll<HTMLElement>(PLACE_LINKS))
  link.ariaLabel = `${link.textContent.trim()}, ${describePlace(link, location.href).title}`;
addEventListener('beforeprint', () => {
  for (const place of document.querySelectorAll('[data-accessed]')) place.textContent = `접속일: ${formatAccessDay(new Date())}`;
});
