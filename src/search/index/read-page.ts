/**
 * Build side only: a built case page → what of it is searched.
 *
 * The contract with the page: `<article data-pagefind-body>` with `data-slug`, `data-province`, `data-municipality`,
 * `data-region`, `data-sector`, `data-tier` and `data-topics` (ids separated by spaces); one `h1`; sections `h2[id]` and `h3[id]`,
 * each with its printed pages in `.pp`; rows of the generated tables with an id of their own.
 * In a row `.pg` is the printed page. Left out: everything with `data-pagefind-ignore`, margin notes (`.mn`), text for screen readers
 * (`.vh`), labels, the heads of generated tables, the table of contents and drawings.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Line, Page, PassageKind, Section } from '../runtime/page.ts';

export class PageError extends Error {
  override readonly name = 'PageError';
}

const BLOCKS = new Set(
  'address article aside blockquote caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header li main nav ol p section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Labels of lists (`dt`) are the same on every page. */
const SKIPPED = new Set(['script', 'style', 'svg', 'nav', 'template', 'button', 'noscript', 'dt']);
/** Margin notes repeat the notes; page references, numbers of tables and text for screen readers only are no content. */
const SKIPPED_CLASSES = new Set(['mn', 'pp', 'no', 'vh', 'pg']);
/** Inline elements that stand apart from what is before them without a space. */
const SET_APART = new Set(['small']);
const SET_APART_CLASSES = new Set(['tag']);
const SKIPPED_SECTIONS = new Set(['cite', 'related', 'contents']);
const KINDS: ReadonlyMap<string, PassageKind> = new Map([
  ['timeline', '연표'],
  ['figures', '수치'],
  ['budget', '수치'],
  ['organisations', '조직'],
  ['notes', '메모'],
]);
/** Heading of what stands below the title: the title itself is shown with every hit. */
const SUMMARY = '요약';
const CELL_SEPARATOR = ' | ';

/** The searched page in `html`, or undefined when the page is not one (no `data-pagefind-body` with a slug). */
export function readPage(html: string, file: string): Page | undefined {
  const article = findBody(fromHtml(html));
  if (!article) return undefined;
  const slug = attribute(article, 'dataSlug');
  if (slug === '') return undefined;
  const required = (name: string): string => {
    const value = attribute(article, name);
    if (value === '') throw new PageError(`${file}: the searched article has no ${name}`);
    return value;
  };
  const reader = createReader();
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
}

function createReader(): Reader {
  const sections: Section[] = [];
  const lines: Line[] = [];
  let title = '';
  let text = '';
  let skippedSection = false;
  let place: Place = { anchor: '', heading: '', pages: '', kind: '본문' };
  let generated: PassageKind = '본문';

  const flush = (): void => {
    const clean = text
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .replace(/^[\s|]+|[\s|]+$/g, '');
    text = '';
    if (clean === '' || skippedSection) return;
    lines.push({ section: sectionOf(place), text: clean });
  };
  const sectionOf = (at: Place): number => {
    const last = sections.at(-1);
    if (last && last.anchor === at.anchor && last.heading === at.heading && last.kind === at.kind && last.pages === at.pages) {
      return sections.length - 1;
    }
    return sections.push({ ...at }) - 1;
  };
  const inPlace = (next: Partial<Place>, read: () => void): void => {
    flush();
    const before = place;
    place = { ...place, ...next };
    read();
    flush();
    place = before;
  };

  const heading = (node: Element): void => {
    flush();
    const id = attribute(node, 'id');
    const words = plainText(node);
    if (node.tagName === 'h1') {
      title = words;
      place = { anchor: '', heading: SUMMARY, pages: '', kind: '본문' };
    } else if (id !== '') {
      if (node.tagName === 'h2') {
        generated = KINDS.get(id) ?? '본문';
        skippedSection = SKIPPED_SECTIONS.has(id);
      }
      place = { anchor: id, heading: words, pages: printedPages(node) || (node.tagName === 'h3' ? place.pages : ''), kind: generated };
    }
    text += words;
    flush();
  };

  const element = (node: Element): void => {
    if (isSkipped(node)) return;
    const { tagName } = node;
    if (/^h[1-6]$/.test(tagName)) {
      heading(node);
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
      const apart = isSetApart(node);
      if (apart) text += ' ';
      children(node.children);
      if (apart) text += ' ';
      return;
    }
    if (tagName === 'thead' && place.kind !== '표') return;
    const pages = tagName === 'tr' ? printedPageOfRow(node) : '';
    const name = tagName === 'tr' && id !== '' ? nameOfRow(node) : '';
    inPlace({ ...(id === '' ? {} : { anchor: id }), ...(pages === '' ? {} : { pages }), ...(name === '' ? {} : { heading: name }) }, () => {
      children(node.children);
    });
  };

  let cellDepth = 0;
  const children = (nodes: readonly (ElementContent | RootContent)[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') text += node.value;
      else if (node.type === 'element') {
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

function isSkipped(node: Element): boolean {
  if (SKIPPED.has(node.tagName) || node.properties['dataPagefindIgnore'] !== undefined) return true;
  return classesOf(node).some((name) => SKIPPED_CLASSES.has(name));
}

function isSetApart(node: Element): boolean {
  return SET_APART.has(node.tagName) || classesOf(node).some((name) => SET_APART_CLASSES.has(name));
}

function classesOf(node: Element): readonly string[] {
  const value = node.properties['className'];
  return Array.isArray(value) ? value.map(String) : [];
}

function attribute(node: Element, name: string): string {
  const value = node.properties[name];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function plainText(node: Element): string {
  const read = (nodes: readonly ElementContent[]): string =>
    nodes
      .map((child) => {
        if (child.type === 'text') return child.value;
        return child.type === 'element' && !isSkipped(child) ? read(child.children) : '';
      })
      .join('');
  return read(node.children).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What a row of a generated table is about: its header cell, without what is said small. */
function nameOfRow(row: Element): string {
  const cell = row.children.find((child): child is Element => child.type === 'element' && child.tagName === 'th');
  return cell ? plainText({ ...cell, children: cell.children.filter((child) => child.type !== 'element' || !isSetApart(child)) }) : '';
}

/** 178쪽 of a row whose page cell holds 178. */
function printedPageOfRow(row: Element): string {
  for (const cell of row.children) {
    if (cell.type !== 'element' || !classesOf(cell).includes('pg')) continue;
    const page = visibleText(cell.children);
    return /^\d/.test(page) ? `${page}쪽` : page;
  }
  return '';
}

/** 173–174쪽 of a heading. */
function printedPages(node: Element): string {
  for (const child of node.children) {
    if (child.type === 'element' && classesOf(child).includes('pp')) return visibleText(child.children);
  }
  return '';
}

/** What is for screen readers only is left out. */
function visibleText(nodes: readonly ElementContent[]): string {
  const read = (children: readonly ElementContent[]): string =>
    children
      .map((child) => {
        if (child.type === 'text') return child.value;
        return child.type === 'element' && !classesOf(child).includes('vh') ? read(child.children) : '';
      })
      .join('');
  return read(nodes).replace(/\s+/g, ' ').trim();
}
