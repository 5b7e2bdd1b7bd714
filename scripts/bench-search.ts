/**
 * What a search costs a reader, here and with Pagefind as it comes on the same pages: `npm run bench:search [-- --cases=12,120]`.
 *
 * Twelve queries at 12 (the real), 120 and 1,200 (made-up) cases, in a real browser with a cold cache, one engine after the other, so that
 * both meet the same machine. The query is there at once, as if pasted: bytes, requests and milliseconds from the focus of the field to the
 * first list with its passages. The longest task of the main thread is taken while the query is typed, on a processor four times slower. What a query
 * costs the processor is taken in Node, with its files fetched before.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../src/local/browser.ts';
import { writePlain } from './bench/plain.ts';
import { FAST, type Network, openProxy, type Proxy, SLOW } from './bench/proxy.ts';
import { type BuiltSite, buildSiteOf, machineLoad, readSizes } from './bench/sites.ts';
import { printTable } from './bench/table.ts';
import { runMain, step } from '../src/local/console.ts';
import { serve } from '../src/local/serve.ts';
import { openBuiltEngine } from './eval-search.ts';

interface Probe {
  readonly query: string;
  /** The cases one of which should come first, judged by reading them. */
  readonly best: readonly string[];
}

/** In their title a cooperative, or most of what the book tells of cooperatives. */
const COOPERATIVES = ['busan-sasang', 'seoul-yangcheon', 'seoul-gangbuk', 'incheon-bupyeong', 'daegu-dong'];
/** The social economy is their whole subject and in their title. */
const SOCIAL_ECONOMY = [
  'daegu-dong',
  'gwangju-gwangsan',
  'gwangju-seo',
  'incheon-bupyeong',
  'seoul-gangbuk',
  'seoul-geumcheon',
  'ulsan-jung',
];

const PROBES: readonly Probe[] = [
  { query: '협동조합', best: COOPERATIVES },
  { query: '노인 일자리', best: ['busan-yeonje'] },
  { query: '사회적경제', best: SOCIAL_ECONOMY },
  { query: '공정무역', best: ['seoul-geumcheon'] },
  { query: '탈북민', best: ['incheon-namdong'] },
  { query: '3억원', best: ['seoul-yangcheon'] },
  { query: '2015-09-25', best: ['seoul-gangbuk'] },
  { query: 'ㅎㄷㅈㅎ', best: COOPERATIVES },
  { query: 'guqehdwhgkq', best: COOPERATIVES },
  { query: '은평상상허부', best: ['incheon-bupyeong'] },
  { query: '낡은 집을 고쳐 준 마을', best: ['busan-sasang'] },
  { query: '사회적경제 제품을 공공기관이 먼저 사 주는 제도', best: ['gwangju-seo', 'gwangju-gwangsan', 'seoul-gangbuk', 'ulsan-jung'] },
];

/** A page with a field `#q` in a form. */
interface Searched {
  /** Path of the page below the address of its proxy. */
  readonly path: string;
  readonly proxy: Proxy;
  /** Selector of what is there once the first list is, or the word that nothing was found. */
  readonly shown: string;
}

interface Cost {
  readonly bytes: number;
  readonly requests: number;
  /** Milliseconds from focus to list on the fast and on the slow network. */
  readonly fast: number;
  readonly slow: number;
  /** Milliseconds of the longest task of the main thread; 0 when none was longer than 50. */
  readonly task: number;
  /** The case that stands first; undefined when nothing was found. */
  readonly first: string | undefined;
}

const LONGEST_WAIT = 60_000;
const SLOWER = 4;
const OURS = '[data-search-results] :is([data-case] li, .nothing, .again)';
const PLAIN = 'ol[data-state=done]';

/** A reader who has never been here, on the search page. */
async function visit<T>(browser: Browser, { proxy, path }: Searched, run: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    proxy.reset(FAST);
    await page.goto(proxy.address + path, { waitUntil: 'networkidle' });
    return await run(page);
  } finally {
    await context.close();
  }
}

/** Focus, query and Enter at once; timed in the page, so that nothing of the driver counts. */
function ask(
  browser: Browser,
  searched: Searched,
  query: string,
  network: Network,
): Promise<{ bytes: number; requests: number; milliseconds: number; first: string | undefined }> {
  return visit(browser, searched, async (page) => {
    searched.proxy.reset(network);
    const { milliseconds, at, first } = await page.evaluate(
      async ([text, shown, longest]) => {
        const input = document.querySelector<HTMLInputElement>('#q');
        if (!input) throw new Error('no field');
        const started = performance.now();
        const list = new Promise<void>((done, fail) => {
          setTimeout(() => {
            fail(new Error(`no list for ${text}`));
          }, longest);
          new MutationObserver(() => {
            if (document.querySelector(shown)) done();
          }).observe(document.body, { subtree: true, childList: true, attributes: true });
        });
        input.focus();
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        input.form?.requestSubmit();
        await list;
        const ended = performance.now();
        return {
          milliseconds: ended - started,
          at: performance.timeOrigin + ended,
          first: document.querySelector('[data-case]')?.getAttribute('data-case') ?? undefined,
        };
      },
      [query, searched.shown, LONGEST_WAIT] as const,
    );
    // The web font of the page may come late on a busy machine; no search asks for it.
    const answers = searched.proxy.answers().filter((answer) => answer.at <= at && !answer.path.endsWith('.woff2'));
    return { bytes: answers.reduce((sum, { bytes }) => sum + bytes, 0), requests: answers.length, milliseconds, first };
  });
}

/** The longest task while a query is typed and answered. */
function type(browser: Browser, searched: Searched, query: string): Promise<number> {
  return visit(browser, searched, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask' });
    });
    await page.focus('#q');
    await page.keyboard.type(query, { delay: 60 });
    await page.keyboard.press('Enter');
    await page.waitForSelector(searched.shown, { timeout: LONGEST_WAIT, state: 'attached' });
    await page.waitForLoadState('networkidle');
    return page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks));
  });
}

async function measure(browser: Browser, searched: Searched, query: string): Promise<Cost> {
  const fast = await ask(browser, searched, query, FAST);
  const slow = await ask(browser, searched, query, SLOW);
  const task = await type(browser, searched, query);
  const { bytes, requests, first } = slow;
  return { bytes, requests, first, fast: fast.milliseconds, slow: slow.milliseconds, task };
}

interface Compared {
  readonly probe: Probe;
  readonly ours: Cost;
  readonly plain: Cost;
}

/** What searches of a site cost: the middle and the most of the probe queries. */
export interface SearchCost {
  /** KB to the first list. */
  readonly kilobytes: readonly [middle: number, most: number];
  /** Milliseconds to the first list on the fast network. */
  readonly milliseconds: readonly [middle: number, most: number];
  /** Milliseconds of the processor. */
  readonly processor: readonly [middle: number, most: number];
}

/** Measures a site, prints every probe, and gives the sums. */
export async function benchSearch(site: BuiltSite): Promise<SearchCost> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-plain-'));
  await writePlain(site.dist, folder);
  const [ourServer, plainServer] = [await serve({ dir: site.dist, port: 0 }), await serve({ dir: folder, port: 0 })];
  // Pagefind's own client is WebAssembly, which our policy does not allow.
  const [ourProxy, plainProxy] = [await openProxy(ourServer.address), await openProxy(plainServer.address, ['content-security-policy'])];
  const browser = await launchBrowser();
  try {
    const compared: Compared[] = [];
    for (const probe of PROBES) {
      const ours = { path: 'search/', proxy: ourProxy, shown: OURS };
      const plain = { path: '', proxy: plainProxy, shown: PLAIN };
      await step(`검색 ‘${probe.query}’`, async () => {
        compared.push({ probe, ours: await measure(browser, ours, probe.query), plain: await measure(browser, plain, probe.query) });
      });
    }
    print(site, compared);
    const processor = await measureProcessor(site.dist, ourServer.address);
    console.log(`질의 하나의 처리 시간(파일을 받은 뒤): 가운뎃값 ${processor[0].toFixed(1)}ms, 최대 ${processor[1].toFixed(1)}ms`);
    const ours = compared.map((row) => row.ours);
    return {
      kilobytes: middleAndMost(ours.map(({ bytes }) => bytes / 1000)),
      milliseconds: middleAndMost(ours.map(({ fast }) => fast)),
      processor,
    };
  } finally {
    await browser.close();
    ourProxy.close();
    plainProxy.close();
    await ourServer.close();
    await plainServer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Times that a query is asked for its mean: what is thrown away is collected now and then only. */
const REPEATS = 20;

/** Milliseconds of the processor for each probe query, asked again when everything is there and compiled: the middle and the most of them. */
async function measureProcessor(dist: string, address: string): Promise<SearchCost['processor']> {
  const engine = openBuiltEngine(dist, address);
  const costs: number[] = [];
  for (const { query } of PROBES) {
    for (let warm = 0; warm < 3; warm++) await engine.search(query);
    const before = process.cpuUsage();
    for (let time = 0; time < REPEATS; time++) await engine.search(query);
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1000 / REPEATS);
  }
  return middleAndMost(costs);
}

function print(site: BuiltSite, compared: readonly Compared[]): void {
  const { cases, real } = site;
  console.log(
    `\n사례 ${String(cases)}건(${real ? '실제' : '만든 것'})에서 검색, 여기 / 그대로의 Pagefind. ${machineLoad()}\n` +
      '검색 칸에 들어간 때부터 첫 결과까지. KB와 요청은 느린 망(1.6Mbps, 150ms)에서. 긴 작업은 네 배 느린 처리 장치에서 입력하는 동안.\n',
  );
  const isRight = ({ best }: Probe, { first }: Cost) => first !== undefined && best.includes(first);
  const mark = (probe: Probe, cost: Cost) => (cost.first === undefined ? '없음' : !real ? '-' : isRight(probe, cost) ? '맞음' : '틀림');
  const pair = (name: (cost: Cost) => string, { ours, plain }: { ours: Cost; plain: Cost }) => `${name(ours)} / ${name(plain)}`;
  const whole = (value: number) => value.toFixed(0);
  const kilobytes = ({ bytes }: Cost) => (bytes / 1000).toFixed(1);
  const task = ({ task: longest }: Cost) => (longest === 0 ? '<50' : whole(longest));
  const cells = (row: Compared) => [
    pair(kilobytes, row),
    pair(({ requests }) => String(requests), row),
    pair(({ fast }) => whole(fast), row),
    pair(({ slow }) => whole(slow), row),
    pair(task, row),
    pair((cost) => mark(row.probe, cost), row),
  ];
  // Only where both found something: to say that nothing is there costs less than to show it.
  const both = compared.filter(({ ours, plain }) => ours.first !== undefined && plain.first !== undefined);
  const middle = { ours: middleOf(both.map(({ ours }) => ours)), plain: middleOf(both.map(({ plain }) => plain)) };
  const ratio = (name: 'bytes' | 'requests' | 'fast' | 'slow') => (middle.ours[name] / middle.plain[name]).toFixed(2);
  const most = (costs: readonly Cost[]) => Math.max(...costs.map(({ task: longest }) => longest));
  const right = (name: 'ours' | 'plain') => compared.filter((row) => isRight(row.probe, row[name])).length;
  printTable([
    ['질의', 'KB', '요청', '빠른 망 ms', '느린 망 ms', '긴 작업 ms', '첫 사례'],
    ...compared.map((row) => [row.probe.query, ...cells(row)]),
    [
      `가운뎃값(둘 다 찾은 ${String(both.length)}개)`,
      pair(kilobytes, middle),
      pair(({ requests }) => whole(requests), middle),
      pair(({ fast }) => whole(fast), middle),
      pair(({ slow }) => whole(slow), middle),
      `${whole(most(compared.map(({ ours }) => ours)))} / ${whole(most(compared.map(({ plain }) => plain)))} 최대`,
      real ? `${String(right('ours'))} / ${String(right('plain'))} 맞음` : '',
    ],
    ['비', ratio('bytes'), ratio('requests'), ratio('fast'), ratio('slow'), '', ''],
  ]);
}

function middleAndMost(values: readonly number[]): readonly [middle: number, most: number] {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
}

function middleOf(costs: readonly Cost[]): Cost {
  const of = (name: 'bytes' | 'requests' | 'fast' | 'slow' | 'task') => middleAndMost(costs.map((cost) => cost[name]))[0];
  return { bytes: of('bytes'), requests: of('requests'), fast: of('fast'), slow: of('slow'), task: of('task'), first: undefined };
}

if (import.meta.main) {
  await runMain(async () => {
    for (const size of readSizes(process.argv.slice(2))) {
      const site = await buildSiteOf(size);
      try {
        await benchSearch(site);
      } finally {
        site.remove();
      }
    }
  });
}
