/**
 * Lists in a browser, on the built site: the address decides, wrong addresses are answered in words.
 *
 * Over 300 lines: every list answers to the same form, and the laws of the form are read together.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { firstPage } from '../../src/content/pages.ts';
import { readContent } from '../../src/content/read.ts';
import { openBuiltPages } from './open-page.ts';
import { readCsv } from '../publish/read-csv.ts';

const {
  files,
  vocabulary: { places },
} = readContent('content');
const all = files.length;
/** Slugs of the cases of some provinces, in no order. */
const casesIn = (...provinces: string[]) =>
  files.filter(({ source }) => provinces.includes((source.data as { province: string }).province)).map(({ slug }) => slug);
const of = (some: number) => (some === all ? `${String(all)}건` : `${String(all)}건 중 ${String(some)}건`);

const open = openBuiltPages();

const shown = (page: Page) => page.locator('tr[data-case]').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['case']));
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);

describe('the index', () => {
  test('is narrowed by its address: OR within a facet, AND across', async () => {
    await open('/?region=seoul&region=busan&topic=senior-jobs', async (page) => {
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toBe(`${String(all)}건 중 2건`);
      expect(await shown(page)).toEqual(['busan-yeonje', 'busan-sasang']);
    });
  });

  test('writes each choice into the address, and the way back takes it out', async () => {
    await open('/', async (page) => {
      await page.locator('.folded > summary').click();
      await page.locator('label[data-name=부산]').click();
      await page.locator('label[data-name=대구]').click();
      expect(query(page)).toBe('?region=busan&region=daegu');
      expect(await page.locator('[data-list-count]').textContent()).toBe(of(casesIn('부산광역시', '대구광역시').length));
      await page.goBack();
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toBe(of(casesIn('부산광역시').length));
      await page.locator('[data-list-reset]').click();
      expect(query(page)).toBe('');
      expect((await shown(page)).length).toBe(all);
    });
  });

  test('a place on the map is the same choice as in the line of places', async () => {
    await open('/', async (page) => {
      await page.locator('[data-tile=busan]').click();
      expect(query(page)).toBe('?region=busan');
      expect((await shown(page)).length).toBe(casesIn('부산광역시').length);
      expect(await page.locator('[data-tile=busan]').getAttribute('aria-current')).toBe('true');
      expect(await page.locator('.folded > summary').innerText()).toContain('1개');
      await page.locator('[data-tile=busan]').click();
      expect(query(page)).toBe('');
      expect((await shown(page)).length).toBe(all);
    });
  });

  test('the map sets places where they lie', async () => {
    await open('/', async (page) => {
      const box = async (id: string) => {
        const { x = 0, y = 0, width = 0, height = 0 } = (await page.locator(`.tiles > .${id}`).boundingBox()) ?? {};
        return { left: x, top: y, right: x + width, bottom: y + height };
      };
      const [gyeongbuk, daegu, jeonnam, gwangju, jeju] = [
        await box('gyeongbuk'),
        await box('daegu'),
        await box('jeonnam'),
        await box('gwangju'),
        await box('jeju'),
      ];
      expect(gyeongbuk.bottom).toBeLessThanOrEqual(daegu.top);
      expect(gyeongbuk.left).toBeLessThanOrEqual(daegu.left);
      expect(gwangju.left).toBeGreaterThanOrEqual(jeonnam.left);
      expect(gwangju.top).toBeGreaterThanOrEqual(jeonnam.top);
      expect(gwangju.right).toBeLessThanOrEqual(jeonnam.right);
      expect(gwangju.bottom).toBeLessThan(jeonnam.bottom);
      expect(jeju.top - jeonnam.bottom).toBeGreaterThan(8);
    });
  });

  test('an order that all rows are equal in is the list’s own', async () => {
    await open('/?sort=sector', async (page) => {
      expect((await shown(page)).length).toBe(all);
      expect(await page.locator('[data-list-message]').textContent()).toBe('');
    });
  });

  test('‘전체’ is the current choice until another is made', async () => {
    await open('/', async (page) => {
      const all = page.locator('[data-all]');
      expect(await all.getAttribute('aria-current')).toBe('true');
      await page.locator('.folded > summary').click();
      await page.locator('label[data-name=부산]').click();
      expect(await all.getAttribute('aria-current')).toBe('false');
      await all.click();
      expect(await all.getAttribute('aria-current')).toBe('true');
      expect(query(page)).toBe('');
    });
  });

  test.each(['/?body=hospital', '/?kind=hospital', '/?organisation=hospital'])(
    'opens %s, however the kind of organisation was called',
    async (path) => {
      await open(path, async (page) => {
        await expect.poll(() => query(page)).toBe('?organisation=hospital');
        await expect.poll(() => page.locator('[data-list-count]').textContent()).toContain(' 중 ');
        const kinds = await page
          .locator('tr[data-case]')
          .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['organisation']));
        expect(kinds.length).toBeGreaterThan(0);
        for (const kind of kinds) expect(kind?.split(' ')).toContain('hospital');
      });
    },
  );

  test('says which value of the address it does not know, and goes on without it', async () => {
    const [one] = files;
    const { id, name } = places.find((place) => place.name === (one?.source.data as { province?: string }).province) ?? {
      id: '',
      name: '',
    };
    await open(`/?region=atlantis&region=${id}`, async (page) => {
      await expect.poll(() => page.locator('[data-list-message]').textContent()).toBe('링크의 값 ‘atlantis’: ‘지역’에 없어 뺐습니다.');
      expect((await shown(page)).sort()).toEqual(casesIn(name).sort());
    });
  });

  test('says so when nothing is left', async () => {
    await open('/?q=%3Cscript%3Ealert(1)%3C/script%3E', async (page) => {
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toBe(`${String(all)}건 중 0건`);
      expect(await page.locator('[data-list-empty]').isVisible()).toBe(true);
    });
  });

  test('is ordered by a column, and tells so to assistive technology', async () => {
    await open('/', async (page) => {
      await page.locator('th[data-sort=page] .sort').click();
      await page.locator('th[data-sort=page] .sort').click();
      expect(await page.locator('th[data-sort=page]').getAttribute('aria-sort')).toBe('descending');
      const firsts = files.map(({ slug, source }) => [slug, firstPage((source.data as { pages: string }).pages)] as const);
      expect((await shown(page))[0]).toBe(firsts.toSorted((a, b) => b[1] - a[1])[0]?.[0]);
      expect(query(page)).toBe('?sort=-page');
    });
  });

  test('gives what it shows as CSV, with a byte order mark', async () => {
    await open('/?region=incheon', async (page) => {
      const some = casesIn('인천광역시');
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toBe(of(some.length));
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-list-csv]').click()]);
      const text = await readFile(await file.path(), 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const [head, ...slugs] = readCsv(text.slice(1)).map(([slug]) => slug);
      expect(head).toBe('case');
      expect(slugs.toSorted()).toEqual(some.toSorted());
    });
  });

  test('says so when the script of a button does not come', async () => {
    await open(
      '/',
      async (page) => {
        // As after a deploy that took the file away, on a host that answers with a page.
        await page.route('**/_astro/picked.*.js', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>404</h1>' }));
        await page.locator('[data-pick]').first().click();
        await expect.poll(() => page.locator('[data-list-message]').textContent()).toContain('새로 고친 뒤');
        expect(await page.locator('[data-pick]').first().isChecked()).toBe(false);
      },
      { errors: /module script/ },
    );
  });

  test('without script is whole, and its filters lead to static pages', async () => {
    await open(
      '/?region=busan',
      async (page) => {
        expect((await shown(page)).length).toBe(all);
        await page.locator('.folded > summary').click();
        expect(await page.locator('#list-q').isVisible()).toBe(false);
        await page.locator('a[data-name=부산]').click();
        expect(new URL(page.url()).pathname).toBe('/regions/busan/');
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('the heading of a list', () => {
  test.each(['/', '/figures/', '/timeline/', '/organisations/', '/instruments/'])(
    'on %s is named by number and order, and what changes is read out beside it',
    async (path) => {
      await open(path, async (page) => {
        const heading = page.locator('#list-h');
        const told = page.locator('[data-list-told]');
        expect(await heading.ariaSnapshot()).toMatch(/^- heading "[\d,]+[가-힣], [가-힣]+순" \[level=2\]/);
        expect(await told.textContent()).toBe('');
        if (path === '/') await page.locator('.folded > summary').click();
        await page.locator('#list-q').fill('일자리');
        await expect.poll(() => told.textContent()).toMatch(/^\d+[가-힣] 중 \d+[가-힣], [가-힣]+순$/);
        expect(await heading.textContent()).toBe(await told.textContent());
      });
    },
  );
});

describe('the lists across cases', () => {
  test('the picture of time shows the cases that the list has', async () => {
    await open('/timeline/?case=busan-yeonje&case=daegu-dong&case=atlantis', async (page) => {
      await expect.poll(() => page.locator('[data-list-message]').textContent()).toBe('링크의 값 ‘atlantis’: ‘사례’에 없어 뺐습니다.');
      const lanes = page.locator('[data-lane]:visible');
      expect(await lanes.evaluateAll((found) => found.map((lane) => (lane as HTMLElement).dataset['lane']))).toEqual([
        'busan-yeonje',
        'daegu-dong',
      ]);
      await page.locator('[data-list-reset]').click();
      expect(await lanes.count()).toBe(all);
    });
  });

  test('an old link to organisations of a kind opens, and one to figures of a kind is left as it is', async () => {
    await open('/organisations/?kind=hospital&region=seoul', async (page) => {
      await expect.poll(() => query(page)).toBe('?organisation=hospital&region=seoul');
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toContain(' 중 ');
    });
    await open('/figures/?kind=outcome', async (page) => {
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toContain(' 중 ');
      expect(query(page)).toBe('?kind=outcome');
    });
  });

  test.each([
    ['/regions/', '/regions/seoul/'],
    ['/sectors/', '/sectors/social-economy/'],
    ['/tiers/', '/tiers/gu/'],
    ['/topics/', '/topics/public-procurement/'],
  ])('%s lists what can be chosen, without script, and each list leads back to it', async (path, list) => {
    await open(
      path,
      async (page) => {
        await page.locator(`table a[href="${list}"]`).click();
        expect(new URL(page.url()).pathname).toBe(list);
        expect(await page.locator('tr[data-case]').count()).toBeGreaterThan(0);
        await page.locator(`main header a[href="${path}"]`).click();
        expect(new URL(page.url()).pathname).toBe(path);
      },
      { javaScriptEnabled: false },
    );
  });

  test('the map has all seventeen provinces, and links for those with cases', async () => {
    await open('/regions/', async (page) => {
      expect(await page.locator('.tiles > li').count()).toBe(17);
      const counts = await page.locator('.tiles a span').allInnerTexts();
      expect(counts.reduce((sum, count) => sum + Number.parseInt(count, 10), 0)).toBe(all);
      expect(await page.locator('.tiles > li:not(:has(a))').count()).toBe(17 - counts.length);
    });
  });

  test('side headings stand above the list on paper, and nothing that only works on a screen', async () => {
    await open('/?region=busan', async (page) => {
      await page.emulateMedia({ media: 'print' });
      const heading = await page.locator('#list-h').boundingBox();
      const table = await page.locator('#cases').boundingBox();
      expect(heading && table && heading.y + heading.height <= table.y + 1 && heading.width > 100).toBe(true);
      expect(await page.locator('[data-list-copy]').isVisible()).toBe(false);
    });
  });

  test.each(['/figures/?unit=money&sort=-value', '/timeline/?when=planned', `/organisations/?q=${encodeURIComponent('보건복지부')}`])(
    '%s shows as many rows as it says',
    async (path) => {
      await open(path, async (page) => {
        await expect.poll(() => page.locator('[data-list-count]').textContent()).toMatch(/^\d+\D+ 중 \d+\D+$/);
        const [total, some] = ((await page.locator('[data-list-count]').textContent()) ?? '').match(/\d+/g) ?? [];
        const rows = await page.locator('tr[data-key]').count();
        expect(rows).toBe(Number(some));
        expect(rows).toBeGreaterThan(0);
        expect(rows).toBeLessThan(Number(total));
      });
    },
  );

  test('ordinances with their years are one click away, and the whole row of a record comes along', async () => {
    await open('/instruments/', async (page) => {
      await page.locator('label[data-name=조례]').click();
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toContain(' 중 ');
      const kinds = await page.locator('tr[data-key] td.kind').allInnerTexts();
      expect(kinds.length).toBeGreaterThan(0);
      expect(new Set(kinds)).toEqual(new Set(['조례']));
      expect(await page.locator('tr[data-heading] th').allInnerTexts()).toEqual(['조례']);
      expect((await page.locator('tr[data-key] td.when').allInnerTexts()).some((when) => /^\d{4}년/.test(when))).toBe(true);
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-list-csv]').click()]);
      const [head = [], ...records] = readCsv((await readFile(await file.path(), 'utf8')).slice(1));
      expect(records.length).toBe(kinds.length);
      expect(new Set(records.map((record) => record[head.indexOf('kind')]))).toEqual(new Set(['조례']));
    });
  });

  test('amounts of money are ordered by their worth in won', async () => {
    await open('/figures/?unit=money&sort=-value', async (page) => {
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toContain('중');
      const values = await page
        .locator('tbody td.n')
        .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset['v'])));
      expect(values).toEqual([...values].sort((a, b) => b - a));
    });
  });

  test.each([
    '/',
    '/figures/',
    '/timeline/',
    '/organisations/',
    '/instruments/',
    '/glossary/',
    '/data/',
    '/compare/?cases=busan-yeonje,incheon-namdong',
  ])('%s fits a phone without scrolling sideways', async (path) => {
    await open(
      path,
      async (page) => {
        await page.waitForLoadState('networkidle');
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      },
      { width: 360 },
    );
  });
});
