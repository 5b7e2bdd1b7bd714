import { existsSync, readFileSync } from 'node:fs';
import type { Element, ElementContent, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { oldAnchors } from '../anchors.ts';
import { splitPages } from '../pages.ts';
import { parseCaseSource } from '../source.ts';

/** `추진 배경 [#background, 173-174쪽]` in three parts. */
export interface HeadingParts {
  title: string;
  id: string;
  pages: string;
}

const HEADING = /^(.*\S)\s*\[#([^,\]\s]+),\s*([\d ,–-]+)쪽\]$/;

/** Reads the id and pages at the end of a heading; `undefined` when they are not there. */
export function parseHeading(text: string): HeadingParts | undefined {
  const match = HEADING.exec(text.trim());
  if (!match) return undefined;
  const [, title = '', id = '', pages = ''] = match;
  return { title, id, pages: pages.trim().replaceAll('–', '-') };
}

/**
 * Rehype plugin: takes id and pages out of the text of each heading, sets the id, and puts the pages and a link to
 * the section behind the title. Runs before Astro's own ids, which respect the ones that are there.
 */
export function rehypeCaseHeadings() {
  return (tree: Root, file: VFile): void => {
    const aliases = readAnchorAliases(file);
    visit(tree, 'element', (node: Element) => {
      if (!/^h[23]$/.test(node.tagName)) return;
      const text = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      const heading = parseHeading(text);
      if (!heading) return;
      node.properties['id'] = heading.id;
      node.children = [
        { type: 'text', value: `${heading.title} ` },
        pagesElement(heading.pages),
        { type: 'text', value: ' ' },
        ...oldAnchors(aliases, heading.id).map(oldAnchorElement),
        permalinkElement(heading),
      ];
    });
  };
}

/**
 * Old anchors stand in the front matter, which the prose's own tree does not hold: the file is read again, but only
 * parsed when it has any.
 */
function readAnchorAliases(file: VFile): Readonly<Record<string, string>> {
  if (!existsSync(file.path)) return {};
  const text = readFileSync(file.path, 'utf8');
  if (!/^anchorAliases:/m.test(text)) return {};
  const { data } = parseCaseSource(text);
  return (data as { anchorAliases?: Record<string, string> } | undefined)?.anchorAliases ?? {};
}

/**
 * Rehype plugin: puts "오류 알리기" behind the title of each section of the prose.
 * @param linkTo where the link of a section leads; `undefined` leaves it out
 */
export function rehypeErrorNotices({ linkTo }: { linkTo: (slug: string, section: NoticeSection) => string | undefined }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (node: Element) => {
      const { id } = node.properties;
      if (node.tagName !== 'h2' || typeof id !== 'string') return;
      const at = node.children.findIndex((child) => child.type === 'element' && isPages(child));
      const href = linkTo((file.stem ?? '').replace(/\.mdx$/, ''), {
        id,
        title: readText(node.children.slice(0, at)).trim(),
        pages: /\d[\d–, ]*/.exec(readText(node.children.slice(at)))?.[0].trim() ?? '',
      });
      if (href === undefined) return;
      node.children.push(
        { type: 'text', value: ' ' },
        {
          type: 'element',
          tagName: 'a',
          properties: { className: ['perma', 'notice'], href, 'data-search': 'skip' },
          children: [{ type: 'text', value: '오류 알리기' }],
        },
      );
    });
  };
}

const isPages = ({ properties }: Element) => Array.isArray(properties['className']) && properties['className'].includes('pp');

function readText(nodes: readonly ElementContent[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? readText(node.children) : '')).join('');
}

interface NoticeSection {
  id: string;
  title: string;
  pages: string;
}

function oldAnchorElement(id: string): Element {
  return { type: 'element', tagName: 'span', properties: { id }, children: [] };
}

function pagesElement(pages: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['pp'], 'data-search': 'page' },
    children: [
      {
        type: 'element',
        tagName: 'span',
        properties: { className: ['vh'], 'data-search': 'skip' },
        children: [{ type: 'text', value: '사례집 ' }],
      },
      ...splitPages(pages).flatMap((run): (Element | Text)[] => [
        { type: 'element', tagName: 'span', properties: { className: ['nb'] }, children: [{ type: 'text', value: run }] },
        { type: 'text', value: ' ' },
      ]),
    ],
  };
}

function permalinkElement({ id }: HeadingParts): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['perma'], href: `#${id}`, 'data-search': 'skip' },
    children: [{ type: 'text', value: '주소' }],
  };
}
