import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { serve, type RunningServer } from '../src/local/serve.ts';
import { launchBrowser } from '../src/local/browser.ts';

/** The built site and a browser to read it with; both are there from the first test of a file to its last. */
export interface BuiltSite {
  /** Root of the site, with a slash at the end. */
  readonly address: string;
  readonly browser: Browser;
}

/** Serves `dist/` with the production headers and starts a browser for the tests of the file that calls it. */
export function useBuiltSite(): BuiltSite {
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
  return {
    get address() {
      return server.address;
    },
    get browser() {
      return browser;
    },
  };
}
