/**
 * A site some years on, below a path: a case with an old address and an old anchor, a correction, a withdrawn case, a moved topic,
 * and a contact. Built once, read in a browser.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPublished } from '../../scripts/publish.ts';
import { serve, type RunningServer } from '../../src/local/serve.ts';
import { checkLedger } from '../../src/publish/permalinks.ts';
import type { Ledger } from '../../src/content/schema/ledgers.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import { copySite, type CopiedSite } from '../fixtures/copied-site.ts';

const BASE = '/some/path';
const BUILD_TIME = 120_000;
let site: CopiedSite;
let server: RunningServer;
let browser: Browser;
const built = (name: string) => site.built(name);

beforeAll(async () => {
  site = copySite();
  site.edit('src/site.ts', (text) => text.replace('contact: null', "contact: 'desk@example.kr'"));
  site.editCase('busan-yeonje', () => ({
    aliases: ['busan-oldest', 'busan-old'],
    anchorAliases: { reasons: 'background', 'event-old': 'event-change-of-use', history: 'timeline' },
    published: '2026-11-22',
    updated: '2026-11-22',
    changes: [{ date: '2026-11-22', what: '보조금을 바로잡았다.', why: '옮기다 틀렸다.' }],
  }));
  site.write(
    'content/withdrawn.yaml',
    '- slug: busan-jung\n  title: 중단한 제목\n  municipality: 부산광역시 중구\n  date: "2026-11-22"\n  why: 권리자의 요청\n',
  );
  site.write('content/moved.yaml', '- from: /topics/old-topic/\n  to: /topics/\n- from: /topics/old-jobs/\n  to: /topics/senior-jobs/\n');
  await site.build({ BASE_PATH: BASE });
  server = await serve({ dir: join(site.dir, 'dist'), port: 0, base: `${BASE}/` });
  browser = await launchBrowser();
}, BUILD_TIME);

afterAll(async () => {
  await browser.close();
  await server.close();
  site.remove();
});

/** The place is at the top of the window, and nothing lies over it. */
async function expectInView(page: Page, selector: string): Promise<void> {
  const place = page.locator(selector);
  const box = await place.boundingBox();
  expect(box && box.y >= 0 && box.y < 320, `${selector} at ${String(box?.y)}`).toBe(true);
  const uncovered = await place.evaluate((node) => {
    const { left, top, width } = node.getBoundingClientRect();
    return node.contains(document.elementFromPoint(left + width / 3, top + 8));
  });
  expect(uncovered, selector).toBe(true);
}

describe('an old address of a case', () => {
  it('leads on and keeps query and fragment', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.address}cases/busan-old/?from=report#background`);
    await page.waitForURL(`${server.address}cases/busan-yeonje/?from=report#background`);
    await page.close();
  });

  it('leads on without script', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${server.address}cases/busan-old/`);
    await page.waitForURL(`${server.address}cases/busan-yeonje/`);
    await page.close();
  });

  it('names the new one as canonical, keeps out of search engines and of the search, and has a plain link', () => {
    const html = built('cases/busan-old/index.html');
    expect(html).toContain(`<link rel="canonical" href="https://cases.example.kr${BASE}/cases/busan-yeonje/"`);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain(`<a href="${BASE}/cases/busan-yeonje/">`);
    expect(html).not.toContain('data-pagefind-body');
  });

  it('keeps its files, which name the new address', () => {
    for (const name of ['citation.ris', 'citation.bib', 'citation.json'])
      expect(built(`cases/busan-old/${name}`)).toBe(built(`cases/busan-yeonje/${name}`));
    expect(built('cases/busan-old/citation.ris')).toContain('/cases/busan-yeonje/');
    for (const folder of ['cases', 'compare'])
      for (const alias of ['busan-old', 'busan-oldest'])
        expect(built(`data/${folder}/${alias}.json`)).toBe(built(`data/${folder}/busan-yeonje.json`));
    expect(existsSync(join(site.dir, 'dist/cases/busan-old/card.png'))).toBe(true);
  });
});

describe('a deep link in a fresh browser of 360 px', () => {
  it.each([
    ['a section of a moved case', 'cases/busan-old/#background', '#background'],
    ['a row of a moved case', 'cases/busan-old/#event-change-of-use', '#event-change-of-use'],
    ['a note of a moved case', 'cases/busan-oldest/#note-subsidy', '#note-subsidy'],
    ['an old anchor of a moved case', 'cases/busan-old/#reasons', 'h2:has(> #reasons)'],
    ['a row of a table', 'cases/busan-yeonje/#figure-subsidy', '#figure-subsidy'],
    ['a note', 'cases/busan-yeonje/#note-subsidy', '#note-subsidy'],
  ])('below a path lands on %s', async (_, path, selector) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });
    const fragment = path.slice(path.indexOf('#'));
    await page.goto(server.address + path);
    await page.waitForURL(`${server.address}cases/busan-yeonje/${fragment}`);
    await expectInView(page, selector);
    await page.close();
  });
});

it('the ledger of before is kept: the page, its anchors and its files lead on under the old address', () => {
  const ledger: Ledger = {
    pages: { '/cases/busan-old/': ['background', 'reasons', 'event-old', 'event-change-of-use', 'note-subsidy'] },
    files: ['citation.ris', 'citation.bib', 'citation.json', 'card.png']
      .map((name) => `/cases/busan-old/${name}`)
      .concat('/data/cases/busan-old.json', '/data/compare/busan-old.json'),
    facets: {},
  };
  const gone = checkLedger(ledger, readPublished(join(site.dir, 'dist'))).filter(({ problem }) => problem.includes('사라졌다'));
  expect(gone).toEqual([]);
});

it('the notes of a moved case are found under its old name too', () => {
  expect(built('about/errata/index.html')).toMatch(
    /<h2 id="busan-yeonje"[^>]*>\s*<span id="busan-oldest"[^>]*><\/span>\s*<span id="busan-old"/,
  );
});

it('a moved topic leads on', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}topics/old-topic/`);
  await page.waitForURL(`${server.address}topics/`);
  await page.close();
});

it.each([
  ['?topic=old-jobs', '?topic=senior-jobs', 'a[href*=busan-yeonje]'],
  ['timeline/?case=busan-old', 'timeline/?case=busan-yeonje', 'tr:has-text("근린생활시설로 용도 변경")'],
  ['compare/?cases=busan-sasang,busan-oldest', 'compare/?cases=busan-sasang%2Cbusan-yeonje', 'th:has-text("연제")'],
  ['search/?q=커피&topic=old-jobs', 'search/?q=%EC%BB%A4%ED%94%BC&topic=senior-jobs', 'form.find'],
])('a link to a list that names something by its old name, %s, shows the same', async (old, now, shown) => {
  const page = await browser.newPage();
  await page.goto(server.address + old);
  await page.locator(`main ${shown}`).first().waitFor();
  // What is shown may be there before the script that puts the new name into the address.
  await expect.poll(() => page.url()).toBe(server.address + now);
  expect(await page.locator('[data-list-message], [data-compare-message]').allTextContents()).not.toContainEqual(
    expect.stringContaining('없'),
  );
  await page.close();
});

it.each([
  ['reasons', 'h2', '추진 배경'],
  ['history', 'h2', '연표'],
  ['event-old', 'tr', '근린생활시설로 용도 변경'],
])('the old anchor #%s lands in view at its new place, and shows it', async (id, around, words) => {
  const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
  await page.goto(`${server.address}cases/busan-yeonje/#${id}`);
  const place = page.locator(`${around}:has(#${id})`);
  expect(await place.innerText()).toContain(words);
  const box = await place.boundingBox();
  expect(box && box.y >= 0 && box.y < 640).toBe(true);
  const wash = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--wash'));
  expect(wash).not.toBe('');
  const grounds = await place.evaluate((node) => [node, ...node.children].map((one) => getComputedStyle(one).backgroundColor));
  expect(grounds.some((colour) => colour !== 'rgba(0, 0, 0, 0)')).toBe(true);
  await page.close();
});

it('a withdrawn case says so at its address', () => {
  const html = built('cases/busan-jung/index.html');
  expect(html).toContain('게시가 중단된 사례');
  expect(html).toContain('권리자의 요청');
  expect(html).toContain('noindex');
});

it('a correction stands on the page, in the feed and in the structured data', () => {
  const html = built('cases/busan-yeonje/index.html');
  expect(html).toMatch(/<li id="change-1"[\s\S]*보조금을 바로잡았다\.[\s\S]*사유: 옮기다 틀렸다\./);
  // The oldest address names the case for good; the link is the one of today.
  const origin = `https://cases.example.kr${BASE}`;
  expect(built('feed.xml')).toContain(`<id>${origin}/cases/busan-oldest/#change-1</id>`);
  expect(built('feed.xml')).toContain(`<link href="${origin}/cases/busan-yeonje/#change-1"/>`);
  expect(built('feed.xml')).toContain('<title>수정: 부산 연제구, ');
  expect(built('feed.xml')).toContain(`<id>${origin}/cases/busan-jung/#withdrawn</id>`);
  expect(html).toContain('"dateModified":"2026-11-22"');
});

it('the mail of "오류 알리기" is written in characters that every mail program reads', () => {
  const links = [...built('cases/busan-yeonje/index.html').matchAll(/href="(mailto:[^"]+)"/g)].map((match) =>
    (match[1] ?? '').replaceAll(/&(?:amp|#38|#x26);/g, '&'),
  );
  expect(links.length).toBeGreaterThan(5);
  for (const link of links) {
    // RFC 6068: ASCII alone, a blank as %20 (a plus sign is one), lines end in %0D%0A, one question mark.
    expect(link).toMatch(/^mailto:desk@example\.kr\?subject=[\w%.~!*'()-]+&body=[\w%.~!*'()-]+$/);
    expect(link).toContain('%0D%0A');
    const { searchParams } = new URL(link);
    expect(searchParams.get('subject')).toMatch(/^오류 알리기: [가-힣]/);
    expect(searchParams.get('body')).toMatch(/^링크: https:\S+\r\n/);
  }
});

it('every section has "오류 알리기" with its address and page', () => {
  const html = built('cases/busan-yeonje/index.html');
  const sections = html.match(/<h2[^>]* id="(?!toc)[^"]+"/g) ?? [];
  const links = [...html.matchAll(/href="(mailto:desk@example\.kr[^"]+)"/g)].map((match) =>
    decodeURIComponent((match[1] ?? '').replaceAll('&#38;', '&').replaceAll('&amp;', '&')),
  );
  expect(sections.length).toBeGreaterThan(5);
  // One more at the foot of the page, about the page as a whole.
  expect(links).toHaveLength(sections.length + 1);
  expect(links.join('\n')).toContain(`링크: https://cases.example.kr${BASE}/cases/busan-yeonje/#background\r\n사례집 쪽: 173–174`);
});
