/**
 * A small site with what nobody hopes for: a title of 300 letters, a table of 40 columns, charts of one value, with negative and missing ones,
 * and years without events. Built once, below a path, and looked at on a phone and a desk.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type RunningServer } from '../../src/local/serve.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import { copySite, type CopiedSite } from '../fixtures/copied-site.ts';
import { readCsv } from '../publish/read-csv.ts';

const BASE = '/some/path';
const BUILD_TIME = 120_000;
const TITLE = '긴 제목은 여러 줄로 나뉘어도 읽을 수 있어야 한다 '.repeat(12).slice(0, 300).trim();
const COLUMNS = Array.from({ length: 40 }, (_, index) => `열${String(index + 1)}`);

const TABLES = [
  {
    id: 'wide',
    caption: '열이 마흔 개인 표',
    page: 173,
    columns: COLUMNS,
    rows: [1, 2].map((row) => `| ${COLUMNS.map((_, index) => `${row === 1 ? '칸' : '값'}${String(index + 1)}`).join(' | ')} |`).join('\n'),
  },
  {
    id: 'single',
    caption: '값이 하나인 그림',
    page: 173,
    unit: '백만원',
    columns: ['연도', '금액'],
    rows: '| 2016년 | 775 |',
    chart: { kind: '막대', label: '연도', values: ['금액'] },
  },
  {
    id: 'losses',
    caption: '모자란 값과 없는 값이 있는 그림',
    page: 174,
    unit: '백만원',
    columns: ['연도', '손익'],
    rows: '| 2014년 | 12.5 |\n| 2015년 | -3 |\n| 2016년 | - |',
    chart: { kind: '막대', label: '연도', values: ['손익'] },
  },
  {
    id: 'line',
    caption: '빈 해가 있는 꺾은선',
    page: 174,
    unit: '명',
    columns: ['연도', '인원'],
    rows: '| 2013년 | 3 |\n| 2014년 | - |\n| 2015년 | -2 |',
    chart: { kind: '꺾은선', label: '연도', values: ['인원'] },
  },
];

let site: CopiedSite;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  site = copySite();
  site.editCase(
    'busan-yeonje',
    ({ tables, events }) => ({
      title: TITLE,
      tables: [...TABLES, ...(tables as unknown[])],
      events: [{ id: 'long-ago', date: '2011', title: '오래전의 일', page: 173 }, ...(events as unknown[])],
    }),
    (body) => `${body}\n${TABLES.map(({ id }) => `<Table id="${id}" />`).join('\n\n')}\n`,
  );
  // One case a page, so that the index has two.
  site.edit('src/site.ts', (text) => text.replace(/CASES_A_PAGE = \d+/, 'CASES_A_PAGE = 1'));
  await site.build({ BASE_PATH: BASE });
  server = await serve({ dir: join(site.dir, 'dist'), port: 0, base: `${BASE}/` });
  browser = await launchBrowser();
}, BUILD_TIME);

afterAll(async () => {
  await browser.close();
  await server.close();
  site.remove();
});

async function open(path: string, width: number, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  try {
    await page.goto(server.address + path.slice(1));
    await run(page);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

const CASE = '/cases/busan-yeonje/';

describe.each([360, 1280])('at %d pixels', (width) => {
  test.each([
    '/',
    CASE,
    '/regions/',
    '/regions/busan/',
    '/topics/senior-jobs/',
    '/timeline/',
    '/figures/',
    '/compare/?cases=busan-yeonje,busan-sasang',
    '/search/',
  ])('%s does not scroll sideways', async (path) => {
    await open(path, width, async (page) => {
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  });

  test('the long title is all there, in the list and on its page', async () => {
    await open('/', width, async (page) => {
      const link = page.locator('tr[data-case=busan-yeonje] a').first();
      expect((await link.innerText()).replaceAll(/\s+/g, ' ')).toBe(TITLE);
      await link.click();
      expect((await page.locator('h1').innerText()).replaceAll(/\s+/g, ' ')).toContain(TITLE);
    });
  });

  test('every cell of the table of forty columns can be reached and is named by its column', async () => {
    await open(CASE, width, async (page) => {
      const table = page.locator('#table-wide');
      expect(await table.locator('tbody tr').first().locator('td, th').count()).toBe(40);
      const last = table.locator('tbody td').last();
      await last.scrollIntoViewIfNeeded();
      // The font may still come, and move what stands above.
      await expect
        .poll(async () => {
          const box = await last.boundingBox();
          return box && box.x >= 0 && box.x + box.width <= width;
        })
        .toBe(true);
      // A row is laid out when the screen has reached it.
      await expect.poll(() => last.innerText()).toBe('값40');
      expect((await last.getAttribute('data-th')) ?? (await table.locator('thead th').nth(39).innerText())).toBe('열40');
    });
  });

  test('charts of one value, of negative and of missing ones stay in their frame and tell what they show', async () => {
    await open(CASE, width, async (page) => {
      const charts = page.locator('figure.chart');
      expect(await charts.count()).toBe(3);
      const told = await charts.locator('svg[role=img]').evaluateAll((all) => all.map((svg) => svg.getAttribute('aria-label')));
      expect(told).toEqual([
        '2016년 775백만원 하나뿐이다.',
        '2014년이 12.5백만원으로 가장 많고, 2015년이 −3백만원으로 가장 적다. 2016년은 값이 없다.',
        '2013년 3명에서 2015년 −2명으로 줄었다. 2014년은 값이 없다.',
      ]);
      const outside = await charts.evaluateAll((figures) =>
        figures.flatMap((figure) => {
          const frame = figure.getBoundingClientRect();
          return [...figure.querySelectorAll('text, rect, circle')]
            .filter((shape) => {
              const box = shape.getBoundingClientRect();
              return box.left < frame.left - 1 || box.right > frame.right + 1;
            })
            .map((shape) => shape.textContent);
        }),
      );
      expect(outside).toEqual([]);
    });
  });
});

describe('an index of two pages', () => {
  const rows = (page: Page) =>
    page.locator('tr[data-case]').evaluateAll((found) => found.map((row) => (row as HTMLElement).dataset['case']));

  test('shows one, finds what stands on the other, and saves both', async () => {
    await open('/', 1280, async (page) => {
      expect(await rows(page)).toEqual(['busan-yeonje']);
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-list-csv]').click()]);
      const [, ...records] = readCsv((await readFile(await file.path(), 'utf8')).slice(1));
      expect(records.map(([slug]) => slug)).toEqual(['busan-yeonje', 'busan-sasang']);
      await page.locator('.folded > summary').click();
      await page.locator('#list-q').fill('사상구');
      await expect.poll(() => rows(page)).toEqual(['busan-sasang']);
      await page.locator('[data-list-reset]').click();
      expect(await rows(page)).toEqual(['busan-yeonje']);
      expect(await page.locator('[data-list-count]').textContent()).toBe('2건');
    });
  });

  test('says so when the other does not come, and tries again', async () => {
    await open('/', 1280, async (page) => {
      let fails = true;
      await page.route('**/pages/2/', (route) => (fails ? route.abort() : route.continue()));
      await page.locator('.folded > summary').click();
      await page.locator('#list-q').fill('사상구');
      await expect.poll(() => page.locator('[data-list-message]').textContent()).toContain('이 페이지에서만');
      fails = false;
      await page.locator('#list-q').fill('사상');
      await expect.poll(() => rows(page)).toEqual(['busan-sasang']);
      expect(await page.locator('[data-list-message]').textContent()).toBe('');
    });
  });
});

test('years without events are said, and the list has no heading for them', async () => {
  await open('/timeline/', 1280, async (page) => {
    const years = await page.locator('tr[data-heading]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['heading']));
    expect(years).toContain('2011');
    expect(new Set(years).size).toBe(years.length);
    const told = await page.locator('.picture p.vh').innerText();
    const [, first = '', last = ''] = /^(\d{4})년부터 (\d{4})년까지/.exec(told) ?? [];
    const shown = years.filter((year) => year !== undefined && year >= first && year <= last);
    const empty = Number(last) - Number(first) + 1 - shown.length;
    expect(empty).toBeGreaterThan(0);
    expect(told).toContain(`${String(empty)}개 연도에는 시작한 일이 없다.`);
  });
});

test('a filter of the index leads, without script, below the path', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.address);
  // All its cases are of one place, which is then no condition; the map has it.
  await page.locator('[data-tile=busan]').click();
  expect(new URL(page.url()).pathname).toBe(`${BASE}/regions/busan/`);
  await page.locator('.facet a').click();
  expect(new URL(page.url()).pathname).toBe(`${BASE}/regions/`);
  await context.close();
});

describe('the search below the path', () => {
  const hits = (page: Page) => page.locator('[data-search-results][data-state=done] [data-case]');

  /** Runs on a case page; nothing may be asked for beside the path, and nothing may be missing. */
  async function search(run: (page: Page) => Promise<void>): Promise<void> {
    await open(CASE, 1280, async (page) => {
      const astray: string[] = [];
      page.on('response', (response) => {
        if (!new URL(response.url()).pathname.startsWith(`${BASE}/`) || response.status() >= 400) astray.push(response.url());
      });
      await run(page);
      expect(astray).toEqual([]);
    });
  }

  test('suggestions lead to their page', async () => {
    await search(async (page) => {
      await page.focus('#top-q');
      await page.keyboard.insertText('사상구');
      await page.waitForSelector('[role=listbox]:not([hidden]) [role=option]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${BASE}/cases/busan-sasang/`);
    });
  });

  test('results, filters, passages and the back button', async () => {
    await search(async (page) => {
      await page.fill('#top-q', '일자리');
      await page.press('#top-q', 'Enter');
      await page.waitForURL(`**${BASE}/search/?q=*`);
      await hits(page).nth(1).waitFor();
      expect(await hits(page).count()).toBe(2);
      const links = await page.$$eval('[data-search-list] a', (all) => all.map((link) => link.getAttribute('href') ?? ''));
      expect(links.length).toBeGreaterThan(2);
      expect(links.filter((path) => !path.startsWith(`${BASE}/`))).toEqual([]);

      // Only a long list of topics is folded.
      const fold = page.getByText('주제어 선택');
      if ((await fold.count()) > 0) await fold.click();
      await page.check('input[name=topic][value=cooperative]');
      await hits(page).nth(1).waitFor({ state: 'detached' });
      expect(await hits(page).getAttribute('data-case')).toBe('busan-sasang');
      expect(new URL(page.url()).pathname).toBe(`${BASE}/search/`);
      await page.goBack();
      await hits(page).nth(1).waitFor();
      expect(await page.isChecked('input[name=topic][value=cooperative]')).toBe(false);

      await page.locator('[data-case=busan-sasang] li a').first().click();
      await page.waitForURL(`**${BASE}/cases/busan-sasang/#*`);
      const id = await page.evaluate(() => location.hash.slice(1));
      expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
      await page.goBack();
      await hits(page).nth(1).waitFor();
      await page.goBack();
      expect(new URL(page.url()).pathname).toBe(`${BASE}${CASE}`);
    });
  });
});
