/** Lighthouse on a phone, as it comes: 100 in all four on the pages that people arrive at. The built site, with the production headers. */
import lighthouse from 'lighthouse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type RunningServer } from '../../src/local/serve.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import type { Browser } from 'playwright-core';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const PAGES = ['', 'cases/busan-yeonje/', `search/?q=${encodeURIComponent('공공구매')}`];
/** Lighthouse speaks to the browser itself. */
const PORT = 4459;

const sum = (scores: readonly number[]) => scores.reduce((total, score) => total + score, 0);

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await serve({ dir: 'dist', port: 0 });
  browser = await launchBrowser([`--remote-debugging-port=${String(PORT)}`]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('Lighthouse', () => {
  test.for(PAGES)('/%s', { timeout: 300_000 }, async (path) => {
    // The server compresses at the first request; a host has done so long before.
    const context = await browser.newContext();
    await (await context.newPage()).goto(server.address + path, { waitUntil: 'networkidle' });
    await context.close();
    let best: readonly number[] = [];
    let lost: readonly string[] = [];
    // A busy machine only ever takes points away: the best of three is the page's own.
    for (let run = 0; run < 3 && sum(best) < 400; run++) {
      const result = await lighthouse(server.address + path, { port: PORT, onlyCategories: [...CATEGORIES], logLevel: 'error' });
      const report = result?.lhr;
      const scores = CATEGORIES.map((category) => Math.round((report?.categories[category]?.score ?? 0) * 100));
      expect(report?.audits['cumulative-layout-shift']?.numericValue).toBe(0);
      if (sum(scores) <= sum(best)) continue;
      best = scores;
      lost = Object.values(report?.audits ?? {})
        .filter(({ score, scoreDisplayMode }) => score !== null && score < 1 && scoreDisplayMode !== 'informative')
        .map(({ id, title, displayValue }) => `${id}: ${title} ${displayValue ?? ''}`);
    }
    console.log(`/${path}: ${best.join(' · ')}`);
    expect(best, lost.join('\n')).toEqual([100, 100, 100, 100]);
  });
});
