/** `npm run write` as somebody has it who writes a case: what is saved is seen, and what is wrong with it is told where it stands. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { launchBrowser } from '../../src/local/browser.ts';
import { copySite, type CopiedSite } from '../fixtures/copied-site.ts';

const TIME = 120_000;
const SLUG = 'busan-yeonje';
const FILE = `content/cases/${SLUG}.mdx`;
let site: CopiedSite;
let server: ChildProcess;
let browser: Browser;
let page: Page;
let address: string;
let said = '';
let original: string;

beforeAll(async () => {
  site = copySite();
  original = readFileSync(join(site.dir, FILE), 'utf8');
  // The search's index is not what is looked at here.
  mkdirSync(join(site.dir, 'dist/pagefind'), { recursive: true });
  server = spawn(process.execPath, ['scripts/write.ts'], {
    cwd: site.dir,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (part: Buffer) => (said += String(part)));
  address = await vi.waitUntil(() => /http:\/\/localhost:\d+/.exec(said)?.[0], { timeout: TIME });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`${address}/cases/${SLUG}/`);
  await page.waitForSelector('article');
}, TIME);

afterAll(async () => {
  await browser.close();
  const closed = new Promise((resolve) => server.once('close', resolve));
  server.kill('SIGTERM');
  await closed;
  site.remove();
});

/** Saves the case with a change, after which the page shows it. */
async function save(change: (text: string) => string): Promise<void> {
  said = '';
  site.write(FILE, change(original));
  await visit(`/cases/${SLUG}/`);
}

/** The server may be about to load the page anew at the same moment: then once more. */
const visit = (path: string) => vi.waitFor(() => page.goto(address + path), { timeout: TIME, interval: 500 });
const faults = (where: string) => page.locator(`${where} .content-fault, ${where}.content-fault`);

test('what is saved is seen', { timeout: TIME }, async () => {
  await save((text) => text.replace(/^title: /m, 'title: 새로 적은 '));
  await page.waitForFunction(() => document.querySelector('h1')?.textContent.includes('새로 적은'), undefined, { timeout: TIME });
});

test('a fault of a row stands at the row, with line, field, reason and the line to copy', { timeout: TIME }, async () => {
  const id = /^figures:\n {2}- id: ([a-z0-9-]+)$/m.exec(original)?.[1] ?? '';
  await save((text) => text.replace(/^(figures:\n {2}- id: .*\n {4}kind: ).*$/m, '$1성관'));
  const fault = page.locator(`#figure-${id} + .content-fault-row`);
  await fault.waitFor({ timeout: TIME });
  const words = await fault.innerText();
  for (const part of [FILE, `figures.${id}.kind`, '성관', '고친 행', 'kind: 성과']) expect(words).toContain(part);
  expect(said).toContain(`figures.${id}.kind`);
});

test('prose that cannot be read is told on a page of its own, and the other pages go on', { timeout: TIME }, async () => {
  await save((text) => `${text}\n여기 { 닫지 않은 괄호\n`);
  await faults('main >').first().waitFor({ timeout: TIME });
  const words = await page.innerText('body');
  expect(words).toContain('본문을 읽을 수 없습니다');
  expect(`${words}${said}`).not.toMatch(/^\s+at |node_modules|Stack trace|vite-error-overlay/m);
  expect((await visit('/'))?.status()).toBe(200);
  await page.locator('main > .content-fault').first().waitFor({ timeout: TIME });
  expect(await page.locator('tr[data-case]').count()).toBe(2);
});

test('a prose that names what is not there is told, not thrown', { timeout: TIME }, async () => {
  await save((text) => `${text}\n<Table id="nowhere" />\n`);
  await page.locator('.content-fault', { hasText: 'nowhere' }).first().waitFor({ timeout: TIME });
  expect(`${await page.innerText('body')}${said}`).not.toMatch(/^\s+at |Stack trace|vite-error-overlay/m);
});

test('mended, the page is whole again', { timeout: TIME }, async () => {
  await save((text) => `${text}\n여기 { 닫지 않은 괄호\n`);
  await faults('main >').first().waitFor({ timeout: TIME });
  site.write(FILE, original);
  await page.locator('article h1').waitFor({ timeout: TIME });
  await expect.poll(() => page.locator('.content-fault').count(), { timeout: TIME }).toBe(0);
});
