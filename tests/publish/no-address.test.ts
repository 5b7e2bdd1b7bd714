/** A site that has no address yet: none is invented, and a reader cites the one that the page is read at. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type RunningServer } from '../../src/local/serve.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import { copySite, type CopiedSite } from '../fixtures/copied-site.ts';

const BUILD_TIME = 120_000;
let site: CopiedSite;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  site = copySite();
  site.edit('src/site.ts', (text) =>
    text.replace(/origin: '[^']+'/, 'origin: null').replace('contact: null', "contact: 'desk@example.kr'"),
  );
  await site.build({});
  server = await serve({ dir: join(site.dir, 'dist'), port: 0 });
  browser = await launchBrowser();
}, BUILD_TIME);

afterAll(async () => {
  await browser.close();
  await server.close();
  site.remove();
});

it('has no canonical link, no site map, and no address in its meta tags and citation files', () => {
  const html = site.built('cases/busan-yeonje/index.html');
  expect(html).not.toMatch(/rel="canonical"|og:url|og:image|citation_public_url|DC\.identifier|example\.kr\//);
  expect(html).toContain('<meta name="citation_firstpage" content="173">');
  for (const name of ['ris', 'bib', 'json'])
    expect(site.built(`cases/busan-yeonje/citation.${name}`)).not.toMatch(/UR {2}-|url =|"URL"|http/);
  expect(site.built('robots.txt')).toBe('User-agent: *\nAllow: /\n');
  expect(existsSync(join(site.dir, 'dist/sitemap.xml'))).toBe(false);
});

it('has a feed whose entries are named all the same', () => {
  const ids = [...site.built('feed.xml').matchAll(/<id>([^<]+)<\/id>/g)].map((match) => match[1]);
  // The feed, and each case or correction of it.
  expect(ids.length).toBeGreaterThan(2);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('shows and copies citations with the address that the page is read at; without script they name the book alone', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${server.address}cases/busan-yeonje/`);
  const here = `${server.address}cases/busan-yeonje/`;
  await page.locator('.cite [data-style=address]').getByText(here).waitFor();
  expect(await page.locator('.cite [data-style=footnote]').innerText()).toContain(`173–180쪽, 지자체 우수사례 모음, ${here}`);
  await page.locator('.hd:has(> #background) > .perma').click({ force: true });
  await page.getByText('링크를 복사했습니다.').last().waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${here}#background`);
  await context.close();
  expect(site.built('cases/busan-yeonje/index.html')).toMatch(/data-style="footnote"[^>]*>[^<]*173–180쪽, 지자체 우수사례 모음\s*</);
});
