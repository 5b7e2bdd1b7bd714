/**
 * The link of a hit opens its passage: whatever the judged queries bring, the words of its text fragment stand nowhere on the page before the
 * passage that its id names. Held against the page as the browser lays it out, by the rule of text fragments: whole words, the first place that is
 * seen, without regard to case.
 */
import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { serve } from '../../src/local/serve.ts';
import { isManifest, MANIFEST_PATH } from '../../src/search/runtime/assets.ts';
import { openEngine } from '../../src/search/runtime/engine.ts';
import { passageHref } from '../../src/search/ui/passage.ts';
import { isAudit } from '../audit.ts';
import { useBuiltSite } from '../built-site.ts';

const site = useBuiltSite();
const Queries = z.object({ queries: z.array(z.object({ q: z.string() })) });
/** Of the judged queries the gate takes every so many. */
const STEP = isAudit ? 1 : 12;

interface Link {
  readonly path: string;
  readonly id: string;
  readonly fragment: string | undefined;
}

let links: readonly Link[] = [];
beforeAll(async () => {
  const queries = globSync('tests/queries/**/*.json').flatMap((file) => Queries.parse(JSON.parse(readFileSync(file, 'utf8'))).queries);
  const server = await serve({ dir: 'dist', port: 0 });
  try {
    const manifest: unknown = await (await fetch(server.address + MANIFEST_PATH)).json();
    if (!isManifest(manifest)) throw new Error('no manifest');
    const engine = openEngine({ site: server.address, manifest });
    const found = new Map<string, Link>();
    for (const { q } of queries.filter((_, at) => at % STEP === 0)) {
      for (const passage of (await engine.search(q)).hits.flatMap(({ passages }) => passages)) {
        const [path = '', id = ''] = passage.url.split('#');
        found.set(passageHref(passage, '/'), { path, id, fragment: passage.fragment });
      }
    }
    links = [...found.values()];
  } finally {
    await server.close();
  }
}, 120_000);

describe('links of hits', () => {
  test('name an id, and most name words', () => {
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter(({ id }) => id === '')).toEqual([]);
    expect(links.filter(({ fragment }) => fragment !== undefined).length / links.length).toBeGreaterThan(0.5);
  });

  test('name no words that stand elsewhere first', async () => {
    const pages = Map.groupBy(links, ({ path }) => path);
    const wrong: string[] = [];
    let inPlace = 0;
    const page = await site.browser.newPage();
    for (const [path, ofPage] of pages) {
      await page.goto(site.address + path.slice(1));
      const places = await page.evaluate((asked) => {
        /** Whether a node stands in the passage: in the row, the item or the table, or below the heading. */
        const standsIn = (node: Node, id: string): boolean => {
          const target = document.getElementById(id);
          if (!target) return false;
          if (target.contains(node)) return true;
          if (!/^H[23]$/.test(target.tagName)) return false;
          const headings = [...document.querySelectorAll('h2[id], h3[id]')];
          const before = headings.findLast((heading) => heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
          return before === target;
        };
        /** Text of each block that is seen, with the node that every letter belongs to. */
        const blocks: { element: Element; text: string; nodes: Node[] }[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          let element = node.parentElement;
          if (element?.checkVisibility() !== true || element.closest('script, style, noscript, template')) continue;
          while (element && ['inline', 'contents'].includes(getComputedStyle(element).display)) element = element.parentElement;
          if (!element) continue;
          if (blocks.at(-1)?.element !== element) blocks.push({ element, text: '', nodes: [] });
          const block = blocks.at(-1);
          for (const letter of (node.textContent ?? '').normalize('NFC')) {
            const one = /\s/.test(letter) ? ' ' : letter.toLowerCase();
            if (!block || (one === ' ' && (block.text === '' || block.text.endsWith(' ')))) continue;
            block.text += one;
            for (let unit = 0; unit < one.length; unit += 1) block.nodes.push(node);
          }
        }
        const segmenter = new Intl.Segmenter('ko', { granularity: 'word' });
        const known = new Map<string, Set<number>>();
        const boundsOf = (text: string): Set<number> => {
          const bounds = known.get(text) ?? new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));
          known.set(text, bounds);
          return bounds;
        };
        const find = (words: string): Node | undefined => {
          const wanted = words.toLowerCase();
          for (const { text, nodes } of blocks) {
            for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
              const bounds = boundsOf(text);
              if (bounds.has(at) && bounds.has(at + wanted.length)) return nodes[at];
            }
          }
          return undefined;
        };
        return asked.map(({ id, fragment }) => {
          const node = fragment === undefined ? undefined : find(fragment);
          return node ? standsIn(node, id) : undefined;
        });
      }, ofPage);
      ofPage.forEach(({ id, fragment }, at) => {
        if (fragment === undefined) return;
        if (places[at] === true) inPlace += 1;
        if (places[at] === false) wrong.push(`${path}#${id} ${fragment}`);
      });
    }
    await page.close();
    expect(wrong).toEqual([]);
    // The words are there as the browser reads them; otherwise nothing would be proved.
    expect(inPlace / links.filter(({ fragment }) => fragment !== undefined).length).toBeGreaterThan(0.95);
  });

  test('open what they name', async () => {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } });
    const sample = links.filter(({ fragment }) => fragment !== undefined).filter((_, at, all) => at % Math.ceil(all.length / 12) === 0);
    for (const { path, id, fragment = '' } of sample) {
      await page.goto('about:blank');
      await page.goto(`${site.address}${path.slice(1)}#${id}:~:text=${encodeURIComponent(fragment).replaceAll('-', '%2D')}`);
      // A browser that knows no text fragments goes to the id; the words are in its passage, as the test above holds, and may stand further down.
      const isSeen = ([target = '', words = '']: string[]): boolean => {
        const squeeze = (text: string) => text.replaceAll(/\s+/g, '');
        const { top: from = -1 } = document.getElementById(target)?.getBoundingClientRect() ?? {};
        if (from >= 0 && from < innerHeight) return true;
        return [...document.querySelectorAll('main :is(p, li, th, td, dd, caption, h2, h3)')].some((block) => {
          const { top, bottom } = block.getBoundingClientRect();
          return top < innerHeight && bottom > 0 && squeeze(block.textContent).includes(squeeze(words));
        });
      };
      // The browser goes there some time after the page has come.
      const seen = await page.waitForFunction(isSeen, [id, fragment], { timeout: 5_000 }).catch(() => undefined);
      expect(seen, `${path}#${id} ${fragment}`).toBeDefined();
    }
    await page.close();
  });
});
