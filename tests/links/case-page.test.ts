/** Copying, landing and printing on the built site, in a browser with the policy on. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type RunningServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../browser.ts';

const PATH = 'cases/busan-yeonje/';
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await serve({ dir: 'dist', port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function onPage(path: string, options: BrowserContextOptions, run: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], locale: 'ko-KR', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.clock.setFixedTime(new Date(2026, 10, 23, 12));
  await page.goto(server.address + path);
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

  it('shows the link of a section on touch and stays within 360 px', async () => {
    await onPage(PATH, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }, async (page) => {
      const link = page.locator('h2#background .perma');
      expect(await link.evaluate((node) => getComputedStyle(node).opacity)).toBe('1');
      await link.tap();
      const box = await page.locator('.copy-menu').boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    });
  });

  it('adds the day of access to a citation that is copied by hand', async () => {
    await onPage(PATH, {}, async (page) => {
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

describe('landing', () => {
  it.each(['background', 'table-floors', 'event-change-of-use', 'notes', 'figure-subsidy'])(
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
