/** Lists and comparison in a browser, on the built site: the address decides, wrong addresses are answered in words. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/publish/columns.ts';
import { readContent } from '../../src/content/read.ts';
import { useBuiltSite } from '../built-site.ts';
import { readCsv } from './read-csv.ts';

const all = readContent('content').files.length;

const site = useBuiltSite();

async function open(
  path: string,
  run: (page: Page) => Promise<void>,
  options: { javaScriptEnabled?: boolean; width?: number } = {},
): Promise<void> {
  const { javaScriptEnabled = true, width = 1280 } = options;
  const context = await site.browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  try {
    await page.goto(site.address + path.slice(1));
    await run(page);
    expect(problems).toEqual([]);
  } finally {
    await context.close();
  }
}

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
      await page.locator('label[data-name=부산]').click();
      await page.locator('label[data-name=대구]').click();
      expect(query(page)).toBe('?region=busan&region=daegu');
      expect(await page.locator('[data-list-count]').textContent()).toBe(`${String(all)}건 중 3건`);
      await page.goBack();
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toBe(`${String(all)}건 중 2건`);
      await page.locator('[data-list-reset]').click();
      expect(query(page)).toBe('');
      expect((await shown(page)).length).toBe(all);
    });
  });

  test('‘모두’ is the current choice until another is made', async () => {
    await open('/', async (page) => {
      const all = page.locator('[data-all]');
      expect(await all.getAttribute('aria-current')).toBe('true');
      await page.locator('label[data-name=부산]').click();
      expect(await all.getAttribute('aria-current')).toBe('false');
      await all.click();
      expect(await all.getAttribute('aria-current')).toBe('true');
      expect(query(page)).toBe('');
    });
  });

  test('says which value of the address it does not know, and goes on without it', async () => {
    await open('/?region=atlantis&region=ulsan', async (page) => {
      await expect.poll(() => page.locator('[data-list-message]').textContent()).toBe('주소의 ‘atlantis’는 지역에 없는 값이라 뺐다.');
      expect(await shown(page)).toEqual(['ulsan-jung']);
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
      expect((await shown(page))[0]).toBe('ulsan-jung');
      expect(query(page)).toBe('?sort=-page');
    });
  });

  test('gives what it shows as CSV, with a byte order mark', async () => {
    await open('/?region=incheon', async (page) => {
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toBe(`${String(all)}건 중 3건`);
      const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-list-csv]').click()]);
      const text = await readFile(await file.path(), 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      expect(readCsv(text.slice(1)).map(([slug]) => slug)).toEqual(['case', 'incheon-namdong', 'incheon-bupyeong', 'incheon-gyeyang']);
    });
  });

  test('without script is whole, and its filters lead to static pages', async () => {
    await open(
      '/?region=busan',
      async (page) => {
        expect((await shown(page)).length).toBe(all);
        expect(await page.locator('#list-q').isVisible()).toBe(false);
        await page.locator('a[data-name=부산]').click();
        expect(new URL(page.url()).pathname).toBe('/regions/busan/');
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('the lists across cases', () => {
  test('the picture of time shows the cases that the list has', async () => {
    await open('/timeline/?case=busan-yeonje&case=daegu-dong&case=atlantis', async (page) => {
      await expect.poll(() => page.locator('[data-list-message]').textContent()).toBe('주소의 ‘atlantis’는 사례에 없는 값이라 뺐다.');
      const lanes = page.locator('[data-lane]:visible');
      expect(await lanes.evaluateAll((found) => found.map((lane) => (lane as HTMLElement).dataset['lane']))).toEqual([
        'busan-yeonje',
        'daegu-dong',
      ]);
      await page.locator('[data-list-reset]').click();
      expect(await lanes.count()).toBe(all);
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

  test('amounts of money are ordered by their worth in won', async () => {
    await open('/figures/?unit=money&sort=-value', async (page) => {
      await expect.poll(() => page.locator('[data-list-count]').textContent()).toContain('중');
      const values = await page
        .locator('tbody td.n')
        .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset['v'])));
      expect(values).toEqual([...values].sort((a, b) => b - a));
    });
  });

  test.each(['/', '/figures/', '/timeline/', '/organisations/', '/glossary/', '/data/', '/compare/?cases=busan-yeonje,incheon-namdong'])(
    '%s fits a phone without scrolling sideways',
    async (path) => {
      await open(
        path,
        async (page) => {
          await page.waitForLoadState('networkidle');
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        },
        { width: 360 },
      );
    },
  );
});

describe('the codebook', () => {
  test.each(datasets.map((set) => [set.name, set] as const))('explains every column of %s in its order', async (name, set) => {
    await open('/data/', async (page) => {
      const table = page.locator(`section[aria-labelledby=${name}] table`);
      const texts = await table
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim()));
      expect(texts.length).toBe(set.columns.length);
      set.columns.forEach((column, index) => {
        expect(texts[index]).toContain(column.name);
        expect(texts[index]).toContain(column.title);
        expect(texts[index]).toContain(column.about);
      });
      const answer = await page.request.get(`${site.address}data/${name}.csv`);
      const [header] = readCsv((await answer.text()).slice(1));
      expect(header).toEqual(set.columns.map((column) => column.name));
    });
  });
});

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

describe('the comparison', () => {
  test('sets the cases of the address side by side, each item a link to its passage', async () => {
    await open('/compare/?cases=busan-yeonje,seoul-gangbuk', async (page) => {
      await page.locator('table.compare').waitFor();
      expect(await page.locator('table.compare thead th').count()).toBe(2);
      expect(await page.locator('table.compare tbody tr').count()).toBe(9);
      const links = await page.locator('table.compare td a').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
      expect(links.length).toBeGreaterThan(10);
      for (const link of links) expect(link).toMatch(/^\/cases\/(?:busan-yeonje|seoul-gangbuk)\//);
    });
  });

  test('answers unknown, repeated and too many cases in words', async () => {
    await open('/compare/?cases=zz,busan-yeonje,busan-yeonje,daegu-dong,ulsan-jung,gwangju-seo,seoul-geumcheon', async (page) => {
      await page.locator('table.compare').waitFor();
      expect(await page.locator('[data-compare-message]').textContent()).toBe(
        '‘zz’라는 사례는 없어 뺐다. 같은 사례가 두 번 있어 한 번만 놓았다. 사례는 네 건까지 나란히 놓는다. 앞의 네 건만 놓고 1건은 뺐다.',
      );
      expect(await page.locator('table.compare thead th').count()).toBe(4);
    });
  });

  test('without script says so and offers pairs', async () => {
    await open(
      '/compare/?cases=busan-yeonje,daegu-dong',
      async (page) => {
        expect(await page.locator('main').innerText()).toContain('스크립트가 켜져 있어야 한다');
        expect(await page.locator('.pairs a[href*="/cases/"]').count()).toBeGreaterThan(3);
      },
      { javaScriptEnabled: false },
    );
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
