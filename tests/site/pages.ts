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

/** What a page is one of: `/`, `/topics/`, `/topics/…/`, `/cases/…/`. */
export function kindOfPage(path: string): string {
  const [folder = '', ...rest] = path.split('/').slice(1, -1);
  return path.endsWith('.html') ? path : rest.length === 0 ? `/${folder}` : `/${folder}/…`;
}

/**
 * Addresses of one page of each kind, in the order of the kinds: the longest, where most can go wrong, or the one of middling length.
 * Chosen from what is built, so that a case may come or go.
 */
export function pickOfEachKind(pages: readonly BuiltPage[], which: 'longest' | 'middling' = 'longest'): string[] {
  const kinds = Map.groupBy(pages, ({ path }) => kindOfPage(path));
  return [...kinds.values()].flatMap((all) => {
    const byLength = all.toSorted((a, b) => a.html.length - b.html.length);
    const chosen = byLength.at(which === 'longest' ? -1 : Math.floor(byLength.length / 2));
    return chosen ? [chosen.path] : [];
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

/** Elements of a tree by their ids; a page with hundreds of rows is asked for each of them. */
const indexes = new WeakMap<Root | Element, Map<unknown, Element>>();

export function byId(tree: Root | Element, id: string): Element | undefined {
  let index = indexes.get(tree);
  if (!index) {
    index = new Map(
      elements(tree)
        .toReversed()
        .map((element) => [element.properties['id'], element]),
    );
    indexes.set(tree, index);
  }
  return index.get(id);
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
