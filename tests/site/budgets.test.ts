/**
 * What a page may cost on a first visit: cold cache, as the server sends it (brotli 11), until nobody touches it and nothing more comes.
 * Bytes and requests, never milliseconds. The web font is counted apart, because it never holds a page up.
 */
import { brotliCompressSync } from 'node:zlib';
import { describe, test } from 'vitest';
import { useBuiltSite } from '../built-site.ts';
import { readPages, textOf } from './pages.ts';

const KB = 1000;
/** Page, theme, script, style sheet of the site and of the page, icon. */
const REQUESTS = 6;
const SCRIPT = 5 * KB;
const STYLE = 6.5 * KB;
const FONT = 125 * KB;

/** A page of each kind and the most it may weigh in KB. Lists hold every row of all cases; what they weigh is their text. */
const PAGES: readonly (readonly [path: string, most: number])[] = [
  ['/', 16],
  ['/search/', 13],
  ['/compare/', 10],
  ['/topics/', 12],
  ['/topics/job-creation/', 10],
  ['/regions/incheon/', 10],
  ['/sectors/social-economy/', 10],
  ['/tiers/gu/', 10],
  ['/timeline/', 32.5],
  ['/figures/', 29.5],
  ['/organisations/', 29.5],
  ['/instruments/', 23],
  ['/glossary/', 10.5],
  ['/data/', 12],
  ['/about/', 8],
  ['/about/editing/', 8],
  ['/about/errata/', 29.5],
  ['/404.html', 8],
];

/** What a case may weigh: 30 KB, or 20 KB beside its own text, compressed, where that is more; never above 36. */
const CASE = { plain: 30, besideText: 20, most: 36 };

const CASES = readPages()
  .filter(({ path }) => /^\/cases\/[^/]+\/$/.test(path))
  .map(({ path, tree }) => {
    const text = brotliCompressSync(textOf(tree).replaceAll(/\s+/g, ' ')).length / KB;
    return [path, Math.min(CASE.most, Math.max(CASE.plain, Math.round((text + CASE.besideText) * 10) / 10))] as const;
  });

const site = useBuiltSite();

interface Fetched {
  path: string;
  /** Origin of the address. */
  origin: string;
  /** Body as sent. */
  bytes: number;
}

/** Everything that a page makes the browser fetch before anybody touches it. */
async function fetchPage(path: string): Promise<Fetched[]> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const sizes: Promise<Fetched>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname, origin } = new URL(request.url());
    sizes.push(request.sizes().then(({ responseBodySize }) => ({ path: pathname, origin, bytes: responseBodySize })));
  });
  // On a busy machine half a second may pass between the page and its styles; the icon comes after everything else.
  await page.goto(site.address + path.slice(1), { waitUntil: 'load' });
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('requestfinished');
  const fetched = await Promise.all(sizes);
  await context.close();
  return fetched;
}

const ending =
  (end: string) =>
  ({ path }: Fetched) =>
    path.endsWith(end);
const sum = (list: readonly Fetched[]) => list.reduce((total, { bytes }) => total + bytes, 0);
const listed = (list: readonly Fetched[]) => list.map(({ path, bytes }) => `${path} ${String(bytes)}`).join('\n');

describe('a first visit', () => {
  // They wait more than they work.
  test.concurrent.for([...PAGES, ...CASES])('%s: at most %s KB', async ([path, most], { expect }) => {
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
