import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBuiltSite } from '../built-site.ts';

const site = useBuiltSite();

async function withPage(run: (page: Page) => Promise<void>, options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  try {
    await run(await context.newPage());
  } finally {
    await context.close();
  }
}

const address = (query: string, more = '') => `${site.address}search/?q=${encodeURIComponent(query)}${more}`;
const settled = (page: Page) =>
  page.waitForSelector('[data-search-results]:is([data-state=done], [data-state=error])', { timeout: 20_000 });
const slugs = (page: Page) => page.$$eval('[data-search-results] [data-case]', (hits) => hits.map((hit) => hit.getAttribute('data-case')));

describe('the search page', () => {
  test('answers the query of its address, and every passage leads to an id that exists', async () => {
    await withPage(async (page) => {
      await page.goto(address('공공구매'));
      await settled(page);
      expect(await page.getAttribute('[data-search-results]', 'data-state')).toBe('done');
      expect(await page.getAttribute('[data-search-results]', 'data-query')).toBe('공공구매');
      expect(await page.textContent('[data-search-list]')).toContain('공공구매');
      const links = await page.$$eval('[data-case] li a', (found) => found.map((link) => link.getAttribute('href') ?? ''));
      expect(links.length).toBeGreaterThan(5);
      for (const link of links) {
        const [path = '', fragment = ''] = link.split('#');
        const file = `dist${path}index.html`;
        expect(existsSync(file), link).toBe(true);
        expect(readFileSync(file, 'utf8')).toContain(`id="${fragment.split(':~:')[0] ?? ''}"`);
      }
    });
  });

  test('leads from the index to a case, to the search and to the passage', async () => {
    await withPage(async (page) => {
      await page.goto(site.address);
      await page.click('tr[data-case=seoul-gangbuk] a');
      await page.click('nav.toc a[href="#timeline"]');
      expect(new URL(page.url()).hash).toBe('#timeline');
      await page.fill('#top-q', '다방');
      await page.press('#top-q', 'Enter');
      await settled(page);
      expect((await slugs(page))[0]).toBe('busan-yeonje');
      await page.click('[data-case=busan-yeonje] li a');
      await page.waitForURL(/\/cases\/busan-yeonje\/#/);
      const id = await page.evaluate(() => location.hash.slice(1));
      await expect(page.locator(`[id="${id}"]`).isVisible()).resolves.toBe(true);
    });
  });

  test('says what it understood and can be taken at its word', async () => {
    await withPage(async (page) => {
      await page.goto(address('rhdrhdrnao'));
      await settled(page);
      expect(await page.textContent('.understood')).toContain('공공구매');
      await page.click('.understood a');
      await settled(page);
      expect(new URL(page.url()).searchParams.get('exact')).toBe('1');
      expect(await slugs(page)).toEqual([]);
    });
  });

  test('narrows by facets, keeps them in the address and goes back', async () => {
    await withPage(async (page) => {
      await page.goto(address('협동조합'));
      await settled(page);
      const all = await slugs(page);
      await page.check('input[name=region][value=incheon]');
      await page.waitForFunction((before) => document.querySelectorAll('[data-case]').length < before, all.length);
      expect(new URL(page.url()).searchParams.getAll('region')).toEqual(['incheon']);
      expect((await slugs(page)).every((slug) => slug?.startsWith('incheon-'))).toBe(true);
      expect(await page.textContent('[data-search-count]')).toMatch(/검색 결과 \d+건 중 \d+건$/);
      await page.goBack();
      await page.waitForFunction((before) => document.querySelectorAll('[data-case]').length === before, all.length);
      expect(await page.isChecked('input[name=region][value=incheon]')).toBe(false);
    });
  });

  test('a shared link with facets shows the same', async () => {
    await withPage(async (page) => {
      await page.goto(address('협동조합', '&region=busan&region=%3Cscript%3E&topic=NOPE'));
      await settled(page);
      expect((await slugs(page)).sort()).toEqual(['busan-sasang', 'busan-yeonje'].filter((slug) => slug === 'busan-sasang'));
      expect(await page.isChecked('input[name=region][value=busan]')).toBe(true);
    });
  });

  test('finds nothing where there is nothing, and says where to go on', async () => {
    await withPage(async (page) => {
      await page.goto(address('우주선 발사'));
      await settled(page);
      expect(await page.getAttribute('[data-search-results]', 'data-state')).toBe('done');
      expect(await slugs(page)).toEqual([]);
      expect(await page.textContent('[data-search-results]')).toContain('검색 결과가 없습니다.');
      expect(await page.$$eval('.nothing a', (links) => links.length)).toBeGreaterThan(1);
    });
  });

  test('never runs what was typed', async () => {
    await withPage(async (page) => {
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      for (const query of [
        '<img src=x onerror=alert(1)>',
        '"><script>alert(1)</script>',
        '[data-case]{}',
        '%E0%A4%A',
        '협동조합'.repeat(80),
      ]) {
        await page.goto(`${site.address}search/?q=${encodeURIComponent(query)}`);
        await settled(page);
        expect(await page.$$('[data-search-results] :is(img, script)')).toEqual([]);
      }
      expect(dialogs).toEqual([]);
    });
  });

  test('says so when its files do not come, and tries again', async () => {
    await withPage(async (page) => {
      const context = page.context();
      await context.route('**/search/manifest.json', (route) => route.abort());
      await page.goto(address('협동조합'));
      await settled(page);
      expect(await page.getAttribute('[data-search-results]', 'data-state')).toBe('error');
      expect(await page.textContent('[data-search-count]')).toMatch(/받지 못했습니다/);
      await context.unroute('**/search/manifest.json');
      await page.click('button.again');
      await page.waitForSelector('[data-search-results][data-state=done]');
      expect((await slugs(page)).length).toBeGreaterThan(5);
    });
  });

  test('without script it says so and offers the lists', async () => {
    await withPage(
      async (page) => {
        await page.goto(address('협동조합'));
        expect(await page.textContent('noscript')).toContain('자바스크립트');
        await page.click('noscript a');
        expect(new URL(page.url()).pathname).toBe('/');
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('suggestions', () => {
  test('open under the field, follow the arrow keys and lead to the thing', async () => {
    await withPage(async (page) => {
      await page.goto(`${site.address}cases/seoul-gangbuk/`);
      await page.keyboard.press('Control+k');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('top-q');
      await page.keyboard.type('공공구');
      await page.waitForSelector('[role=listbox]:not([hidden]) [role=option]');
      expect(await page.getAttribute('#top-q', 'aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      const active = await page.getAttribute('#top-q', 'aria-activedescendant');
      expect(await page.getAttribute(`[id="${active ?? ''}"]`, 'aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/topics\/public-procurement\//);
    });
  });

  test('close on Escape and leave Enter to the search', async () => {
    await withPage(async (page) => {
      await page.goto(site.address);
      await page.fill('#q', '협동');
      await page.waitForSelector('[role=listbox]:not([hidden]) [role=option]');
      await page.press('#q', 'Escape');
      expect(await page.getAttribute('#q', 'aria-expanded')).toBe('false');
      await page.press('#q', 'Enter');
      await page.waitForURL(/\/search\/\?q=/);
    });
  });
});
