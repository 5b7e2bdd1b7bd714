/** The comparison in a browser, on the built site. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read.ts';
import { COMPARED_ROWS, type ComparedCase } from '../../src/case/comparison.ts';
import { readCsv } from '../publish/read-csv.ts';
import { openBuiltPages } from './open-page.ts';

const { files } = readContent('content');
const slugs = files.map(({ slug }) => slug);
const open = openBuiltPages();

describe('the comparison', () => {
  test('sets the cases of the address side by side, each item a link to its passage', async () => {
    await open('/compare/?cases=busan-yeonje,seoul-gangbuk', async (page) => {
      await page.locator('table.compare').waitFor();
      expect(await page.locator('table.compare thead th').count()).toBe(2);
      expect(await page.locator('table.compare tbody th').allInnerTexts()).toEqual(COMPARED_ROWS.map(({ name }) => name));
      const links = await page.locator('table.compare td a').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
      expect(links.length).toBeGreaterThan(10);
      for (const link of links) expect(link).toMatch(/^\/cases\/(?:busan-yeonje|seoul-gangbuk)\//);
    });
  });

  test('answers unknown, repeated and too many cases in words', async () => {
    const [first = '', ...others] = slugs;
    await open(`/compare/?cases=zz,${[first, first, ...others.slice(0, 4)].join(',')}`, async (page) => {
      await page.locator('table.compare').waitFor();
      expect(await page.locator('[data-compare-message]').textContent()).toBe(
        '‘zz’: 없는 사례여서 뺐습니다. 같은 사례가 두 번 있어 한 번만 넣었습니다. 사례는 네 건까지 비교할 수 있습니다. 앞의 네 건만 넣고 1건은 뺐습니다.',
      );
      expect(await page.locator('table.compare thead th').count()).toBe(4);
    });
  });

  test('is saved as CSV as it stands, with the links', async () => {
    await open('/compare/?cases=busan-yeonje,seoul-gangbuk', async (page) => {
      await page.locator('table.compare').waitFor();
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-compare-csv]').click()]);
      const text = await readFile(await file.path(), 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const [head, ...records] = readCsv(text.slice(1));
      expect(head?.length).toBe(3);
      expect(records.map(([name]) => name)).toEqual(['우수사례명', ...COMPARED_ROWS.map(({ name }) => name), '링크']);
      expect(records.find(([name]) => name === '사업 기간')?.slice(1)).toEqual(['2016년 11월부터 계속 (176쪽)', '사례집에 없음']);
    });
  });

  test('without script says so and offers pairs', async () => {
    await open(
      '/compare/?cases=busan-yeonje,daegu-dong',
      async (page) => {
        expect(await page.locator('main').innerText()).toContain('스크립트가 켜져 있어야');
        expect(await page.locator('.pairs a[href*="/cases/"]').count()).toBeGreaterThan(3);
      },
      { javaScriptEnabled: false },
    );
  });

  describe('in a tab that was opened before the rows changed', () => {
    /** Answers for a file as a later build would: another row at the top, one row gone, and another build. */
    const later = async (page: Page) => {
      await page.route('**/data/compare/*.json', async (route) => {
        const answer = await route.fetch();
        const { rows, ...rest } = (await answer.json()) as ComparedCase;
        const kept = Object.fromEntries(Object.entries(rows).filter(([id]) => id !== 'plans'));
        await route.fulfill({
          json: { ...rest, build: 'later', rows: { population: [{ text: '뒤에 생긴 항목', url: rest.url }], ...kept } },
        });
      });
    };

    test('every fact stays in its row, the lacking row says so, and the page offers to be loaded anew', async () => {
      await open(
        '/compare/?cases=busan-yeonje,seoul-gangbuk',
        async (page) => {
          await page.locator('table.compare').waitFor();
          const cell = (id: string) =>
            page
              .locator('table.compare tbody tr')
              .nth(COMPARED_ROWS.findIndex((row) => row.id === id))
              .locator('td')
              .first();
          expect(await cell('period').innerText()).toContain('2016년 11월부터 계속');
          expect(await cell('budget').innerText()).toContain('보조금');
          expect(await cell('plans').innerText()).toBe('새로 고친 뒤 볼 수 있음');
          expect(await page.locator('table.compare').innerText()).not.toContain('뒤에 생긴 항목');
          expect(await page.locator('[data-compare-message]').textContent()).toContain('누리집이 바뀌었습니다');
          expect(await page.locator('[data-compare-reload]').isVisible()).toBe(true);
        },
        { prepare: later },
      );
    });
  });

  test('a row of which the book says nothing says so', async () => {
    const silent = files.filter(({ source }) => !('period' in (source.data as object))).map(({ slug }) => slug);
    const some = silent.slice(0, 2);
    expect(some.length).toBeGreaterThan(0);
    await open(`/compare/?cases=${some.join(',')}`, async (page) => {
      await page.locator('table.compare').waitFor();
      const row = page.locator('table.compare tbody tr').nth(COMPARED_ROWS.findIndex(({ id }) => id === 'period'));
      expect(await row.locator('td').allInnerTexts()).toEqual(some.map(() => '사례집에 없음'));
      expect(await page.locator('[data-compare-reload]').isVisible()).toBe(false);
    });
  });
});
