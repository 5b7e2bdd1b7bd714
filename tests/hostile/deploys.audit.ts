/**
 * Tabs, caches and workers of an old build with a new one behind them: what a reader does next works, or the page says that it must be loaded
 * anew. Nothing is silently wrong, and nothing is silently dead.
 *
 * Over 300 lines: the scenarios share two builds and the host between them.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cacheControl } from '../../src/headers.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import { type BadHost, type Files, openBadHost, readFiles } from './bad-host.ts';
import { buildSecondSite, WITHDRAWN } from './second-build.ts';

const FIRST = readFiles('dist');
const QUERIES = [
  '공공구매',
  '협동조합',
  '사회적 경제',
  '시니어 다방',
  '마을기업',
  '노인 일자리',
  '청년 창업',
  '산업단지',
  '70,000천원',
  '2015년 9월',
  '共同購買',
  'ㅎㄷㅈㅎ',
  'rhdrhdrnao',
  '협둉조합',
  '연제구',
  '생활임금',
  '주민참여예산',
  '교육',
  '급식',
  '협약',
] as const;

let second: Files;
/** Of the new build, but what the old one named is still there, as hosts keep it that only add files. */
let both: Files;
let browser: Browser;
let host: BadHost;
let context: BrowserContext;
let page: Page;
let errors: string[];

beforeAll(async () => {
  second = await buildSecondSite();
  both = new Map([...FIRST, ...second]);
  browser = await launchBrowser();
}, 400_000);
afterAll(() => browser.close());

/** A tab of a new profile. A context for a service worker asks for one. */
const openTab = async (serviceWorkers: 'allow' | 'block' = 'block') => {
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
};
beforeEach(async () => {
  host = await openBadHost(FIRST);
  await openTab();
});
afterEach(async () => {
  await context.close();
  await host.close();
});

const searchPath = (query: string) => `search/?q=${encodeURIComponent(query)}`;
const settled = (tab: Page) => tab.waitForSelector('[data-search-results]:is([data-state=done], [data-state=error])', { timeout: 20_000 });

const asked = new Map<string, Promise<string[]>>();
/** Slugs of the hits of a query in the new build, as a new profile sees them. */
function askAfresh(query: string): Promise<string[]> {
  const answer = asked.get(query) ?? askNew(query);
  asked.set(query, answer);
  return answer;
}
async function askNew(query: string): Promise<string[]> {
  const other = await openBadHost(second);
  const fresh = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const tab = await fresh.newPage();
    await tab.goto(other.address + searchPath(query));
    await settled(tab);
    return await readHits(tab);
  } finally {
    await fresh.close();
    await other.close();
  }
}
const readHits = (tab: Page) =>
  tab.$$eval('[data-search-results][data-state=done] [data-case]', (hits) => hits.map((hit) => hit.getAttribute('data-case') ?? ''));

/** True when the page says, where it can be seen, that it has to be loaded anew. */
const saysReload = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *, [role=status], [role=alert], [popover]')].some(
      (element) => element.children.length === 0 && /새로 ?고침|다시 (?:열|불러)/.test(element.textContent) && element.checkVisibility(),
    ),
  );
/** Passes when something holds, or the page says that it must be loaded anew, within ten seconds. */
const worksOrSays = (what: string, works: () => Promise<boolean>) =>
  expect
    .poll(async () => (await works()) || (await saysReload()), { timeout: 12_000, message: `${what}, or a word of loading anew` })
    .toBe(true);

/** Types a query into the search page that is open, and sends it. */
const ask = async (query: string) => {
  await page.fill('#q', query);
  await page.press('#q', 'Enter');
  await page.waitForFunction((asked) => document.querySelector<HTMLElement>('[data-search-results]')?.dataset['query'] === asked, query);
  await settled(page);
};

describe('an open tab', () => {
  test('1: that has answered finds what the new build finds, where old scripts are kept', async () => {
    await page.goto(host.address + searchPath('공공구매'));
    await settled(page);
    host.deploy(both);
    // The host may keep old scripts and still hold one index only.
    host.spoil((path) => (/^(?:search|pagefind)\//.test(path) && !second.has(path) ? { status: 404, body: Buffer.from('') } : undefined));
    for (const query of ['시니어 다방', '산업단지', '협동조합']) {
      await ask(query);
      const hits = await readHits(page);
      if (hits.length === 0) expect(await saysReload(), query).toBe(true);
      else expect(hits, query).toEqual(await askAfresh(query));
    }
    expect(errors).toEqual([]);
  });

  test('2: that has not searched yet, and whose scripts are gone', async () => {
    await page.goto(`${host.address}search/`);
    host.deploy(second);
    await page.fill('#q', '협동조합');
    await page.press('#q', 'Enter');
    const right = (await askAfresh('협동조합')).join();
    await worksOrSays('the right hits', async () => (await readHits(page)).join() === right);
  });

  test('3: of a case still leads to the search', async () => {
    await page.goto(`${host.address}cases/busan-yeonje/`);
    host.deploy(second);
    await page.click('[data-search-input]');
    await page.keyboard.type('다방');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\//);
    await settled(page);
    expect(await readHits(page)).toEqual(await askAfresh('다방'));
  });

  test('4: of a case whose copying has not come yet', async () => {
    await page.goto(`${host.address}cases/busan-yeonje/`);
    host.deploy(second);
    await page.click('[data-cited] button[data-copy]');
    await worksOrSays('a citation in the clipboard', async () =>
      (await page.evaluate(() => navigator.clipboard.readText().catch(() => ''))).includes('매니페스토'),
    );
    expect(errors).toEqual([]);
  });

  test('5: of a list is narrowed, or says why not', async () => {
    await page.goto(host.address);
    host.deploy(second);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.click('form label:has(input[name=region][value=incheon])');
    await worksOrSays('rows of Incheon alone', () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('tr[data-case]')]
          .filter((row) => row.checkVisibility())
          .every(({ dataset }) => dataset['case']?.startsWith('incheon-')),
      ),
    );
    expect(errors).toEqual([]);
  });

  test('6: of the index offers to choose cases, or says why not', async () => {
    await page.goto(host.address);
    host.deploy(second);
    await page.locator('[data-pick]').first().check();
    await worksOrSays('what was kept', () => page.locator('.picks').isVisible());
    expect(errors).toEqual([]);
  });

  test('7: of a list offers its rows as a file, or says why not', async () => {
    await page.goto(`${host.address}figures/`);
    host.deploy(second);
    const button = page.locator('[data-list-csv], button[data-csv], main button', { hasText: /CSV/ }).first();
    const download = page.waitForEvent('download', { timeout: 8_000 }).then(
      () => true,
      () => false,
    );
    await button.click();
    if (!(await download)) expect(await saysReload()).toBe(true);
    expect(errors).toEqual([]);
  });

  test.for([
    ['8: of a comparison takes a third case, with the old scripts there', true],
    ['9: of a comparison takes a third case, with the old scripts gone', false],
  ] as const)('%s', async ([, isKept]) => {
    const table = () =>
      page.$$eval('table.compare tbody tr', (rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent.trim())));
    await page.goto(`${host.address}compare/?cases=busan-yeonje,daegu-dong`);
    await page.waitForSelector('table.compare');
    host.deploy(isKept ? both : second);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await page.click('label:has(input[name=cases][value=seoul-gangbuk])');
    await worksOrSays('three columns', async () => (await table())[0]?.length === 4);
    if ((await table())[0]?.length !== 4) return;
    const shown = await table();
    await page.reload();
    await page.waitForSelector('table.compare');
    expect(shown).toEqual(await table());
  });
});

describe('what browsers and hosts keep', () => {
  test('10: a name that is kept for a year never stands for other bytes', () => {
    const changed = [...second].filter(([path, body]) => {
      const before = FIRST.get(path);
      return before && cacheControl(`/${path}`).includes('immutable') && !before.equals(body);
    });
    expect(changed.map(([path]) => path)).toEqual([]);
  });

  test('11: a browser full of the old build answers twenty queries as a new one does', { timeout: 300_000 }, async () => {
    for (const query of QUERIES) {
      await page.goto(host.address + searchPath(query));
      await settled(page);
    }
    host.deploy(second);
    const wrong: string[] = [];
    for (const query of QUERIES) {
      await page.goto(host.address + searchPath(query));
      await settled(page);
      const [hits, right] = [await readHits(page), await askAfresh(query)];
      if (hits.join() !== right.join()) wrong.push(`‘${query}’: ${hits.join(' ') || 'nothing'} for ${right.join(' ')}`);
    }
    expect(wrong).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('12: an old page from a cache in between, with nothing else of the old build left', async () => {
    host.deploy(second);
    host.spoil((path) => (path === 'search/index.html' ? { status: 200, body: FIRST.get(path) ?? Buffer.from('') } : undefined));
    await page.goto(host.address + searchPath('협동조합'));
    const right = (await askAfresh('협동조합')).join();
    const isUsable = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('main a[href]')].some((link) => link.checkVisibility()) && document.querySelector('h1') !== null,
      );
    await worksOrSays('the right hits or ways on', async () => (await readHits(page)).join() === right || (await isUsable()));
  });

  test('13: a deploy that is half done is told as an error, and asking again works once it is done', async () => {
    host.deploy(second);
    host.spoil((path) => (/^(?:search\/[0-9a-f]{10}|pagefind)\//.test(path) ? { status: 404, body: Buffer.from('') } : undefined));
    await page.goto(host.address + searchPath('협동조합'));
    await settled(page);
    expect(await page.getAttribute('[data-search-results]', 'data-state')).toBe('error');
    host.spoil();
    await page.locator('[data-search-results] button:visible').first().click();
    await expect.poll(() => readHits(page), { timeout: 15_000 }).toEqual(await askAfresh('협동조합'));
  });

  test(
    '14: the service worker of the old build shows and searches the new one, then keeps it for later',
    { timeout: 120_000 },
    async () => {
      await context.close();
      await openTab('allow');
      await page.goto(`${host.address}cases/busan-yeonje/`);
      await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated', undefined, {
        timeout: 30_000,
      });
      await page.goto(host.address + searchPath('공공구매'));
      await settled(page);
      await page.goto(`${host.address}cases/${WITHDRAWN}/`);
      host.deploy(second);
      await page.reload();
      expect(await page.content()).toContain('시험으로 거두었다');
      for (const query of ['공공구매', '마을기업', '협동조합']) {
        await page.goto(host.address + searchPath(query));
        await settled(page);
        expect(await readHits(page), query).toEqual(await askAfresh(query));
      }
      await page.goto(`${host.address}cases/busan-sasang/`);
      // What was just read is kept a moment later.
      await page.waitForTimeout(1_000);
      await context.setOffline(true);
      await page.goto(`${host.address}cases/busan-sasang/`);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).not.toMatch(/^(?:serif|"?Times)/);
      expect(errors).toEqual([]);
    },
  );
});
