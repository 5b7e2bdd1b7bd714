/** The built site as its tests read it: every page once, as text and as a tree. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** Where `npm test` built the site. */
export const SITE = 'dist';

export interface BuiltPage {
  /** Address from the root of the site: `/cases/busan-yeonje/`, `/404.html`. */
  path: string;
  /** File below `dist/`. */
  file: string;
  html: string;
  tree: Root;
}

/** Every page of the site, in the order of their files. */
export function readPages(dir = SITE): BuiltPage[] {
  return globSync('**/*.html', { cwd: dir })
    .sort()
    .map((file) => {
      const html = readFileSync(join(dir, file), 'utf8');
      return { path: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, file, html, tree: fromHtml(html) };
    });
}

/** All elements of a tree that match, in document order. */
export function elements(tree: Root | Element, matches: (element: Element) => boolean = () => true): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (matches(element)) found.push(element);
  });
  return found;
}

export function byId(tree: Root | Element, id: string): Element | undefined {
  return elements(tree, ({ properties }) => properties['id'] === id)[0];
}

/** A property as text: class lists and tokens joined, `undefined` where the attribute is absent. */
export function property(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

const SILENT = new Set(['script', 'style', 'template', 'head']);

/** What stands in an element for a reader with eyes or ears; text for neither is left out. */
export function textOf(node: Root | RootContent): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && SILENT.has(node.tagName))) return '';
  const text = node.children.map((child) => textOf(child)).join('');
  return node.type === 'element' && !/^(?:a|b|i|em|strong|small|span|time|abbr|mark|cite|q|code)$/.test(node.tagName) ? ` ${text} ` : text;
}

/** Text without any white space, to find what is cut by tags. */
export function squeeze(text: string): string {
  return text.replaceAll(/\s/g, '');
}
