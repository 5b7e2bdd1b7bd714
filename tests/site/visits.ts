/** Pages of the built site, opened in a browser. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { type BuiltSite, useBuiltSite } from '../built-site.ts';
import { WIDE } from './axe.ts';

export interface Visits {
  readonly site: BuiltSite;
  /** The whole address of a path that begins with a slash. */
  readonly address: (path: string) => string;
  /** Runs on a fresh page of a fresh profile, 1280 px wide unless told otherwise. */
  readonly withPage: <T>(run: (page: Page) => Promise<T>, options?: BrowserContextOptions) => Promise<T>;
  /** Runs a check on pages and collects what it finds, each finding behind its address. */
  readonly findOn: (
    paths: readonly string[],
    options: BrowserContextOptions,
    check: (page: Page) => Promise<string[]>,
  ) => Promise<string[]>;
}

/** Serves the built site for the tests of the file that calls it. */
export function useVisits(): Visits {
  const site = useBuiltSite();
  const address = (path: string) => site.address + path.slice(1);
  const withPage: Visits['withPage'] = async (run, options = {}) => {
    const context = await site.browser.newContext({ viewport: WIDE, ...options });
    try {
      return await run(await context.newPage());
    } finally {
      await context.close();
    }
  };
  return {
    site,
    address,
    withPage,
    findOn: (paths, options, check) =>
      withPage(async (page) => {
        const found: string[] = [];
        for (const path of paths) {
          await page.goto(address(path));
          for (const fault of await check(page)) found.push(`${path} ${fault}`);
        }
        return found;
      }, options),
  };
}
