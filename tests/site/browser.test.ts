/** The built site in a real browser, with the production headers. Search has a file of its own. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read.ts';
import { isAudit } from '../audit.ts';
import { PHONE, WIDE } from './axe.ts';
import { pickOfEachKind, readPages } from './pages.ts';
import { useVisits } from './visits.ts';

const { site, address, withPage } = useVisits();
const PAGES = readPages();
const CASE = '/cases/busan-yeonje/';
/** One page of each kind; the audit takes all. */
const PATHS = isAudit ? PAGES.map(({ path }) => path) : pickOfEachKind(PAGES);

describe('reading', () => {
  test('from the index to a case to one of its sections', async () => {
    await withPage(async (page) => {
      await page.goto(address('/'));
      await page.click('table#cases tr[data-case="busan-yeonje"] a');
      expect(new URL(page.url()).pathname).toBe(CASE);
      await page.click('nav[aria-labelledby="toc-h"] a[href="#results"]');
      expect(new URL(page.url()).hash).toBe('#results');
      const top = await page.locator('#results').evaluate((heading) => heading.getBoundingClientRect().top);
      expect(top).toBeGreaterThanOrEqual(-1);
      expect(top).toBeLessThan(200);
    });
  });

  test('with script off: index, case, sections, lists; the search leads on instead of failing', async () => {
    await withPage(
      async (page) => {
        await page.goto(address('/'));
        expect(await page.locator('tr[data-case]').count()).toBe(readContent('content').files.length);
        await page.click('tr[data-case="busan-yeonje"] a');
        expect(await page.locator('article h2[id]').count()).toBeGreaterThan(5);
        expect(await page.locator('table#table-floors tbody tr').count()).toBe(4);
        await page.goto(address('/topics/'));
        expect(await page.locator('main a[href^="/topics/"]').count()).toBeGreaterThan(10);
        await page.fill('[data-search-input]', '협동조합');
        await page.press('[data-search-input]', 'Enter');
        expect(new URL(page.url()).pathname).toBe('/search/');
        const ways = page.locator('main a[href="/"], main a[href="/topics/"]');
        expect(await ways.first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    );
  });

  test('an unknown address gets a page with a search, not a bare error', async () => {
    await withPage(async (page) => {
      const response = await page.goto(address('/cases/no-such-case/'));
      expect(response?.status()).toBe(404);
      expect(await page.locator('h1').innerText()).toMatch(/[가-힣]/);
      expect(await page.locator('main form[role=search] input').isVisible()).toBe(true);
    });
  });
});

describe('the colour scheme', () => {
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

  test('follows the system, then the choice, which is remembered on every page before the first paint', async () => {
    await withPage(
      async (page) => {
        await page.goto(address('/'));
        const light = await paper(page);
        await page.click('#theme');
        const dark = await paper(page);
        expect(dark).not.toBe(light);
        expect(await page.innerText('#theme')).toBe('밝은 화면');
        // Everything that the next page paints first must already be dark: the script runs before the body exists.
        await page.addInitScript(() => {
          new MutationObserver((_, observer) => {
            if (!document.querySelector('body')) return;
            observer.disconnect();
            document.documentElement.setAttribute('data-first', getComputedStyle(document.body).backgroundColor);
          }).observe(document, { childList: true, subtree: true });
        });
        await page.goto(address(CASE));
        expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
        expect(await page.getAttribute('html', 'data-first')).not.toBe(light);
        expect(await paper(page)).toBe(dark);
        await page.click('#theme');
        expect(await paper(page)).toBe(light);
      },
      { colorScheme: 'light' },
    );
  });

  test('a system that is dark shows dark without any choice', async () => {
    const [light, dark] = await Promise.all(
      (['light', 'dark'] as const).map((colorScheme) =>
        withPage(
          async (page) => {
            await page.goto(address('/'));
            return paper(page);
          },
          { colorScheme },
        ),
      ),
    );
    expect(light).not.toBe(dark);
  });

  test('storage that is forbidden stops nothing', async () => {
    await withPage(async (page) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      });
      await page.goto(address('/'));
      const before = await paper(page);
      await page.click('#theme');
      expect(await paper(page)).not.toBe(before);
      expect(errors).toEqual([]);
    });
  });
});

describe('the keyboard', () => {
  const focused = (page: Page) =>
    page.evaluate(() => ({
      tag: document.activeElement?.tagName,
      id: document.activeElement?.id,
      text: document.activeElement?.textContent.trim(),
    }));

  test('the first stop skips to the content', async () => {
    await withPage(async (page) => {
      await page.goto(address(CASE));
      await page.keyboard.press('Tab');
      expect(await focused(page)).toMatchObject({ tag: 'A', text: '본문으로 건너뛰기' });
      const box = await page.locator('a.skip').boundingBox();
      expect(box && box.y >= 0).toBe(true);
      await page.keyboard.press('Enter');
      expect(await focused(page)).toMatchObject({ id: 'main' });
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
    });
  });

  test.for(['/', CASE, '/search/', '/404.html'])('Ctrl+K goes to the search field of %s, and no key by itself does', async (path) => {
    await withPage(async (page) => {
      await page.goto(address(path));
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
      });
      const field = page.locator('[data-search-input]').first();
      const isThere = () => field.evaluate((input) => input === document.activeElement);
      await page.keyboard.press('/');
      expect(await isThere()).toBe(false);
      await page.keyboard.press('Control+k');
      expect(await isThere()).toBe(true);
      expect(await field.inputValue()).toBe('');
      await page.keyboard.type('3/4');
      expect(await field.inputValue()).toBe('3/4');
    });
  });

  test('every stop of a page can be seen', async () => {
    await withPage(async (page) => {
      await page.goto(address('/'));
      const hidden: string[] = [];
      for (let stop = 0; stop < 30; stop += 1) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return undefined;
          const { width, height } = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || element.matches('input, main');
          return { name: element.outerHTML.slice(0, 80), ok: width > 0 && height > 0 && marked };
        });
        if (seen === undefined) break;
        if (!seen.ok) hidden.push(seen.name);
      }
      expect(hidden).toEqual([]);
    });
  });
});

describe('every page', () => {
  test('asks nobody else for anything, reports no error, needs no sideways scrolling', async () => {
    const faults: string[] = [];
    for (const viewport of [WIDE, PHONE]) {
      await withPage(
        async (page) => {
          let path = '';
          const note = (text: string) => faults.push(`${path} at ${String(viewport.width)}: ${text}`);
          page.on('request', (request) => {
            if (!request.url().startsWith(site.address) && !request.url().startsWith('data:')) note(`asks ${request.url()}`);
          });
          page.on('console', (message) => {
            if (message.type() === 'error' || message.type() === 'warning') note(message.text());
          });
          page.on('pageerror', (error) => note(error.message));
          page.on('response', (response) => {
            if (response.status() >= 400 && !path.endsWith('404.html')) note(`${String(response.status())} ${response.url()}`);
          });
          for (path of PATHS) {
            await page.goto(address(path), { waitUntil: 'load' });
            const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
            if (over > 0) note(`${String(over)} px too wide`);
          }
        },
        { viewport },
      );
    }
    expect(faults).toEqual([]);
  }, 180_000);
});

describe('on paper', () => {
  test('a case is printed in full, without navigation', async () => {
    await withPage(async (page) => {
      await page.goto(address(CASE));
      await page.emulateMedia({ media: 'print' });
      for (const selector of ['header.top nav', '#theme', 'nav.turn'])
        expect(await page.locator(selector).isVisible(), selector).toBe(false);
      for (const selector of ['h1', '#summary', '#table-floors', '#timeline', '#note-subsidy', '#cite'])
        expect(await page.locator(selector).isVisible(), selector).toBe(true);
      const pdf = await page.pdf({ format: 'A4' });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThanOrEqual(4);
      expect(pages).toBeLessThanOrEqual(14);
    });
  });
});
