import { existsSync, readFileSync } from 'node:fs';
import type { Element, ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { oldAnchors, PERMALINK_LABEL } from '../anchors.ts';
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
 * Rehype plugin: takes id and pages out of the text of each heading and sets the id. The heading itself holds its title and nothing else, so
 * that this is what a screen reader calls it; pages and the link to the section stand behind it in a frame around both. Runs before
 * Astro's own ids, which respect the ones that are there.
 */
export function rehypeCaseHeadings() {
  return (tree: Root, file: VFile): void => {
    const aliases = readAnchorAliases(file);
    visit(tree, 'element', (node: Element, index, parent) => {
      if (!/^h[23]$/.test(node.tagName) || !parent || index === undefined) return;
      const text = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      const heading = parseHeading(text);
      if (!heading) return;
      node.properties['id'] = heading.id;
      node.children = [...oldAnchors(aliases, heading.id).map(oldAnchorElement), { type: 'text', value: heading.title }];
      parent.children[index] = frameElement(node, heading);
      return [SKIP, index + 1];
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
 * Rehype plugin: puts "오류 알리기" behind each section heading of the prose.
 * @param linkTo where the link of a section leads; `undefined` leaves it out
 */
export function rehypeErrorNotices({ linkTo }: { linkTo: (slug: string, section: NoticeSection) => string | undefined }) {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (frame: Element) => {
      const [heading, ...rest] = frame.children;
      if (heading?.type !== 'element' || heading.tagName !== 'h2') return;
      const { id } = heading.properties;
      if (typeof id !== 'string') return;
      const href = linkTo((file.stem ?? '').replace(/\.mdx$/, ''), {
        id,
        title: readText(heading.children).trim(),
        pages: /\d[\d–, ]*/.exec(readText(rest))?.[0].trim() ?? '',
      });
      if (href === undefined) return;
      frame.children.push({
        type: 'element',
        tagName: 'a',
        properties: { className: ['notice'], href },
        children: [{ type: 'text', value: '오류 알리기' }],
      });
      return SKIP;
    });
  };
}

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

/** What the components of the page write too: `SectionHeading.astro`, `PageRef.astro` and `Permalink.astro`. */
function frameElement(heading: Element, { id, pages }: HeadingParts): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: heading.tagName === 'h2' ? ['hd'] : ['hd', 'sub'], 'data-search': 'heading' },
    children: [heading, pagesElement(pages), permalinkElement(id)],
  };
}

function permalinkElement(id: string): Element {
  return { type: 'element', tagName: 'a', properties: { className: ['perma'], href: `#${id}`, ariaLabel: PERMALINK_LABEL }, children: [] };
}
