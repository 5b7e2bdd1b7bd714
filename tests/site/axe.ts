/** axe on a page as a reader has it before them, and the states that a page only shows after somebody has done something. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** WCAG 2.2 A and AA, what axe holds for good practice, and that the words of a control are part of its name. */
const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'label-content-name-mismatch': { enabled: true } },
};

interface AxeResult {
  violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

/** What axe objects to, as `rule: element: why`; at most three elements a rule. */
export async function findViolations(page: Page): Promise<string[]> {
  // Rows that wait for the screen to reach them have no place yet: a reader who is there sees them laid out.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('tr { content-visibility: visible !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  // The policy forbids scripts in the page; the debugger may evaluate all the same.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(context: Document, options: unknown): Promise<AxeResult> } }).axe.run(document, options),
    OPTIONS,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.split('\n').slice(1).join(' ').trim()}`),
  );
}

export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

/** Both schemes at both widths. */
export const VARIANTS = [
  { name: '1280 light', viewport: WIDE, colorScheme: 'light' },
  { name: '1280 dark', viewport: WIDE, colorScheme: 'dark' },
  { name: '360 light', viewport: PHONE, colorScheme: 'light' },
  { name: '360 dark', viewport: PHONE, colorScheme: 'dark' },
] as const;

export interface PageState {
  name: string;
  /** Address below the root of the site, without the first slash. */
  path: string;
  /** Brings the loaded page into the state; rejects when it does not get there. */
  enter(page: Page): Promise<unknown>;
  /** Runs before the page is loaded. */
  prepare?(page: Page): Promise<void>;
}

const answered = (page: Page) => page.waitForSelector('[data-search-results][data-state=done]', { timeout: 20_000 });
const openFilters = async (page: Page) => {
  for (const fold of await page.locator('details:has(> summary):visible').all()) {
    await fold.evaluate((details: HTMLDetailsElement) => {
      details.open = true;
    });
  }
};

export const STATES: readonly PageState[] = [
  {
    name: 'suggestions under the search line',
    path: '',
    async enter(page) {
      await page.locator('#q').pressSequentially('협동');
      await page.waitForSelector('.suggest [role=option]');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'suggestions under the field of the header',
    path: 'cases/busan-yeonje/',
    async enter(page) {
      await page.locator('#top-q').pressSequentially('노인');
      await page.waitForSelector('.suggest [role=option]');
    },
  },
  {
    name: 'filters opened and chosen',
    path: '?region=seoul',
    async enter(page) {
      await openFilters(page);
      await page.waitForSelector('[data-facet=region] input:checked', { state: 'attached' });
    },
  },
  {
    name: 'a list without rows',
    path: '?q=zzzz',
    async enter(page) {
      await page.waitForSelector('[data-list-empty]:not([hidden])');
    },
  },
  {
    name: 'choosing cases to compare',
    path: '',
    async enter(page) {
      await page.locator('[data-pick]').first().check();
      await page.locator('[data-pick]').nth(1).check();
    },
  },
  {
    name: 'the copy menu of a section',
    path: 'cases/busan-yeonje/',
    async enter(page) {
      await page.locator('.body .perma').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.copy-menu:popover-open');
    },
  },
  {
    name: 'the explanation of a term',
    path: 'cases/daegu-dong/',
    async enter(page) {
      await page.locator('.term button').first().click();
      await page.waitForSelector('.terms [popover]:popover-open');
    },
  },
  { name: 'results', path: 'search/?q=%EA%B3%B5%EA%B3%B5%EA%B5%AC%EB%A7%A4', enter: answered },
  {
    name: 'results through other words, narrowed',
    path: 'search/?q=%EC%B9%B4%ED%8E%98&region=busan',
    async enter(page) {
      await answered(page);
      await openFilters(page);
    },
  },
  {
    name: 'no results',
    path: 'search/?q=%EC%9A%B0%EC%A3%BC%EC%A0%95%EA%B1%B0%EC%9E%A5',
    enter: (page) => answered(page),
  },
  {
    name: 'a failed search',
    path: 'search/?q=%ED%98%91%EB%8F%99%EC%A1%B0%ED%95%A9',
    async prepare(page) {
      await page.route(/\.(?:wasm|pagefind|pf_\w+)$|\/search\/[^/]+\//, (route) => route.abort());
    },
    async enter(page) {
      await page.waitForSelector('[data-search-results][data-state=error]', { timeout: 20_000 });
    },
  },
  {
    name: 'a full comparison',
    path: 'compare/?cases=busan-yeonje,seoul-gangbuk,daegu-dong,incheon-gyeyang',
    enter: (page) => page.waitForSelector('table.compare'),
  },
  {
    name: 'a comparison that lacks a case',
    path: 'compare/?cases=busan-yeonje,no-such-case',
    enter: (page) => page.waitForSelector('[data-compare-message]:not(:empty)'),
  },
];
