import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { useBuiltSite } from '../built-site.ts';

export interface OpenOptions {
  javaScriptEnabled?: boolean;
  width?: number;
  /** Errors that the test itself brings about, and that the browser may report. */
  errors?: RegExp;
  /** Runs before the page is asked for: to answer requests in its place. */
  prepare?: (page: Page) => Promise<void>;
}

/** Opens pages of the built site for the tests of the file that calls it; whatever a page reports as an error fails the test. */
export function openBuiltPages() {
  const site = useBuiltSite();
  return async (path: string, run: (page: Page, address: string) => Promise<void>, options: OpenOptions = {}): Promise<void> => {
    const { javaScriptEnabled = true, width = 1280, errors, prepare } = options;
    const context = await site.browser.newContext({ javaScriptEnabled, viewport: { width, height: 800 } });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    try {
      await prepare?.(page);
      await page.goto(site.address + path.slice(1));
      await run(page, site.address);
      expect(problems.filter((problem) => errors?.test(problem) !== true)).toEqual([]);
    } finally {
      await context.close();
    }
  };
}
