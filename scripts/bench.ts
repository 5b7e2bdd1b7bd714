/**
 * `npm run bench [-- --cases=12,120]`: what building costs at 12 (the real), 120 and 1,200 (made-up) cases, what three pages weigh then, and
 * what a search costs (`bench-search.ts`). Times hold for the machine and its load only; compare ratios of one run.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../src/local/browser.ts';
import { openProxy } from './bench/proxy.ts';
import { benchSearch } from './bench-search.ts';
import { type BuiltSite, buildSiteOf, machineLoad, readSizes } from './bench/sites.ts';
import { printTable } from './bench/table.ts';
import { runMain } from '../src/local/console.ts';
import { serve } from '../src/local/serve.ts';

/** KB of a first visit as sent (brotli), with style and script, without the web font, which holds nothing up. */
async function weigh(browser: Browser, site: BuiltSite): Promise<readonly string[]> {
  const server = await serve({ dir: site.dist, port: 0 });
  const proxy = await openProxy(server.address);
  try {
    // The middle one by weight would be to read them all; any one will do to see that it does not grow.
    const [name = ''] = readdirSync(join(site.dist, 'cases')).filter((entry) => !entry.includes('.'));
    const weights: string[] = [];
    for (const path of ['', `cases/${name}/`, 'search/']) {
      const page = await browser.newPage();
      proxy.reset({ bandwidth: Number.POSITIVE_INFINITY, latency: 0 });
      await page.goto(proxy.address + path, { waitUntil: 'networkidle' });
      const counted = proxy.answers().filter((answer) => !answer.path.endsWith('.woff2'));
      weights.push((counted.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(1));
      await page.close();
    }
    return weights;
  } finally {
    proxy.close();
    await server.close();
  }
}

await runMain(async () => {
  const sites: BuiltSite[] = [];
  const browser = await launchBrowser();
  try {
    const rows: string[][] = [['사례', '빌드 초', '처리 장치 초', '메모리 MB', '목록 KB', '사례 KB', '검색 KB', '부하']];
    for (const size of readSizes(process.argv.slice(2))) {
      const site = await buildSiteOf(size);
      sites.push(site);
      const memory = site.peak === undefined ? '-' : (site.peak / 1e6).toFixed(0);
      rows.push([String(size), site.seconds.toFixed(1), site.processor.toFixed(1), memory, ...(await weigh(browser, site)), machineLoad()]);
    }
    printTable(rows);
    await browser.close();
    for (const site of sites) await benchSearch(site);
  } finally {
    await browser.close();
    for (const site of sites) site.remove();
  }
});
