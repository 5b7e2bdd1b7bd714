/** Copying, landing and printing on the built site, in a browser with the policy on. */
import { readFileSync } from 'node:fs';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBuiltSite } from '../built-site.ts';

const PATH = 'cases/busan-yeonje/';
const site = useBuiltSite();

async function onPage(path: string, options: BrowserContextOptions, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await site.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], locale: 'ko-KR', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.clock.setFixedTime(new Date(2026, 10, 23, 12));
  await page.goto(site.address + path);
  await run(page);
  expect(complaints, 'the console, where a breach of the policy would show').toEqual([]);
  await context.close();
}
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('copying', () => {
  it('puts a citation with the day of access on the clipboard with one press, and says so', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.locator('[data-copy=author-year]').click();
      await page.getByRole('status').getByText('저자-연도식 인용문을 복사했다.').waitFor({ state: 'attached' });
      expect(await clipboard(page)).toMatch(/^부산광역시 연제구\. \(발행연도 미상\)\..*\(접속일: 2026\. 11\. 23\.\)$/);
    });
  });

  it('gives a row its address and its citation by keyboard alone, and the focus back', async () => {
    await onPage(PATH, {}, async (page) => {
      const link = page.locator('#event-change-of-use .pl');
      await link.focus();
      await page.keyboard.press('Enter');
      await page.locator('.copy-menu:popover-open button:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('주소를 복사했다.').waitFor();
      expect(await clipboard(page)).toBe('https://cases.example.kr/cases/busan-yeonje/#event-change-of-use');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('인용문과 주소를 복사했다.').waitFor();
      const text = await clipboard(page);
      expect(text).toContain('가운데 ‘근린생활시설로 용도 변경’');
      expect(text).toContain('178쪽');
      expect(text).toContain('#event-change-of-use (접속일: 2026. 11. 23.)');
      await page.keyboard.press('Escape');
      expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
    });
  });

  it.each([
    ['a section', 'h2#background .perma', '가운데 ‘추진 배경’', '173–174쪽', '#background'],
    ['a table', '#table-floors .perma', '가운데 ‘표 2. 층별 시설 배치(예정)’', '177쪽', '#table-floors'],
    ['a figure', '#figure-subsidy .pl', '가운데 ‘보조금’', '173쪽', '#figure-subsidy'],
    ['an event', '#event-change-of-use .pl', '가운데 ‘근린생활시설로 용도 변경’', '178쪽', '#event-change-of-use'],
    ['a note', '#note-subsidy .perma', '가운데 ‘70,000천원의 성격’', '173, 176쪽', '#note-subsidy'],
    ['a generated section', 'h2#timeline .perma', '가운데 ‘연표’', '173–180쪽', '#timeline'],
  ])('cites %s with its own title, pages and address', async (_, link, title, pages, fragment) => {
    await onPage(PATH, {}, async (page) => {
      await page.locator(link).click({ force: true });
      await page.getByRole('button', { name: '인용문과 주소 복사' }).click();
      await page.getByText('인용문과 주소를 복사했다.').waitFor();
      const text = await clipboard(page);
      expect(text).toContain(title);
      expect(text).toContain(`, 발행처·발행연도 미상, ${pages}, `);
      expect(text).toContain(`https://cases.example.kr/cases/busan-yeonje/${fragment} (접속일: 2026. 11. 23.)`);
    });
  });

  it('keeps the menu that was opened for the next place when the time of the last one is over', async () => {
    await onPage(PATH, {}, async (page) => {
      const open = async (selector: string) => {
        await page.locator(selector).click({ force: true });
        await page.locator('.copy-menu:popover-open').waitFor();
      };
      await open('h2#background .perma');
      await page.locator('.copy-menu button').first().click();
      await page.getByText('주소를 복사했다.').last().waitFor();
      await page.keyboard.press('Escape');
      await open('#event-change-of-use .pl');
      await page.waitForTimeout(1700);
      expect(await page.locator('.copy-menu:popover-open').count()).toBe(1);
    });
  });

  it.each([
    ['a pointer', 24, { viewport: { width: 1280, height: 740 } }],
    ['a finger', 44, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ])('has a menu for %s: nothing to press under %d px, in it or half beneath it', async (_, least, options) => {
    await onPage(PATH, options, async (page) => {
      const link = page.locator('#event-change-of-use .pl');
      await link.scrollIntoViewIfNeeded();
      await link.click();
      for (const button of await page.locator('.copy-menu button').all()) {
        const box = await button.boundingBox();
        expect(box && Math.min(box.width, box.height)).toBeGreaterThanOrEqual(least);
      }
      expect(await page.locator('article > .body').evaluate((node) => (node as HTMLElement).inert)).toBe(true);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector<HTMLElement>('article > .body')?.inert);
      expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
      const sizes = await page
        .locator('.perma, .pl')
        .evaluateAll((links) => links.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
      // A row of a list is as high as it is; its link may take 43 of 44 px.
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least - 1);
    });
  });

  it('shows the link of a section on touch and stays within 360 px', async () => {
    await onPage(PATH, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }, async (page) => {
      const link = page.locator('h2#background .perma');
      expect(await link.evaluate((node) => getComputedStyle(node).opacity)).toBe('1');
      await link.tap();
      const box = await page.locator('.copy-menu').boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    });
  });

  it('adds the day of access to a citation that is copied by hand, however late the buttons come', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.route('**/copy*.js', () => undefined);
      await page.locator('[data-style=footnote]').click();
      await page.keyboard.press('ControlOrMeta+c');
      expect(await clipboard(page)).toContain('(접속일: 2026. 11. 23.)');
    });
  });

  it('says when the browser refuses the clipboard, and shows the text to copy', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
      });
      await page.locator('h2#background .perma').click({ force: true });
      await page.getByText('주소 복사', { exact: true }).last().click();
      expect(await page.locator('.copy-menu textarea').inputValue()).toBe('https://cases.example.kr/cases/busan-yeonje/#background');
    });
  });

  it('is not offered without script, where links and texts do', async () => {
    await onPage(PATH, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('[data-copy]:visible').count()).toBe(0);
      expect(await page.locator('#event-change-of-use .pl').getAttribute('href')).toBe('#event-change-of-use');
      expect(await page.locator('[data-style=footnote]').evaluate((node) => getComputedStyle(node).userSelect)).toBe('all');
    });
  });
});

describe('the feed', () => {
  it('is Atom (RFC 4287) to an XML parser: every element that must be there, once, with a value of its kind', async () => {
    await onPage(PATH, {}, async (page) => {
      const feed = await page.evaluate(async () => {
        const text = await (await fetch('/feed.xml')).text();
        const xml = new DOMParser().parseFromString(text, 'application/xml');
        const children = (element: Element) =>
          [...element.children].map((child) => ({
            name: child.localName,
            space: child.namespaceURI,
            text: child.textContent.trim(),
            rel: child.getAttribute('rel') ?? 'alternate',
            href: child.getAttribute('href'),
          }));
        return {
          isBroken: xml.querySelector('parsererror') !== null,
          root: xml.documentElement.localName,
          own: children(xml.documentElement),
          entries: [...xml.querySelectorAll('entry')].map(children),
        };
      });
      expect(feed).toMatchObject({ isBroken: false, root: 'feed' });
      expect(feed.entries).toHaveLength(12);
      const of = (list: typeof feed.own, name: string) => list.filter((child) => child.name === name);
      for (const list of [feed.own, ...feed.entries]) {
        for (const name of ['id', 'title', 'updated']) {
          expect(of(list, name)).toHaveLength(1);
          expect(of(list, name)[0]?.text).not.toBe('');
        }
        expect(new Set(list.map(({ space }) => space))).toEqual(new Set(['http://www.w3.org/2005/Atom']));
        expect(of(list, 'id')[0]?.text).toMatch(/^https:\/\/cases\.example\.kr\//);
        expect(of(list, 'updated')[0]?.text).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+09:00$/);
        expect(of(list, 'link').filter(({ rel }) => rel === 'alternate')).toHaveLength(1);
      }
      expect(of(feed.own, 'author')).toHaveLength(1);
      expect(of(feed.own, 'link').find(({ rel }) => rel === 'self')?.href).toBe('https://cases.example.kr/feed.xml');
      const ids = feed.entries.map((list) => of(list, 'id')[0]?.text);
      expect(new Set(ids).size).toBe(ids.length);
      const newest = feed.entries.map((list) => of(list, 'updated')[0]?.text ?? '').toSorted();
      expect(of(feed.own, 'updated')[0]?.text).toBe(newest.at(-1));
    });
  });
});

describe('landing', () => {
  it.each(['background', 'table-floors', 'event-change-of-use', 'notes', 'figure-subsidy', 'note-subsidy', 'org-yeonje-gu', 'cite'])(
    'at #%s in a fresh browser of 360 px shows the place in view, uncovered and marked',
    async (id) => {
      await onPage(`${PATH}#${id}`, { viewport: { width: 360, height: 640 } }, async (page) => {
        const place = page.locator(`#${id}`);
        const box = await place.boundingBox();
        expect(box && box.y >= 0 && box.y < 320).toBe(true);
        const uncovered = await place.evaluate((node) => {
          const { left, top, width } = node.getBoundingClientRect();
          return node.contains(document.elementFromPoint(left + width / 3, top + 8));
        });
        expect(uncovered).toBe(true);
        const grounds = await place.evaluate((node) => [node, ...node.children].map((one) => getComputedStyle(one).backgroundColor));
        expect(grounds.some((colour) => colour !== 'rgba(0, 0, 0, 0)')).toBe(true);
      });
    },
  );
});

describe('paper', () => {
  it('carries title, address, citation and the day of access, without navigation', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const text = await page.locator('body').innerText();
      expect(text).toContain('https://cases.example.kr/cases/busan-yeonje/');
      expect(text.match(/접속일: 2026\. 11\. 23\./g)).toHaveLength(2);
      expect(text).toContain('부산광역시 연제구, 「일 할 수 있어 행복합니다!');
      for (const word of ['주제어\n소개', '본문으로 건너뛰기', '앞 사례', '복사', 'BibTeX']) expect(text).not.toContain(word);
      for (const id of ['toc-h', 'notes', 'cite']) expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    });
  });
});

describe('the head', () => {
  it('links the citation files and the feed, and its JSON-LD parses', () => {
    const html = readFileSync(`dist/${PATH}index.html`, 'utf8');
    expect(html).toContain('type="application/x-research-info-systems" href="/cases/busan-yeonje/citation.ris"');
    expect(html).toContain('type="application/atom+xml" href="/feed.xml"');
    expect(html).toContain('<meta property="og:image" content="https://cases.example.kr/cases/busan-yeonje/card.png">');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect((JSON.parse(json) as { '@graph': unknown[] })['@graph']).toHaveLength(3);
  });

  it('says of every case that it describes its time and that nobody has checked since', () => {
    expect(readFileSync(`dist/${PATH}index.html`, 'utf8')).toMatch(/2017년 당시\s*<small[^>]*>지금도 그런지는 확인하지 않았다\./);
  });

  it('has no "오류 알리기" while the site has no contact', () => {
    expect(readFileSync(`dist/${PATH}index.html`, 'utf8')).not.toContain('오류 알리기');
  });

  it('has a preview of 1200 × 630', () => {
    const png = readFileSync(`dist/${PATH}card.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});
