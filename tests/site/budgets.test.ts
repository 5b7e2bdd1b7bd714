/** What a page may cost on first sight, cold cache, as the server sends it. Bytes, never milliseconds. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type RunningServer } from '../../scripts/serve.ts';
import { readContent } from '../../src/case/content.ts';
import { launchBrowser } from '../browser.ts';

const KB = 1000;

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await serve({ dir: 'dist', port: 0 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

interface Fetched {
  path: string;
  /** Body as sent. */
  bytes: number;
}

/** Everything that a page makes the browser fetch before anybody touches it. */
async function fetchPage(path: string): Promise<Fetched[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const sizes: Promise<Fetched>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(request.sizes().then(({ responseBodySize }) => ({ path: new URL(request.url()).pathname, bytes: responseBodySize })));
  });
  await page.goto(server.address + path.slice(1), { waitUntil: 'networkidle' });
  const fetched = await Promise.all(sizes);
  await context.close();
  return fetched;
}

const isFont = ({ path }: Fetched) => path.endsWith('.woff2');
const isScript = ({ path }: Fetched) => path.endsWith('.js');
const sum = (list: readonly Fetched[]) => list.reduce((total, { bytes }) => total + bytes, 0);
const listed = (list: readonly Fetched[]) => list.map(({ path, bytes }) => `${path} ${String(bytes)}`).join('\n');

describe('bytes', () => {
  test('the index: at most 25 KB in 6 requests, the font apart', async () => {
    const fetched = (await fetchPage('/')).filter((one) => !isFont(one));
    expect(fetched.length, listed(fetched)).toBeLessThanOrEqual(6);
    expect(sum(fetched), listed(fetched)).toBeLessThanOrEqual(25 * KB);
    // All of it, and compressed: otherwise the budget means nothing.
    expect(sum(fetched)).toBeGreaterThan(5 * KB);
  });

  test('the font: at most 125 KB', async () => {
    const fonts = (await fetchPage('/')).filter(isFont);
    expect(fonts).toHaveLength(1);
    expect(sum(fonts)).toBeLessThanOrEqual(125 * KB);
    expect(sum(fonts)).toBeGreaterThan(20 * KB);
  });

  test.for(readContent('content').files.map(({ slug }) => slug))('%s: at most 30 KB, of which script 5 KB', async (slug) => {
    const fetched = (await fetchPage(`/cases/${slug}/`)).filter((one) => !isFont(one));
    expect(sum(fetched), listed(fetched)).toBeLessThanOrEqual(30 * KB);
    expect(sum(fetched.filter(isScript)), listed(fetched)).toBeLessThanOrEqual(5 * KB);
  });

  test.for(['/', '/topics/', '/about/', '/404.html'])('script on %s, while nobody searches: at most 5 KB', async (path) => {
    const scripts = (await fetchPage(path)).filter(isScript);
    expect(sum(scripts), listed(scripts)).toBeLessThanOrEqual(5 * KB);
  });
});
