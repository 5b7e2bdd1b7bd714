/**
 * `npm run bench [-- --cases=12,120 --keep]`: what building costs at 12 (the real), 120 and 1,200 (made-up) cases, what three pages weigh then, and
 * what a search costs (`bench-search.ts`). Times hold for the machine and its load only; compare ratios of one run. `--keep` writes the table to
 * `scripts/BENCH.md`.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { format } from 'prettier';
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

const pair = ([middle, most]: readonly [number, number]): string => `${middle.toFixed(1)} / ${most.toFixed(1)}`;

const HEAD = [
  '사례',
  '빌드 초',
  '처리 장치 초',
  '메모리 MB',
  '파일',
  '목록 KB',
  '사례 KB',
  '검색 KB',
  '첫 결과 KB',
  '첫 결과 ms',
  '질의 ms',
  '부하',
];

/** The table as the repository keeps it, with the machine and the day. */
async function keepTable(rows: readonly (readonly string[])[]): Promise<void> {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [processor] = cpus();
  const text = [
    '# 사례 수에 따른 비용',
    '',
    '`npm run bench -- --cases=12,120,1200 --keep`으로 잰 것이다. 12건은 실제 사례, 그보다 많은 것은 실제 사례를 되풀이해 만든 것이며 책은 17권이다.',
    `${new Date().toISOString().slice(0, 10)}, ${processor?.model.trim() ?? ''} ${String(availableParallelism())}코어, 메모리 ${(totalmem() / 1e9).toFixed(0)}GB, Node ${process.version}.`,
    '',
    line(HEAD),
    line(HEAD.map(() => '---:')),
    ...rows.map(line),
    '',
    '- 처리 장치 초와 메모리: 빌드와 그것이 시작한 모든 과정의 합, 메모리는 가장 많았던 때.',
    '- 목록, 사례, 검색 KB: 처음 방문할 때 받는 것(brotli), 글꼴은 빼고.',
    '- 첫 결과: 검색 칸에 들어간 때부터 첫 목록까지, 열두 질의의 가운뎃값 / 최대. KB는 느린 망, ms는 빠른 망.',
    '- 질의 ms: 파일을 받은 뒤 질의 하나에 드는 처리 장치 시간, 가운뎃값 / 최대.',
    '',
  ].join('\n');
  writeFileSync('scripts/BENCH.md', await format(text, { parser: 'markdown' }));
}

await runMain(async () => {
  const sites: BuiltSite[] = [];
  const rows: string[][] = [];
  const browser = await launchBrowser();
  try {
    for (const size of readSizes(process.argv.slice(2))) {
      const site = await buildSiteOf(size);
      sites.push(site);
      const memory = site.peak === undefined ? '-' : (site.peak / 1e6).toFixed(0);
      const files = readdirSync(site.dist, { recursive: true }).length;
      const weights = await weigh(browser, site);
      const load = machineLoad();
      const { kilobytes, milliseconds, processor } = await benchSearch(site);
      rows.push([
        String(size),
        site.seconds.toFixed(1),
        site.processor.toFixed(1),
        memory,
        String(files),
        ...weights,
        pair(kilobytes),
        pair(milliseconds),
        pair(processor),
        load,
      ]);
      printTable([HEAD, ...rows]);
    }
    if (process.argv.includes('--keep')) await keepTable(rows);
  } finally {
    await browser.close();
    for (const site of sites) site.remove();
  }
});
