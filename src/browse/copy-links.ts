/**
 * Copy buttons of a case page and the short print: the texts of 인용하기; for every section and table its link and its citation; for every row what it says with
 * its source. Loaded by `case-page.ts` when first asked for.
 */
import { CITATION_STYLES, citeAsFootnote, formatAccessDay, type Cited } from '../publish/citations.ts';
import { describePlace, placeOf, PLACE_LINKS, textWithout } from './place.ts';
import { quoteRow, type Quoted } from './quoted.ts';

const MENU_EDGE = 16;
const MENU_GAP = 4;
const MENU_STAYS = 1500;

// What stands on top alone, for a reader who wants two sheets and not twenty.
document.querySelector('[data-page=brief]')?.addEventListener('click', () => {
  document.documentElement.dataset['print'] = 'brief';
  print();
});
addEventListener('afterprint', () => {
  delete document.documentElement.dataset['print'];
});

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
      void copy({ text: textOf(button.dataset['copy'], today()) }).then((done) => {
        if (said)
          said.textContent = done
            ? `${button.dataset['name'] ?? ''} 복사했습니다.`
            : '복사하지 못했습니다. 글을 눌러 선택한 뒤 복사해 주세요.';
        answer(button, done, '복사');
      });
    });
  }
  const whole = document.querySelector<HTMLButtonElement>('[data-page=address]');
  const label = whole?.textContent.trim() ?? '';
  const copyWhole = (button: HTMLButtonElement) =>
    copy({ text: cited.url }).then((done) => {
      if (said) said.textContent = done ? '링크를 복사했습니다.' : '복사하지 못했습니다. 인용하기의 링크를 선택해 복사해 주세요.';
      answer(button, done, label);
    });
  whole?.addEventListener('click', () => {
    if (canShare())
      void hand({ title: `${cited.municipality}, ${cited.title}`, url: cited.url }).then(async (shown) => {
        if (!shown) await copyWhole(whole);
      });
    else void copyWhole(whole);
  });

  if ('popover' in HTMLElement.prototype) offerMenu(cited, today);
}

/** A button says what became of it, and then what it does again. */
function answer(button: HTMLButtonElement, done: boolean, label: string): void {
  button.textContent = done ? '복사했습니다' : '복사 실패';
  setTimeout(() => {
    button.textContent = label;
  }, MENU_STAYS);
}

/** One menu for all links, opened beside the place of the one that was pressed. Escape and a press elsewhere close it. */
function offerMenu(cited: Cited, today: () => string): void {
  const menu = document.createElement('div');
  menu.className = 'copy-menu';
  menu.popover = 'auto';
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  let opener: HTMLAnchorElement | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const put = async (content: Partial<Quoted> & { text: string }, done: string, stays = false) => {
    const copied = await copy(content);
    said.textContent = copied ? done : '복사하지 못했습니다. 아래 글을 선택해 복사해 주세요.';
    if (!copied) {
      const area = document.createElement('textarea');
      area.readOnly = true;
      area.ariaLabel = '복사할 글';
      area.value = content.text;
      said.append(area);
      area.select();
    }
    // It has grown by what it says.
    if (opener) stand(menu, opener);
    if (copied && !stays)
      closing = setTimeout(() => {
        menu.hidePopover();
      }, MENU_STAYS);
  };
  const offer = (label: string, press: (opener: HTMLAnchorElement) => void) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      if (opener) press(opener);
    });
    menu.append(button);
    return button;
  };
  const quote = offer('값과 출처 복사', (link) => void put(quoteOf(link, cited), '값과 출처를 복사했습니다.'));
  const copyLink = (link: HTMLAnchorElement, stays?: boolean) =>
    void put({ text: describePlace(link, cited.url).url }, '링크를 복사했습니다.', stays);
  offer('링크 복사', (link) => {
    copyLink(link);
  });
  offer('인용문과 링크 복사', (link) => {
    void put({ text: citeAsFootnote(cited, describePlace(link, cited.url), today()) }, '인용문과 링크를 복사했습니다.');
  });
  if (canShare()) offer('공유', (link) => void share(link, cited));
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

  const open = (link: HTMLAnchorElement) => {
    // A menu that is about to close after a copy stays for this link.
    clearTimeout(closing);
    opener?.classList.remove('open');
    opener = link;
    said.textContent = '';
    quote.hidden = !isRow(link);
    menu.showPopover();
    stand(menu, link);
    menu.querySelector<HTMLElement>('button:not([hidden])')?.focus({ preventScroll: true });
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>(PLACE_LINKS)) {
    link.addEventListener('click', (event) => {
      // A new tab or window was asked for: the link is then a link.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (isRow(link)) open(link);
      else if (canShare())
        void share(link, cited).then((shown) => {
          if (!shown) open(link);
        });
      else {
        // It says that it copies the link, and does; the menu says so and has the rest.
        open(link);
        copyLink(link, true);
      }
    });
  }
}

function isRow(link: HTMLAnchorElement): boolean {
  return link.matches('.pl');
}

/** A finger shares, a pointer copies: the same rule as the word that the style sheet sets. */
function canShare(): boolean {
  return 'share' in navigator && matchMedia('(hover: none)').matches;
}

/** Below what it is about, or above it where there is no room, so that it never covers what is copied. */
function stand(menu: HTMLElement, link: HTMLElement): void {
  const { top, bottom } = (link.closest('tr, .hd, .held') ?? link).getBoundingClientRect();
  const room = document.documentElement.clientWidth - menu.offsetWidth - MENU_EDGE;
  const height = menu.offsetHeight + MENU_GAP;
  const own = link.getBoundingClientRect();
  const at =
    [bottom + MENU_GAP, top - height].find((place) => place >= 0 && place + height <= innerHeight) ??
    (own.bottom + height <= innerHeight ? own.bottom + MENU_GAP : own.top - height);
  menu.style.left = `${String(Math.max(MENU_EDGE, Math.min(own.left, room)) + scrollX)}px`;
  menu.style.top = `${String(at + scrollY)}px`;
}

/** What the row of a link says: a value with its label, otherwise the row's name with its other cells. */
function quoteOf(link: HTMLAnchorElement, cited: Cited): Quoted {
  const row = placeOf(link);
  const name = row?.querySelector('th');
  const remarks = [...(name?.querySelectorAll('small, .tag') ?? [])].map(({ textContent }) =>
    textContent.trim().replaceAll(/^\(|\)$/g, ''),
  );
  const label = [textWithout(name, '.nm, .tag, small'), ...remarks].join(', ');
  const value = row?.querySelector('.n');
  const cells = [...(row?.querySelectorAll('td:not(.pg, .picture, .n)') ?? [])].map((cell) => textWithout(cell, '.nm')).filter(Boolean);
  const what = value ? `${valueOf(value)}(${label})` : `${label}(${cells.join(', ')})`;
  return quoteRow(what, cited, describePlace(link, cited.url));
}

/** `7%`, `7천만 원(70,000천원)`: as it is written, not with the spaces between the elements of the cell. */
function valueOf(cell: Element): string {
  const part = (selector: string) => textWithout(cell.querySelector(selector)).replaceAll(' ', '');
  const unit = textWithout(cell.querySelector('.u'));
  const printed = part('small');
  return `${textWithout(cell, '.u, small')}${unit.startsWith('원') ? ' ' : ''}${unit}${printed}`;
}

function share(link: HTMLAnchorElement, cited: Cited): Promise<boolean> {
  const { title, url } = describePlace(link, cited.url);
  const text = isRow(link) ? quoteOf(link, cited).text : `${cited.municipality}, ${title}`;
  return hand(isRow(link) ? { text } : { title: text, url });
}

/** False where there is nothing to share with; a reader who thinks better of it has been served. */
async function hand(shared: ShareData): Promise<boolean> {
  try {
    await navigator.share(shared);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError';
  }
}

/** False where the browser refuses the clipboard: no permission, or a page without https. */
async function copy({ text, html }: Partial<Quoted> & { text: string }): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([text], { type: 'text/plain' }),
          'text/html': new Blob([html], { type: 'text/html' }),
        }),
      ]);
    return true;
  } catch {
    return false;
  }
}
