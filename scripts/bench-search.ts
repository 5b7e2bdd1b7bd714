/**
 * What a search costs a reader: `npm run bench:search [-- --site=dist]`.
 *
 * In a real browser, with a cold cache for every query: bytes and requests from the focus of the field to the first list of results, the
 * time from Enter to that list on a fast and on a slow network, and the longest task of the main thread meanwhile. A proxy before the
 * static server counts and slows down, because the requests of a worker escape the browser's own throttling.
 */
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/browser.ts';
import { serve } from './serve.ts';

const PROBES = [
  '협동조합',
  '노인 일자리',
  '사회적경제',
  '공정무역',
  '탈북민',
  '3억원',
  '2015-09-25',
  'ㅎㄷㅈㅎ',
  'guqehdwhgkq',
  '은평상상허부',
  '낡은 집을 고쳐 준 마을',
  '사회적경제 제품을 공공기관이 먼저 사 주는 제도',
];

/** Bits a second and milliseconds a request. */
interface Network {
  readonly bandwidth: number;
  readonly latency: number;
}
const FAST: Network = { bandwidth: Number.POSITIVE_INFINITY, latency: 0 };
const SLOW: Network = { bandwidth: 1_600_000, latency: 150 };

interface Counter {
  bytes: number;
  requests: number;
  network: Network;
  counting: boolean;
}

interface Cost {
  readonly bytes: number;
  readonly requests: number;
  /** Milliseconds from Enter to the first list. */
  readonly wait: number;
  /** Milliseconds of the longest task of the main thread; 0 when none was longer than 50. */
  readonly blocked: number;
}

const wait = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** A proxy that counts and slows down; one line for all requests, as a phone has. */
async function openProxy(target: string, counter: Counter): Promise<{ address: string; close: () => void }> {
  let free = 0;
  const server = createServer((incoming, outgoing) => {
    const { network } = counter;
    const started = performance.now();
    const asked = forward(new URL(incoming.url ?? '/', target), { method: incoming.method, headers: incoming.headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        if (counter.counting) {
          counter.requests++;
          counter.bytes += body.length;
        }
        const from = Math.max(free, started + network.latency);
        free = from + (body.length * 8_000) / network.bandwidth;
        void wait(free - performance.now()).then(() => outgoing.writeHead(answer.statusCode ?? 500, answer.headers).end(body));
      });
    });
    asked.on('error', () => outgoing.writeHead(502).end());
    asked.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** One query by a reader who has never been here. `shown` is a selector of what the first list is made of. */
async function measure(browser: Browser, address: string, query: string, counter: Counter): Promise<Cost> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    await page.goto(`${address}search/`, { waitUntil: 'networkidle' });
    await page.evaluate(() => void (window as unknown as { tasks: number[] }).tasks.splice(0));
    Object.assign(counter, { bytes: 0, requests: 0, counting: true });
    const field = page.locator('main input[name=q], input[name=q]').first();
    await field.focus();
    await field.pressSequentially(query, { delay: 30 });
    const started = performance.now();
    await field.press('Enter');
    await page.waitForSelector('[data-search-results] [data-case]', { timeout: 30_000 });
    const waited = performance.now() - started;
    counter.counting = false;
    const { bytes, requests } = counter;
    await page.waitForSelector('[data-search-results][data-state=done]', { timeout: 30_000 });
    const blocked = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
    return { bytes, requests, wait: waited, blocked };
  } finally {
    counter.counting = false;
    await context.close();
  }
}

const site = process.argv.find((argument) => argument.startsWith('--site='))?.slice('--site='.length) ?? 'dist';
const given = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const counter: Counter = { bytes: 0, requests: 0, network: FAST, counting: false };
const server = await serve({ dir: site, port: 0 });
const proxy = await openProxy(server.address, counter);
const browser = await launchBrowser();
try {
  console.log('    KB requests  fast ms  slow ms  longest task ms  query');
  for (const query of given.length > 0 ? given : PROBES) {
    counter.network = FAST;
    const fast = await measure(browser, proxy.address, query, counter);
    counter.network = SLOW;
    const slow = await measure(browser, proxy.address, query, counter);
    const cells = [
      (fast.bytes / 1000).toFixed(1).padStart(6),
      String(fast.requests).padStart(8),
      fast.wait.toFixed(0).padStart(8),
      slow.wait.toFixed(0).padStart(8),
      Math.max(fast.blocked, slow.blocked).toFixed(0).padStart(16),
    ];
    console.log(`${cells.join(' ')}  ${query}`);
  }
} finally {
  await browser.close();
  proxy.close();
  await server.close();
}
