/**
 * Build side only: a built case page → what of it is searched.
 *
 * Over 300 lines: one walk over a page, whose steps share where they are.
 *
 * The contract with the page: `<article data-pagefind-body>` with `data-slug`, `data-province`, `data-municipality`,
 * `data-region`, `data-sector`, `data-tier` and `data-topics` (ids separated by spaces); one `h1`; sections `h2[id]` and `h3[id]`.
 * What else there is to know the components say themselves, by `data-search`:
 *
 * - `skip`: nothing in it is searched; on a heading, the heading alone
 * - `silent`: searched, but never shown as a passage, because every hit's head says it
 * - `rows` on a table: every row is a passage of its own, its first cell the printed page and its head cell the name
 * - `name` on the heading of an item: what its passage is called; `data-search-name` names it outright
 * - `page`: the printed pages of the heading it stands in or beside; not searched
 * - `heading`: a frame around a heading and its `page`; nothing else in it is searched
 * - `apart`: a word of its own, though no space stands before it
 * - `event`, `figure`, `organisation`, `note` on an `h2`: what the passages are from here to the next `h2`
 */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Line, Page, PassageKind, Section } from '../runtime/page.ts';
import { type PageText, readPageText } from './page-text.ts';

export class PageError extends Error {
  override readonly name = 'PageError';
}

const BLOCKS = new Set(
  'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Elements that hold no text of the page. */
const WITHOUT_TEXT = new Set(['script', 'style', 'svg', 'template', 'button', 'noscript']);
/** `data-search` of a section's heading → kind of its passages. */
const KINDS: ReadonlyMap<string, PassageKind> = new Map([
  ['event', '연표'],
  ['figure', '수치'],
  ['organisation', '조직'],
  ['note', '메모'],
]);
const CELL_SEPARATOR = ' | ';

/** The searched page in `html`, or undefined when the page is not one (no `data-pagefind-body` with a slug). */
export function readPage(html: string, file: string): Page | undefined {
  const root = fromHtml(html);
  const article = findBody(root);
  if (!article) return undefined;
  const slug = attribute(article, 'dataSlug');
  if (slug === '') return undefined;
  const required = (name: string): string => {
    const value = attribute(article, name);
    if (value === '') throw new PageError(`${file}: the searched article has no ${name}`);
    return value;
  };
  const reader = createReader(readPageText(root));
  reader.children(article.children);
  const { title, sections, lines } = reader.finish();
  if (title === '') throw new PageError(`${file}: the searched article has no h1`);
  return {
    slug,
    title,
    province: required('dataProvince'),
    municipality: required('dataMunicipality'),
    region: required('dataRegion'),
    sector: required('dataSector'),
    tier: required('dataTier'),
    topics: attribute(article, 'dataTopics')
      .split(/\s+/)
      .filter((topic) => topic !== ''),
    sections,
    lines,
  };
}

interface Reader {
  children(nodes: readonly (ElementContent | RootContent)[]): void;
  finish(): { title: string; sections: readonly Section[]; lines: readonly Line[] };
}

/** Where the reader is: which heading it is under, and which id a link to here would use. */
interface Place {
  anchor: string;
  heading: string;
  pages: string;
  kind: PassageKind;
  silent: boolean;
  /** In a table whose rows are passages. */
  inRows: boolean;
}

function createReader(page: PageText): Reader {
  const sections: Section[] = [];
  const lines: Line[] = [];
  let title = '';
  let text = '';
  /** First and last text node of the line that is being read. */
  let ends: { first: Text; last: Text } | undefined;
  let place: Place = { anchor: '', heading: '', pages: '', kind: '본문', silent: false, inRows: false };
  let generated: PassageKind = '본문';

  const flush = (): void => {
    const clean = text
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      // Empty cells leave nothing between their lines.
      .replace(/(?:\| )+\|/g, '|')
      .replace(/^[\s|]+|[\s|]+$/g, '');
    const read = ends;
    text = '';
    ends = undefined;
    if (clean === '') return;
    const firsts = read && !place.silent ? page.findFirsts(clean, page.rangeOf(read.first)[0], page.rangeOf(read.last)[1]) : '';
    lines.push({ section: sectionOf(place), text: clean, ...(firsts === '' ? {} : { firsts }) });
  };
  const hear = (node: Text): void => {
    ends = { first: ends?.first ?? node, last: node };
  };
  const sectionOf = (at: Place): number => {
    const last = sections.at(-1);
    const { anchor, heading, pages, kind, silent } = at;
    const next: Section = { anchor, heading, pages, kind, ...(silent ? { silent } : {}) };
    const isLast = last && (['anchor', 'heading', 'pages', 'kind', 'silent'] as const).every((key) => last[key] === next[key]);
    return isLast ? sections.length - 1 : sections.push(next) - 1;
  };
  const inPlace = (next: Partial<Place>, read: () => void): void => {
    flush();
    const before = place;
    place = { ...place, ...next };
    read();
    flush();
    place = before;
  };

  const heading = (node: Element, frame: Element = node): void => {
    flush();
    const id = attribute(node, 'id');
    const words = plainText(node, hear);
    const before = place;
    if (node.tagName === 'h1') {
      title = words;
      place = { ...place, anchor: '', heading: words, pages: '', kind: '본문', silent: true };
    } else if (id !== '') {
      if (node.tagName === 'h2') generated = KINDS.get(saidOf(node)) ?? '본문';
      const pages = pagesIn(frame) || (node.tagName === 'h3' ? place.pages : '');
      place = { ...place, anchor: id, heading: words, pages, kind: generated, silent: false };
    } else if (saidOf(node) === 'name') place = { ...place, heading: nameIn(node) };
    text += words;
    flush();
    // What follows the title is no title.
    if (node.tagName === 'h1') place = { ...place, silent: before.silent };
  };

  const element = (node: Element): void => {
    if (isSkipped(node)) return;
    const { tagName } = node;
    if (/^h[1-6]$/.test(tagName)) {
      heading(node);
      return;
    }
    if (saidOf(node) === 'heading') {
      const framed = node.children.find((child) => child.type === 'element' && /^h[1-6]$/.test(child.tagName));
      if (framed?.type === 'element' && !isSkipped(framed)) heading(framed, node);
      return;
    }
    if (tagName === 'br') {
      text += ' ';
      return;
    }
    const id = attribute(node, 'id');
    if (tagName === 'table') {
      const caption = node.children.find((child) => child.type === 'element' && child.tagName === 'caption');
      const words = caption ? plainText(caption as Element) : '';
      inPlace(
        {
          ...(id === '' ? {} : { anchor: id }),
          ...(words === '' || place.kind !== '본문' ? {} : { heading: words }),
          ...(place.kind === '본문' ? { kind: '표' as const } : {}),
          inRows: saidOf(node) === 'rows',
        },
        () => {
          children(node.children);
        },
      );
      return;
    }
    if (tagName === 'td' || tagName === 'th') {
      text += CELL_SEPARATOR;
      children(node.children);
      return;
    }
    if (!BLOCKS.has(tagName)) {
      const apart = isApart(node);
      if (apart) text += ' ';
      children(node.children);
      if (apart) text += ' ';
      return;
    }
    const row = tagName === 'tr' && place.inRows ? readRow(node) : undefined;
    const pages = row?.page ?? '';
    const name = attribute(node, 'dataSearchName') || (row?.name ?? '');
    const next: Partial<Place> = {
      ...(id === '' ? {} : { anchor: id }),
      ...(pages === '' ? {} : { pages }),
      ...(name === '' ? {} : { heading: name }),
      ...(saidOf(node) === 'silent' ? { silent: true } : {}),
    };
    inPlace(next, () => {
      children(row?.cells ?? node.children);
    });
  };

  let cellDepth = 0;
  const children = (nodes: readonly (ElementContent | RootContent)[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        text += node.value;
        if (node.value.trim() !== '') hear(node);
      } else if (node.type === 'element') {
        const cell = node.tagName === 'td' || node.tagName === 'th';
        if (cell) cellDepth++;
        if (cellDepth > 0 && !cell && BLOCKS.has(node.tagName) && !isSkipped(node)) {
          text += ' ';
          children(node.children);
          text += ' ';
        } else element(node);
        if (cell) cellDepth--;
      }
    }
  };

  return {
    children,
    finish() {
      flush();
      return { title, sections, lines };
    },
  };
}

function findBody(node: Root | Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.properties['dataPagefindBody'] !== undefined) return child;
    const found = findBody(child);
    if (found) return found;
  }
  return undefined;
}

function saidOf(node: Element): string {
  return attribute(node, 'dataSearch');
}

function isSkipped(node: Element): boolean {
  return WITHOUT_TEXT.has(node.tagName) || ['skip', 'page'].includes(saidOf(node));
}

/** Set apart from the words before it, though no space may stand between. */
function isApart(node: Element): boolean {
  return node.tagName === 'small' || saidOf(node) === 'apart';
}

function attribute(node: Element, name: string): string {
  const value = node.properties[name];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

/**
 * @param hear is told each text node that is read
 * @param leaves which elements are left out
 */
function plainText(node: Element, hear: (text: Text) => void = () => undefined, leaves: (child: Element) => boolean = isSkipped): string {
  const read = (nodes: readonly ElementContent[]): string =>
    nodes
      .map((child) => {
        if (child.type !== 'text') return child.type === 'element' && !leaves(child) ? read(child.children) : '';
        hear(child);
        return child.value;
      })
      .join('');
  return read(node.children).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What an item is called: its heading without remarks and marks. */
function nameIn(node: Element): string {
  return plainText(node, undefined, (child) => isSkipped(child) || isApart(child));
}

/** A row that is a passage: 178쪽 of the first cell, the words of its head cell, and what is searched of it. */
function readRow(row: Element): { page: string; name: string; cells: readonly ElementContent[] } {
  const [first, ...cells] = row.children.filter((child) => child.type === 'element');
  const head = cells.find(({ tagName }) => tagName === 'th');
  const page = first ? plainText(first) : '';
  return { page: /^\d/.test(page) ? `${page}쪽` : page, name: head ? nameIn(head) : '', cells };
}

/** 173–174쪽 of a heading. */
function pagesIn(node: Element): string {
  for (const child of node.children) {
    if (child.type === 'element' && saidOf(child) === 'page') return plainText(child);
  }
  return '';
}
