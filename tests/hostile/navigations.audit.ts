/**
 * Addresses that nobody means well with, on a page of each kind: no script of theirs runs, nothing breaks, nothing scrolls sideways, the page can
 * be used, and it does not repeat at length what the address says.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { pickOfEachKind, readPages } from '../site/pages.ts';
import { type BadHost, openBadHost, readFiles } from './bad-host.ts';
import { seed } from './random.ts';

const MARK = 'ran';
/** Already escaped as an address must be; lone surrogates and broken escapes are on purpose. */
const VALUES: readonly string[] = [
  ...[
    `<script>${MARK}=1</script>`,
    `"><img src=x onerror=${MARK}=1>`,
    `'><svg onload=${MARK}=1>`,
    `</title><script>${MARK}=1</script>`,
    `<iframe srcdoc="<script>parent.${MARK}=1</script>">`,
    `javascript:${MARK}=1`,
    `data:text/html,<script>${MARK}=1</script>`,
    `\${${MARK}=1}`,
    `{{constructor.constructor('${MARK}=1')()}}`,
    `<math><mtext><table><mglyph><style><img src=x onerror=${MARK}=1>`,
    `//evil.example/`,
    `https://evil.example/?`,
    '../../../../etc/passwd',
    '..\\..\\',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'seoul',
    'seoul,busan',
    'busan-yeonje,busan-yeonje,daegu-dong',
    '-amount',
    '0',
    '-1',
    '1e309',
    'NaN',
    '2147483648',
    'null',
    'undefined',
    '[object Object]',
    '"] , * { display: none }',
    '#main',
    '(.*)+$|[가-',
    '협동조합',
    'ㅎㄷ',
    '협동조합'.normalize('NFD'),
    '\u202E사회\u202D\u2066',
    '\u0000\u0007\u001B[31m',
    '\u200B\uFEFF\u00AD',
    '👩‍👩‍👧‍👦🇰🇷'.repeat(50),
    `가${'\u0301'.repeat(2_000)}`,
    `${'e\u0301\u0323\u0489'.repeat(500)}`,
    'ﷺ'.repeat(300),
    'W'.repeat(5_000),
    '가'.repeat(2_000),
    '가 '.repeat(2_000),
    'a,'.repeat(3_000),
    '&region=x'.repeat(300),
  ].map((text) => encodeURIComponent(text)),
  'x'.repeat(100_000),
  '%ED%98%91'.repeat(33_000),
  '%ED%A0%80%ED%B0%80',
  '%',
  '%ZZ',
  '%00%01%FF%FE',
  '%E3%85',
  '',
];
const KEYS = [
  'q',
  'region',
  'sector',
  'tier',
  'topic',
  'kind',
  'body',
  'year',
  'unit',
  'sort',
  'cases',
  'exact',
  'most',
  'need',
  'page',
  'x',
  '__proto__',
  'constructor',
  '%',
  '',
];

const COUNT = 1_100;
/** Milliseconds in which a page must have settled, and must answer. */
const MOST_WAIT = 8_000;
/** Characters by which an address may lengthen a page that does not search. */
const MOST_ECHO = 1_500;

let host: BadHost;
let browser: Browser;
beforeAll(async () => {
  host = await openBadHost(readFiles('dist'));
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

function makeSuffixes(): string[] {
  const random = seed(16);
  return Array.from({ length: COUNT }, () => {
    const pairs = Array.from({ length: random.below(5) }, () => `${random.pick(KEYS)}=${random.pick(VALUES)}`);
    // The same key again and again, as a script would try.
    if (random.below(12) === 0)
      pairs.push(...Array.from({ length: 400 }, (_, at) => `region=${String(at)}${random.pick(['', '%3Cb%3E', '%CC%81'])}`));
    const fragment = random.below(2) === 0 ? '' : `#${random.pick(['', ':~:text=', 'note-', 'summary'])}${random.pick(VALUES)}`;
    return `${pairs.length === 0 ? '' : `?${pairs.join('&')}`}${fragment}`;
  });
}

/** What is wrong with the page as it stands, in words. */
async function findFaults(page: Page, plain: number): Promise<string[]> {
  const answer = page.evaluate(
    async ({ wait, mark }) => {
      const end = Date.now() + wait;
      const isLoading = () => document.querySelector('[data-search-results][data-state=loading]') !== null;
      while (isLoading() && Date.now() < end) await new Promise((done) => setTimeout(done, 20));
      // Lists are drawn a moment after they have loaded.
      await new Promise((done) => setTimeout(done, 60));
      const main = document.querySelector('main');
      return {
        ran: mark in globalThis || document.querySelector(`iframe, main script:not([type*=json]), [onerror], [onload]`) !== null,
        loading: isLoading(),
        over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        heading: document.querySelector('h1')?.checkVisibility() === true,
        link: [...document.querySelectorAll('a[href]')].some((link) => link.checkVisibility()),
        length: main?.innerText.length ?? 0,
        searches: document.querySelector('[data-search-results]') !== null,
      };
    },
    { wait: MOST_WAIT, mark: MARK },
  );
  const found = await Promise.race([answer, new Promise<undefined>((done) => setTimeout(done, 2 * MOST_WAIT, undefined))]);
  if (!found) return [`does not answer within ${String(2 * MOST_WAIT)} ms`];
  return [
    ...(found.ran ? ['a script of the address ran'] : []),
    ...(found.loading ? [`still loading after ${String(MOST_WAIT)} ms`] : []),
    ...(found.over > 0 ? [`scrolls sideways by ${String(found.over)} px`] : []),
    ...(found.heading && found.link ? [] : ['cannot be used']),
    ...(!found.searches && found.length > plain + MOST_ECHO ? [`repeats ${String(found.length - plain)} characters of the address`] : []),
  ];
}

test(`${String(COUNT)} hostile addresses`, { timeout: 900_000 }, async () => {
  const kinds = pickOfEachKind(readPages(), 'middling').filter((path) => path !== '/404.html');
  const suffixes = makeSuffixes();
  const faults: string[] = [];
  let done = 0;
  const visit = async (own: readonly { path: string; suffix: string }[]) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    let at = '';
    const note = (fault: string) => faults.push(`${at}: ${fault}`);
    page.on('pageerror', (error) => note(`error: ${error.message}`));
    page.on('dialog', (dialog) => {
      note(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (/Content Security Policy|violates/i.test(message.text())) note(message.text().slice(0, 160));
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(host.address) && !/^(?:data|blob|about):/.test(request.url()))
        note(`asks ${request.url().slice(0, 80)}`);
    });
    const plain = new Map<string, number>();
    for (const { path, suffix } of own) {
      at = `${path}${suffix.slice(0, 120)}`;
      if (!plain.has(path)) {
        await page.goto(host.address + path.slice(1));
        plain.set(path, await page.evaluate(() => document.querySelector('main')?.innerText.length ?? 0));
      }
      // Otherwise another fragment alone would not load the page anew.
      await page.goto('about:blank');
      await page.goto(host.address + path.slice(1) + suffix, { timeout: 30_000 });
      for (const fault of await findFaults(page, plain.get(path) ?? 0)) note(fault);
      done += 1;
    }
    await context.close();
  };
  const all = suffixes.map((suffix, index) => ({ path: kinds[index % kinds.length] ?? '/', suffix }));
  await Promise.all([0, 1].map((half) => visit(all.filter((_, index) => index % 2 === half))));
  console.log(`hostile addresses: ${String(done)} on ${String(kinds.length)} kinds of page, ${String(faults.length)} faults`);
  expect(done).toBe(COUNT);
  expect(faults).toEqual([]);
});
