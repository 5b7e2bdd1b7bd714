/**
 * Copy buttons of a case page: the texts of 인용하기, and for every section, table and row its address or its citation
 * with the address. Loaded by `case-page.ts` when first asked for.
 */
import { CITATION_STYLES, citeAsFootnote, formatAccessDay, type Cited, type Passage } from '../publish/citations.ts';
import { describePlace, PLACE_LINKS } from './place.ts';

const MENU_EDGE = 16;
const MENU_STAYS = 1500;

const box = document.querySelector<HTMLElement>('[data-cited]');
if (box) start(box, JSON.parse(box.dataset['cited'] ?? '') as Cited);

function start(box: HTMLElement, written: Cited): void {
  const today = () => formatAccessDay(new Date());
  // A site that has no address yet is cited by the one that it is read at.
  const cited = { ...written, url: new URL(written.url, location.href).href };
  const textOf = (style: string | undefined, day?: string) =>
    CITATION_STYLES.find(({ id }) => id === style)?.cite(cited, undefined, day) ?? cited.url;
  if (cited.url !== written.url)
    for (const place of document.querySelectorAll<HTMLElement>('[data-style]')) place.textContent = textOf(place.dataset['style']);

  const said = box.querySelector<HTMLElement>('[role=status]');
  for (const button of box.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.addEventListener('click', () => {
      void copy(textOf(button.dataset['copy'], today())).then((done) => {
        if (said) said.textContent = done ? `${button.dataset['name'] ?? ''} 복사했다.` : '복사하지 못했다. 글을 눌러 고른 뒤 복사한다.';
        button.textContent = done ? '복사했다' : '못 했다';
        setTimeout(() => {
          button.textContent = '복사';
        }, MENU_STAYS);
      });
    });
  }

  if ('popover' in HTMLElement.prototype) offerMenu(cited, today);
}

/** One menu for all links, opened beside the one that was pressed. Escape and a press elsewhere close it. */
function offerMenu(cited: Cited, today: () => string): void {
  const menu = document.createElement('div');
  menu.className = 'copy-menu';
  menu.popover = 'auto';
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  let opener: HTMLElement | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;
  const passage = (): Passage => describePlace(opener, cited.url);
  const offer = (label: string, done: string, text: () => string) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      const content = text();
      void copy(content).then((copied) => {
        said.textContent = copied ? done : '복사하지 못했다. 아래 글을 골라 복사한다.';
        if (!copied) {
          const area = document.createElement('textarea');
          area.readOnly = true;
          area.value = content;
          said.append(area);
          area.select();
        } else
          closing = setTimeout(() => {
            menu.hidePopover();
          }, MENU_STAYS);
      });
    });
    menu.append(button);
  };
  offer('주소 복사', '주소를 복사했다.', () => passage().url);
  offer('인용문과 주소 복사', '인용문과 주소를 복사했다.', () => citeAsFootnote(cited, passage(), today()));
  menu.append(said);
  document.querySelector('main')?.append(menu);
  // Links that the menu half covers are no targets while it is open. They come back before it closes, so that the focus can.
  const body = document.querySelector<HTMLElement>('article > .body');
  menu.addEventListener('beforetoggle', (event) => {
    if (body && event.newState === 'closed') body.inert = false;
  });
  menu.addEventListener('toggle', (event) => {
    opener?.classList.toggle('open', event.newState === 'open');
    if (body) body.inert = event.newState === 'open';
  });

  for (const link of document.querySelectorAll<HTMLElement>(PLACE_LINKS)) {
    link.addEventListener('click', (event) => {
      // A new tab or window was asked for: the link is then a link.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      // A menu that is about to close after a copy stays for this link.
      clearTimeout(closing);
      opener?.classList.remove('open');
      opener = link;
      said.textContent = '';
      menu.showPopover();
      const { left, bottom } = link.getBoundingClientRect();
      const room = document.documentElement.clientWidth - menu.offsetWidth - MENU_EDGE;
      menu.style.left = `${String(Math.max(MENU_EDGE, Math.min(left, room)) + scrollX)}px`;
      menu.style.top = `${String(bottom + 4 + scrollY)}px`;
      menu.querySelector('button')?.focus({ preventScroll: true });
    });
  }
}

/** False where the browser refuses the clipboard: no permission, or a page without https. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
