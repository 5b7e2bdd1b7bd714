import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { useBuiltSite } from '../built-site.ts';

/** The case that is read where one will do. */
export const PATH = 'cases/busan-yeonje/';

/** A page of the built site in a window of its own, on a fixed day. */
export type VisitPage = (path: string, options: BrowserContextOptions, run: (page: Page) => Promise<void>) => Promise<void>;

/** Opens pages of the built site with the policy on; a page that says anything in the console fails. */
export function useCaseVisits(): VisitPage {
  const site = useBuiltSite();
  return async (path, options, run) => {
    const context = await site.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], locale: 'ko-KR', ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.clock.setFixedTime(new Date(2026, 10, 23, 12));
    await page.goto(site.address + path);
    await run(page);
    expect(complaints, 'the console, where a breach of the policy would show').toEqual([]);
    await context.close();
  };
}
