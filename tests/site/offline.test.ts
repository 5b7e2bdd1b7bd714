/** Reading without a network, after a visit. The server is stopped for real: a browser's switch for it does not reach every worker. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serve, type RunningServer } from '../../src/local/serve.ts';
import { launchBrowser } from '../../src/local/browser.ts';

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
    const answered = await page.getAttribute(first, 'data-case');
    await cutNetwork();
    await page.goto(`${server.address}search/?q=${encodeURIComponent('공공구매')}`);
    await page.waitForSelector(first);
    expect(await page.getAttribute(first, 'data-case')).toBe(answered);
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
      const cache = await caches.open('/:pages');
      const base = new URL('/', location.href).href;
      for (let n = 0; n < 130; n++) await cache.put(`${base}old/${String(n)}/`, new Response('<title>옛 쪽</title>'));
      return (await cache.keys()).length;
    });
    expect(kept).toBeGreaterThan(130);
    await page.goto(server.address + OTHER);
    await page.evaluate(async () => {
      const cache = await caches.open('/:pages');
      while ((await cache.keys()).length > 100) await new Promise((done) => setTimeout(done, 100));
    });
    const left = await page.evaluate(async () => (await (await caches.open('/:pages')).keys()).map(({ url }) => new URL(url).pathname));
    expect(left).toContain('/offline/');
    expect(left).toContain('/cases/daegu-dong/');
  });

  test('styles and fonts outlive other files, and searches drive out no file of a page', async () => {
    await read(CASE);
    const names = await page.evaluate(async () => {
      const files = await caches.open('/:files');
      const base = new URL('/', location.href).href;
      const script = () => new Response('', { headers: { 'Content-Type': 'text/javascript' } });
      for (let n = 0; n < 320; n++) await files.put(`${base}_astro/old.${String(n)}.js`, script());
      return (await files.keys()).map(({ url }) => new URL(url).pathname).filter((path) => path.endsWith('.css'));
    });
    expect(names.length).toBeGreaterThan(0);
    await page.goto(`${server.address}search/?q=${encodeURIComponent('공공구매')}`);
    await page.waitForSelector('[data-search-results][data-state=done] [data-case]');
    const left = await page.evaluate(async () => {
      const files = await caches.open('/:files');
      while ((await files.keys()).length > 300) await new Promise((done) => setTimeout(done, 100));
      const paths = async (name: string) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
      return { files: await paths('/:files'), data: await paths('/:data') };
    });
    expect(left.files).toEqual(expect.arrayContaining(names));
    expect(left.files.filter((path) => path.startsWith('/search/') || path.startsWith('/pagefind/'))).toEqual([]);
    expect(left.data.some((path) => path.startsWith('/pagefind/'))).toBe(true);
  });

  test('keeps no page that a host sends in place of a file', async () => {
    // A host that answers what it does not find with its first page, as many are set up.
    const host = createServer((incoming, outgoing) => {
      const gone = incoming.url === '/data/compare/gone.json';
      void fetch(new URL(gone ? '/' : (incoming.url ?? '/'), server.address)).then(async (answer) => {
        const type = answer.headers.get('content-type') ?? '';
        outgoing.writeHead(answer.status, { 'Content-Type': type }).end(Buffer.from(await answer.arrayBuffer()));
      });
    });
    await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
    try {
      const address = `http://127.0.0.1:${String((host.address() as AddressInfo).port)}/`;
      await page.goto(address + CASE);
      const [kept, answers] = await page.evaluate(async (base) => {
        await navigator.serviceWorker.ready;
        while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 50));
        const answers = [];
        for (const name of ['gone', 'daegu-dong']) answers.push((await fetch(`${base}data/compare/${name}.json`)).status);
        while (!(await caches.match(`${base}data/compare/daegu-dong.json`))) await new Promise((done) => setTimeout(done, 50));
        return [await caches.match(`${base}data/compare/gone.json`).then((found) => found !== undefined), answers] as const;
      }, address);
      expect(answers).toEqual([200, 200]);
      expect(kept).toBe(false);
    } finally {
      host.close();
      host.closeAllConnections();
    }
  });

  test('touches no cache of another site on the same origin, and keeps its own when a new worker comes', async () => {
    await read(CASE);
    await page.evaluate(async () => {
      for (const name of ['pages-1', '/other/:pages', '/:pages-0']) await caches.open(name);
    });
    const worker = readFileSync(join(site, 'sw.js'), 'utf8');
    try {
      writeFileSync(join(site, 'sw.js'), `${worker}\n;`);
      await page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update();
        while ((await caches.keys()).includes('/:pages-0')) await new Promise((done) => setTimeout(done, 100));
      });
      const names = await page.evaluate(() => caches.keys());
      expect(names).toEqual(expect.arrayContaining(['pages-1', '/other/:pages', '/:pages', '/:files']));
      expect(await page.evaluate(async (address) => (await caches.match(address)) !== undefined, server.address + CASE)).toBe(true);
    } finally {
      writeFileSync(join(site, 'sw.js'), worker);
    }
  });
});
