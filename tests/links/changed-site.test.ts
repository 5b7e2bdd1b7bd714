/**
 * A site some years on, below a path: a case with an old address and an old anchor, a correction, a withdrawn case, a moved topic,
 * and a contact. Built once, read in a browser.
 */
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type RunningServer } from '../../scripts/serve.ts';
import { launchBrowser } from '../browser.ts';

const BASE = '/some/path';
const BUILD_TIME = 120_000;
let dir = '';
let server: RunningServer;
let browser: Browser;

const edit = (name: string, change: (text: string) => string) => {
  const path = join(dir, name);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};
const built = (name: string) => readFileSync(join(dir, 'dist', name), 'utf8');

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'changed-site-'));
  for (const name of ['src', 'public', 'scripts', 'astro.config.mjs', 'tsconfig.json', 'package.json'])
    cpSync(name, join(dir, name), { recursive: true });
  cpSync('content', join(dir, 'content'), {
    recursive: true,
    filter: (path) => !path.endsWith('.mdx') || /busan-(?:yeonje|sasang)\.mdx$/.test(path),
  });
  symlinkSync(resolve('node_modules'), join(dir, 'node_modules'));
  edit('src/site.ts', (text) => text.replace('contact: null', "contact: 'desk@example.kr'"));
  edit('content/cases/busan-yeonje.mdx', (text) =>
    text.replace(
      /\npublished: .*\n/,
      [
        '',
        'aliases:',
        '  - busan-old',
        'anchorAliases:',
        '  reasons: background',
        '  event-old: event-change-of-use',
        '  history: timeline',
        'published: "2026-11-22"',
        'updated: "2026-11-22"',
        'changes:',
        '  - date: "2026-11-22"',
        '    what: 보조금을 바로잡았다.',
        '    why: 옮기다 틀렸다.',
        '',
      ].join('\n'),
    ),
  );
  writeFileSync(
    join(dir, 'content/withdrawn.yaml'),
    '- slug: busan-jung\n  title: 거둔 제목\n  municipality: 부산광역시 중구\n  date: "2026-11-22"\n  why: 권리자의 요청\n',
  );
  writeFileSync(join(dir, 'content/moved.yaml'), '- from: /topics/old-topic/\n  to: /topics/\n');
  await promisify(execFile)(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: dir,
    // Not the environment of the test run: vitest's own BASE_URL would win over the base of the build.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], BASE_PATH: BASE, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  server = await serve({ dir: join(dir, 'dist'), port: 0, base: `${BASE}/` });
  browser = await launchBrowser();
}, BUILD_TIME);

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(dir, { recursive: true, force: true });
});

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
      expect(built(`cases/busan-old/${name}`)).toContain('/cases/busan-yeonje/');
    expect(existsSync(join(dir, 'dist/cases/busan-old/card.png'))).toBe(true);
  });
});

it('a moved topic leads on', async () => {
  const page = await browser.newPage();
  await page.goto(`${server.address}topics/old-topic/`);
  await page.waitForURL(`${server.address}topics/`);
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
  expect(html).toContain('거둔 사례');
  expect(html).toContain('권리자의 요청');
  expect(html).toContain('noindex');
});

it('a correction stands on the page, in the feed and in the structured data', () => {
  const html = built('cases/busan-yeonje/index.html');
  expect(html).toMatch(/<li id="change-1"[\s\S]*보조금을 바로잡았다\.[\s\S]*까닭: 옮기다 틀렸다\./);
  expect(built('feed.xml')).toContain(`<id>https://cases.example.kr${BASE}/cases/busan-yeonje/#change-1</id>`);
  expect(html).toContain('"dateModified":"2026-11-22"');
});

it('every section has "오류 알리기" with its address and page', () => {
  const html = built('cases/busan-yeonje/index.html');
  const sections = html.match(/<h2[^>]* id="(?!toc)[^"]+"/g) ?? [];
  const links = [...html.matchAll(/href="(mailto:desk@example\.kr[^"]+)"/g)].map((match) =>
    decodeURIComponent((match[1] ?? '').replaceAll('&#38;', '&').replaceAll('&amp;', '&')),
  );
  expect(sections.length).toBeGreaterThan(5);
  expect(links).toHaveLength(sections.length);
  expect(links.join('\n')).toContain(`주소: https://cases.example.kr${BASE}/cases/busan-yeonje/#background\r\n사례집 쪽: 173–174`);
});
