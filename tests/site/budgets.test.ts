/**
 * What a page may cost on a first visit: cold cache, as the server sends it (brotli 11), until nobody touches it and nothing more comes.
 * Bytes and requests, never milliseconds. The web font is counted apart, because it never holds a page up.
 */
import { get } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { describe, test } from 'vitest';
import { useBuiltSite } from '../built-site.ts';
import { kindOfPage, pickOfEachKind, readPages, textOf } from './pages.ts';

const KB = 1000;
/** Page, theme, script, style sheet of the site and of the page, icon. */
const REQUESTS = 6;
const SCRIPT = 5 * KB;
const STYLE = 7 * KB;
const FONT = 125 * KB;

/** The longest page of each kind, and what each may weigh in KB: so much, and so much again for each KB of its own text, compressed. */
const KINDS: Readonly<Record<string, { plain: number; perText?: number }>> = {
  // Choices, suggestions and the order; rows carry what they are chosen by.
  '/': { plain: 11.8, perText: 2.2 },
  '/timeline': { plain: 11.2, perText: 1.9 },
  '/figures': { plain: 11.3, perText: 1.9 },
  '/organisations': { plain: 11.2, perText: 1.9 },
  '/instruments': { plain: 11.2, perText: 1.9 },
  '/topics': { plain: 7.5, perText: 1.9 },
  '/topics/…': { plain: 7.7, perText: 2.2 },
  '/regions/…': { plain: 7.7, perText: 2.2 },
  '/sectors/…': { plain: 7.7, perText: 2.2 },
  '/tiers/…': { plain: 7.7, perText: 2.2 },
  '/glossary': { plain: 5.5, perText: 1.6 },
  '/about/errata': { plain: 7, perText: 1.3 },
  '/search': { plain: 13 },
  '/compare': { plain: 7.6, perText: 2.4 },
  '/data': { plain: 12 },
  '/about': { plain: 8 },
  '/about/editing': { plain: 8 },
  '/404.html': { plain: 8 },
};
/** However long the texts of its rows: lists are paged. */
const LIST = 60;

/** What a case may weigh: 30 KB, or 20.6 KB beside its own text, compressed, where that is more: notes that open in place and lists that fold take half a KB. */
const CASE = { plain: 30, besideText: 20.6 };

const PAGES = readPages();
/** KB of what a page says, compressed. */
const weighText = (tree: (typeof PAGES)[number]['tree']) => brotliCompressSync(textOf(tree).replaceAll(/\s+/g, ' ')).length / KB;
const round = (kilobytes: number) => Math.round(kilobytes * 10) / 10;

const KEPT = [...new Set([...pickOfEachKind(PAGES), '/about/errata/', '/about/editing/'])].flatMap((path) => {
  const { plain, perText = 0 } = KINDS[path.slice(0, -1)] ?? KINDS[kindOfPage(path)] ?? {};
  const page = PAGES.find((one) => one.path === path);
  return plain === undefined || !page ? [] : [[path, Math.min(LIST, round(plain + perText * weighText(page.tree)))] as const];
});

const CASES = PAGES.filter(({ path }) => /^\/cases\/[^/]+\/$/.test(path)).map(
  ({ path, tree }) => [path, Math.max(CASE.plain, round(weighText(tree) + CASE.besideText))] as const,
);

const site = useBuiltSite();

interface Fetched {
  path: string;
  /** Origin of the address. */
  origin: string;
  /** Body as sent. */
  bytes: number;
}

/** Bytes of the body at an address as the server sends it to a browser. */
const weighBody = (address: string) =>
  new Promise<number>((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip, deflate, br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => {
        resolve(bytes);
      });
    }).on('error', reject);
  });

/** Nothing new for so long, in ms: on a busy machine half a second may pass between the page and its styles. */
const QUIET = 700;

/**
 * Everything that a page makes the browser fetch before anybody touches it. The browser says only what it asks for: its own sizes, and its
 * own "network is idle", wait for events that a busy machine has lost.
 */
async function fetchPage(path: string): Promise<Fetched[]> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site.address + path.slice(1), { waitUntil: 'load' });
  for (let before = -1; before < asked.length;) {
    before = asked.length;
    await page.waitForTimeout(QUIET);
  }
  await context.close();
  return Promise.all(
    asked.map(async (address) => {
      const { pathname, origin } = new URL(address);
      return { path: pathname, origin, bytes: await weighBody(address) };
    }),
  );
}

const ending =
  (end: string) =>
  ({ path }: Fetched) =>
    path.endsWith(end);
const sum = (list: readonly Fetched[]) => list.reduce((total, { bytes }) => total + bytes, 0);
const listed = (list: readonly Fetched[]) => list.map(({ path, bytes }) => `${path} ${String(bytes)}`).join('\n');

describe('a first visit', () => {
  // They wait more than they work.
  test.concurrent.for([...KEPT, ...CASES])('%s: at most %s KB', async ([path, most], { expect }) => {
    const all = await fetchPage(path);
    const fetched = all.filter((one) => !ending('.woff2')(one));
    const fonts = all.filter(ending('.woff2'));
    const told = listed(all);
    expect(sum(fetched), told).toBeLessThanOrEqual(most * KB);
    // All of it, and compressed: otherwise the budget means nothing.
    expect(sum(fetched), told).toBeGreaterThan(3 * KB);
    expect(fetched.length, told).toBeLessThanOrEqual(REQUESTS);
    expect(sum(fetched.filter(ending('.js'))), told).toBeLessThanOrEqual(SCRIPT);
    expect(sum(fetched.filter(ending('.css'))), told).toBeLessThanOrEqual(STYLE);
    expect(fonts.length, told).toBeLessThanOrEqual(1);
    expect(sum(fonts), told).toBeLessThanOrEqual(FONT);
    expect(new Set(all.map(({ origin }) => origin)).size, told).toBe(1);
  });
});
