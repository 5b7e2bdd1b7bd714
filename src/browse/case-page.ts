/**
 * What a case page does at once for copying: names for its links, buttons shown, the day of access on paper and in a text that is
 * copied by hand. The rest comes with the first touch of something that copies; a press that comes before it is made again. Without
 * script the links stay links and the texts select as a whole.
 */
import { addAccessDay, formatAccessDay } from '../publish/citations.ts';
import { describePlace, PLACE_LINKS } from './place.ts';

const WANTED = `button[data-copy], [data-save], [data-page], ${PLACE_LINKS}`;
const wanted = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLElement>(WANTED) : null);

let loading: Promise<boolean> | undefined;
/** False without a network; the next touch tries again. */
const load = (): Promise<boolean> =>
  (loading ??= Promise.all([import('./copy-links.ts'), import('./copy.ts'), import('./save-chart.ts')]).then(
    () => true,
    () => {
      loading = undefined;
      return false;
    },
  ));
const loadFor = (event: Event) => {
  if (wanted(event)) void load();
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
  void load().then((came) => {
    if (came) {
      removeEventListener('click', pressAgain, true);
      // Not at once: while a press of a key is still being handled, the browser drops a second press of the same element.
      setTimeout(() => {
        awaited?.click();
      });
    } else {
      awaited = undefined;
      if (pressed instanceof HTMLAnchorElement) location.hash = pressed.hash;
    }
  });
};
addEventListener('pointerover', loadFor);
addEventListener('focusin', loadFor);
addEventListener('click', pressAgain, true);

// A site without an address is cited by the one that the page is read at, which only the rest can fill in.
if (document.querySelector('[data-cited*=\'"url":"/\']')) void load();

for (const button of document.querySelectorAll<HTMLElement>('[data-cited] button[data-copy]')) button.hidden = false;
// The same rule as the word that the style sheet sets.
const word = matchMedia('(hover: none)').matches ? '공유' : '링크 복사';
const whole = document.querySelector('[data-page=address]');
if (whole) whole.textContent = word;
for (const link of document.querySelectorAll<HTMLAnchorElement>(PLACE_LINKS))
  link.ariaLabel = `${link.textContent.trim() || word}, ${describePlace(link, location.href).title}`;

// Not by `:target`, which a browser sets when it gets round to scrolling there.
const isThere = (hash: string): boolean => {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1))) !== null;
  } catch {
    return false;
  }
};
const checkPlace = () => {
  document.getElementById('lost')?.remove();
  const { hash } = location;
  if (hash !== '' && !isThere(hash))
    void import('./lost.ts').then(({ sayLost }) => {
      sayLost(hash);
    });
};
checkPlace();
addEventListener('hashchange', checkPlace);

const today = () => formatAccessDay(new Date());
addEventListener('beforeprint', () => {
  for (const place of document.querySelectorAll('[data-accessed]')) place.textContent = `접속일: ${today()}`;
});
// Whoever selects a citation and copies it by hand gets the day of access too. Here, because a copy cannot wait for the rest to come.
addEventListener('copy', (event) => {
  const selected = String(getSelection()).trim();
  const holder = event.target instanceof Element && event.target.closest('[data-style]:not([data-style=address])');
  if (!holder || selected !== holder.textContent.trim()) return;
  event.clipboardData?.setData('text/plain', addAccessDay(selected, today()));
  event.preventDefault();
});
