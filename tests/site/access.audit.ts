/** axe on every page of the built site, in both schemes at both widths, at rest and in every state that can be opened. */
import { describe, expect, test } from 'vitest';
import { useBuiltSite } from '../built-site.ts';
import { findViolations, STATES, VARIANTS } from './axe.ts';
import { readPages } from './pages.ts';

const PATHS = readPages().map(({ path }) => path);

const site = useBuiltSite();

describe.for(VARIANTS)('at $name', ({ viewport, colorScheme }) => {
  test('every page is free of violations', { timeout: 900_000 }, async () => {
    const context = await site.browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of PATHS) {
      await page.goto(site.address + path.slice(1));
      for (const violation of await findViolations(page)) found.push(`${path} ${violation}`);
    }
    await context.close();
    expect(PATHS.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });

  test.for(STATES)('$name: free of violations', { timeout: 60_000 }, async (state) => {
    const context = await site.browser.newContext({ viewport, colorScheme });
    const page = await context.newPage();
    await state.prepare?.(page);
    await page.goto(site.address + state.path);
    await state.enter(page);
    expect(await findViolations(page)).toEqual([]);
    await context.close();
  });
});
