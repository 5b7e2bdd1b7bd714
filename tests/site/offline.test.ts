/** Reading without a network, after a visit. The server is stopped for real: a browser's switch for it does not reach every worker. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve, type RunningServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../browser.ts';

const CASE = 'cases/busan-yeonje/';
const OTHER = 'cases/daegu-dong/';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: RunningServer;
let running = false;
let site: string;

beforeAll(async () => {
  browser = await launchBrowser();
  site = mkdtempSync(join(tmpdir(), 'site-'));
  cpSync('dist', site, { recursive: true });
});
afterAll(async () => {
  await browser.close();
  rmSync(site, { recursive: true });
});
beforeEach(async () => {
  server = await serve({ dir: site, port: 0 });
  running = true;
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  if (running) await server.close();
});

async function cutNetwork(): Promise<void> {
  await server.close();
  running = false;
}

/** Reads a page until the worker has kept it. */
async function read(path: string): Promise<void> {
  await page.goto(server.address + path, { waitUntil: 'load' });
  await page.evaluate(async (address) => {
    await navigator.serviceWorker.ready;
    while (!(await caches.match(address))) await new Promise((done) => setTimeout(done, 100));
  }, server.address + path);
}

describe('without a network', () => {
  test('a page that was read opens again, with its styles and its script', async () => {
    await read(CASE);
    const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await cutNetwork();
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    await page.goto(`${server.address}${CASE}?from=mail#results`);
    expect(await page.title()).toContain('부산 연제구');
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(colour);
    expect(await page.locator('.perma').first().getAttribute('aria-label')).toContain('링크 복사, ');
    expect(failed).toEqual([]);
  });

  test('a page that was never read says so and names those that were, and nothing else', async () => {
    await read(CASE);
    await cutNetwork();
    const answer = await page.goto(server.address + OTHER);
    expect(answer?.status()).toBe(503);
    expect(await page.textContent('h1')).toBe('인터넷에 연결되지 않았습니다');
    await page.waitForSelector('[data-kept]:not([hidden])');
    const links = await page.$$eval('[data-kept] a', (found) => found.map((link) => (link as HTMLAnchorElement).href));
    expect(links).toEqual([server.address + CASE]);
    await page.click('[data-kept] a');
    expect(await page.title()).toContain('부산 연제구');
  });

  test('the search still answers what it has answered', async () => {
    await read('');
    await page.goto(`${server.address}search/?q=${encodeURIComponent('공공구매')}`);
    const first = '[data-search-results][data-state=done] [data-case]';
    await page.waitForSelector(first);
    await cutNetwork();
    await page.goto(`${server.address}search/?q=${encodeURIComponent('공공구매')}`);
    await page.waitForSelector(first);
    expect(await page.getAttribute(first, 'data-case')).toBe('seoul-gangbuk');
  });
});

describe('with a network', () => {
  test('a changed page is shown at once, never the kept one; what is gone is gone', async () => {
    await read(CASE);
    const file = join(site, CASE, 'index.html');
    const before = readFileSync(file, 'utf8');
    try {
      writeFileSync(file, before.replace('<h1', '<h1 data-new'));
      await page.goto(server.address + CASE);
      expect(await page.locator('h1[data-new]').count()).toBe(1);
      rmSync(file);
      const answer = await page.goto(server.address + CASE);
      expect(answer?.status()).toBe(404);
    } finally {
      writeFileSync(file, before);
    }
  });

  test('the worker comes late and is small', async () => {
    await page.goto(server.address + CASE, { waitUntil: 'networkidle' });
    await page.waitForTimeout(1000);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    expect(readFileSync('dist/sw.js').length).toBeLessThan(5000);
  });

  test('keeps no more than it may', async () => {
    await read(CASE);
    const kept = await page.evaluate(async () => {
      const cache = await caches.open('pages-1');
      const base = new URL('/', location.href).href;
      for (let n = 0; n < 130; n++) await cache.put(`${base}old/${String(n)}/`, new Response('<title>옛 쪽</title>'));
      return (await cache.keys()).length;
    });
    expect(kept).toBeGreaterThan(130);
    await page.goto(server.address + OTHER);
    await page.evaluate(async () => {
      const cache = await caches.open('pages-1');
      while ((await cache.keys()).length > 100) await new Promise((done) => setTimeout(done, 100));
    });
    const left = await page.evaluate(async () => (await (await caches.open('pages-1')).keys()).map(({ url }) => new URL(url).pathname));
    expect(left).toContain('/offline/');
    expect(left).toContain('/cases/daegu-dong/');
  });
});
