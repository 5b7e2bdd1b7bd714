/** A case in the reader's view of a browser, and saved as one file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { contentType } from '../../src/headers.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import { readFiles } from '../hostile/bad-host.ts';

const READABILITY = readFileSync('node_modules/@mozilla/readability/Readability.js', 'utf8');
const FILES = readFiles('dist');
/** Where the pages say that they are published; the policy of a saved page can only name that. */
const ORIGIN = new URL(
  /<link rel="canonical" href="([^"]+)"/.exec(FILES.get('index.html')?.toString() ?? '')?.[1] ?? 'https://none.example/',
).origin;
const CASES = [...FILES.keys()].filter((path) => /^cases\/[^/]+\/index\.html$/.test(path)).map((path) => path.replace('index.html', ''));

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The page at its published address, from the built files. */
async function openPublished(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.route(`${ORIGIN}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1).replace(/(^|\/)$/, '$1index.html');
    const body = FILES.get(name);
    await route.fulfill(body ? { body, contentType: contentType(name) } : { status: 404, body: '' });
  });
  await page.goto(`${ORIGIN}/${path}`);
  return page;
}

/** As the library of Firefox's view is used here. */
type ReadabilityLibrary = new (document: Document) => { parse(): { textContent: string } | null };

/** Runs in the page: what the reader's view keeps, and what it should. Without white space, which the view sets in its own way. */
function readView(Readability: ReadabilityLibrary) {
  const squeeze = (words: string | null | undefined) => (words ?? '').replaceAll(/\s+/g, '');
  const summary = document.querySelector('#summary')?.cloneNode(true) as HTMLElement | undefined;
  // Marks of notes are links of their own.
  for (const mark of summary?.querySelectorAll('a') ?? []) mark.remove();
  return {
    text: squeeze(new Readability(document.cloneNode(true) as Document).parse()?.textContent),
    summary: squeeze(summary?.textContent),
    values: [...document.querySelectorAll('#headline .n')].map((cell) => squeeze(cell.textContent)).filter((value) => value !== ''),
  };
}

test.for(CASES)('the reader’s view of %s keeps summary and headline figures', async (path) => {
  const page = await openPublished(path);
  // The policy of the page forbids scripts in it; the debugger may evaluate all the same.
  const { text, summary, values } = await page.evaluate<ReturnType<typeof readView>>(
    `(() => { ${READABILITY}; return (${String(readView)})(Readability); })()`,
  );
  expect(summary.length).toBeGreaterThan(40);
  expect(text).toContain(summary.slice(0, 40));
  expect(values.length).toBeGreaterThan(0);
  expect(values.filter((value) => !text.includes(value))).toEqual([]);
});

test('a case that is saved as one file keeps its style', async () => {
  const page = await openPublished('cases/busan-yeonje/');
  const look = (of: Page) =>
    of.evaluate(() => {
      const styles = ['body', 'h1', 'main', '#headline', 'table'].map((selector) => {
        const element = document.querySelector(selector);
        const { color, backgroundColor, fontSize, display } = element ? getComputedStyle(element) : ({} as CSSStyleDeclaration);
        return [selector, color, backgroundColor, fontSize, display].join(' ');
      });
      return styles;
    });
  const before = await look(page);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
  const dir = mkdtempSync(join(tmpdir(), 'saved-'));
  onTestFinished(() => {
    rmSync(dir, { recursive: true, force: true });
  });
  writeFileSync(join(dir, 'case.mhtml'), data);
  const saved = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await saved.goto(`file://${join(dir, 'case.mhtml')}`);
  expect(await look(saved)).toEqual(before);
});
