/** The comparison in a browser, on the built site. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { comparableFigures } from '../../src/case/comparable.ts';
import { readContent, validateCase } from '../../src/content/read.ts';
import { COMPARED_ROWS, type ComparedCase } from '../../src/case/comparison.ts';
import { readCsv } from '../publish/read-csv.ts';
import { openBuiltPages } from './open-page.ts';

const { files, vocabulary } = readContent('content');
const validCases = () => files.map((file) => validateCase(file, vocabulary));
const slugs = files.map(({ slug }) => slug);
const open = openBuiltPages();

describe('the comparison', () => {
  test('sets the cases of the address side by side, each item a link to its passage', async () => {
    await open('/compare/?cases=busan-yeonje,seoul-gangbuk', async (page) => {
      await page.locator('table.compare').waitFor();
      expect(await page.locator('table.compare thead th').count()).toBe(2);
      const names = await page.locator('table.compare tbody th').allInnerTexts();
      expect(names.slice(0, COMPARED_ROWS.length)).toEqual(COMPARED_ROWS.map(({ name }) => name));
      expect(names.at(-1)).toBe('인용');
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
      const names = records.map(([name]) => name);
      expect(names.slice(0, COMPARED_ROWS.length + 1)).toEqual(['우수사례명', ...COMPARED_ROWS.map(({ name }) => name)]);
      expect(names.slice(-3)).toEqual(['링크', '접속일', '인용']);
      const cell = (name: string) => records.find(([one]) => one === name)?.[1];
      expect(cell('링크')).toMatch(/^https?:\/\/.*\/cases\/busan-yeonje\/$/);
      expect(cell('접속일')).toMatch(/^\d{4}\. \d+\. \d+\.$/);
      expect(cell('인용')).toMatch(/『.+』.*쪽/);
      expect(records.find(([name]) => name === '사업 기간')?.slice(1)).toEqual(['2016년 11월부터 계속 (176쪽)', '사례집에 없음']);
    });
  });

  test('puts the numbers side by side that all cases count, each with its page', async () => {
    const groups = new Map(validCases().map(({ slug, data }) => [slug, new Set(comparableFigures(data).map(({ name }) => name))] as const));
    const [a = '', b = ''] = slugs;
    const shared = [...(groups.get(a) ?? [])].filter((group) => groups.get(b)?.has(group));
    await open(`/compare/?cases=${a},${b}`, async (page) => {
      await page.locator('table.compare').waitFor();
      const rows = page.locator('table.compare tbody tr', { has: page.locator('th', { hasText: /^수치\(/ }) });
      expect(await rows.count()).toBe(Math.min(3, shared.length));
      for (const row of await rows.all()) {
        expect(await row.locator('td').count()).toBe(2);
        for (const text of await row.locator('td').allInnerTexts()) expect(text).toMatch(/\d.*쪽$/s);
      }
    });
  });

  test('what is kept on rows and cases is compared, and is still there on the next visit', async () => {
    const [a = '', b = ''] = slugs;
    await open('/', async (page) => {
      await page.locator(`[data-pick][value=${a}]`).check();
      expect(await page.locator('.picks').innerText()).toContain('1건');
      expect(await page.locator('.picks a').isVisible()).toBe(false);
      await page.goto(new URL(`/cases/${b}/`, page.url()).href);
      await page.getByRole('link', { name: '비교에 담기' }).click();
      await page.locator('table.compare').waitFor();
      expect(new URL(page.url()).searchParams.get('cases')).toBe(`${a},${b}`);
      await page.goto(new URL('/compare/', page.url()).href);
      await page.locator('table.compare').waitFor();
      expect(new URL(page.url()).searchParams.get('cases')).toBe(`${a},${b}`);
      await page.goto(new URL('/', page.url()).href);
      expect(await page.locator('[data-pick]:checked').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))).toEqual(
        expect.arrayContaining([a, b]),
      );
      await page.locator('.picks button').click();
      expect(await page.locator('[data-pick]:checked').count()).toBe(0);
      expect(await page.locator('.picks').isVisible()).toBe(false);
    });
  });

  test('a fifth case is not kept in place of another, and an unknown one not at all', async () => {
    const five = slugs.slice(0, 5);
    await open('/compare/', async (page) => {
      for (const slug of [...five, 'zz']) await page.goto(new URL(`/compare/?add=${slug}`, page.url()).href);
      await page.locator('table.compare').waitFor();
      expect(await page.locator('table.compare thead th').count()).toBe(4);
      expect(await page.locator('[data-compare-message]').textContent()).toContain('‘zz’: 없는 사례여서 뺐습니다.');
      await page.goto(new URL('/', page.url()).href);
      await page.locator('.picks').waitFor();
      const kept = page.locator('[data-pick]:checked');
      expect((await kept.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))).toSorted()).toEqual(
        five.slice(0, 4).toSorted(),
      );
    });
  });

  test('what is pressed on a list that cannot be narrowed is kept too', async () => {
    const { province } = validCases()[0]?.data ?? {};
    const region = vocabulary.places.find(({ name }) => name === province)?.id ?? '';
    await open(`/regions/${region}/`, async (page) => {
      await page.locator('[data-pick]').first().check();
      expect(await page.locator('.picks').innerText()).toContain('1건');
    });
  });

  test('what a browser holds of another site or hand is no choice', async () => {
    await open(
      '/',
      async (page) => {
        expect(await page.locator('[data-pick]:checked').count()).toBe(0);
        await page.goto(new URL('/compare/', page.url()).href);
        expect(new URL(page.url()).search).toBe('');
      },
      {
        prepare: async (page) => {
          await page.addInitScript(() => {
            localStorage.setItem('compare', '<script>,"x",../../,');
          });
        },
      },
    );
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
