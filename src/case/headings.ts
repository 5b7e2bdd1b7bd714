import type { Element, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import { splitPages } from './pages.ts';

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
  return (tree: Root): void => {
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
        permalinkElement(heading),
      ];
    });
  };
}

function pagesElement(pages: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['pp'], 'data-pagefind-ignore': '' },
    children: [
      { type: 'element', tagName: 'span', properties: { className: ['vh'] }, children: [{ type: 'text', value: '사례집 ' }] },
      ...splitPages(pages).flatMap((run): (Element | Text)[] => [
        { type: 'element', tagName: 'span', properties: { className: ['nb'] }, children: [{ type: 'text', value: run }] },
        { type: 'text', value: ' ' },
      ]),
    ],
  };
}

function permalinkElement({ id, title }: HeadingParts): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['perma'], href: `#${id}`, ariaLabel: `‘${title}’ 대목의 주소`, 'data-pagefind-ignore': '' },
    children: [{ type: 'text', value: '주소' }],
  };
}
