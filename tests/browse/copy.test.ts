/** Tables and charts on the clipboard, in a browser, on the built site. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openBuiltPages } from './open-page.ts';

const open = openBuiltPages();

describe('a copied table', () => {
  const paste = async (page: Page, into: 'div' | 'textarea') => {
    await page.evaluate((tag) => {
      const place = document.createElement(tag);
      place.id = 'pasted';
      if (tag === 'div') place.contentEditable = 'true';
      document.body.append(place);
    }, into);
    await page.locator('#pasted').focus();
    await page.keyboard.press('Control+v');
  };
  const copy = async (page: Page, selector: string) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const button = page.locator(selector).locator('button[data-copy]');
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => button.innerText()).toBe('복사했습니다');
  };

  test('goes into a word processor as a table with title, page and address', async () => {
    await open('/cases/incheon-gyeyang/', async (page) => {
      await copy(page, '.held:has(> #table-shares)');
      await paste(page, 'div');
      const pasted = page.locator('#pasted');
      const source = page.locator('#table-shares');
      expect(await pasted.locator('table tr').count()).toBe(await source.locator('tr').count());
      const text = await pasted.innerText();
      expect(text).toContain('특수목적법인 구성 현황');
      expect(text).toMatch(/인천광역시 계양구.*『매니페스토 우수사례 소개서』.*217쪽/);
      expect(text).toContain('/cases/incheon-gyeyang/#table-shares');
    });
  });

  test('goes into a text field as lines with tabs, every row as wide as the head', async () => {
    await open('/cases/incheon-gyeyang/', async (page) => {
      await copy(page, '.held:has(> #table-shares)');
      await paste(page, 'textarea');
      const lines = (await page.locator('#pasted').inputValue()).split('\n');
      const rows = lines.filter((line) => line.includes('\t'));
      const width = await page.locator('#table-shares thead th').count();
      expect(rows.length).toBe(await page.locator('#table-shares tr').count());
      for (const row of rows) expect(row.split('\t').length, row).toBe(width);
      expect(lines.at(-2)).toContain('217쪽');
    });
  });

  test('of a chart has the picture in words', async () => {
    await open('/cases/incheon-gyeyang/', async (page) => {
      const words = await page.locator('figure.chart svg[role=img]').first().getAttribute('aria-label');
      await copy(page, 'figure.chart >> nth=0');
      await paste(page, 'textarea');
      const lines = (await page.locator('#pasted').inputValue()).split('\n');
      expect(lines[1]).toBe(words);
      expect(lines.filter((line) => line.includes('\t')).length).toBeGreaterThan(2);
    });
  });
});

test('a term is explained in place without script', async () => {
  await open(
    '/cases/incheon-gyeyang/',
    async (page) => {
      await page.locator('button[popovertarget=term-third-sector]').click();
      expect(await page.locator('#term-third-sector').innerText()).toContain('공공과 민간이 함께');
    },
    { javaScriptEnabled: false },
  );
});
