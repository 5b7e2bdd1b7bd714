/** axe on a page of each kind, and on what a page only shows after somebody has done something. */
import { describe, expect, test } from 'vitest';
import { findViolations, PHONE, STATES, VARIANTS } from './axe.ts';
import { pickOfEachKind, readPages } from './pages.ts';
import { useVisits } from './visits.ts';

const PAGES = readPages();
const { site, withPage, findOn } = useVisits();

describe('axe', () => {
  // The audit has all pages in all four.
  test.for([
    { ...VARIANTS[0], which: 'longest' },
    { ...VARIANTS[3], which: 'middling' },
  ] as const)(
    'the $which page of each kind at $name is free of violations',
    { timeout: 300_000 },
    async ({ viewport, colorScheme, which }) => {
      expect(await findOn(pickOfEachKind(PAGES, which), { viewport, colorScheme }, findViolations)).toEqual([]);
    },
  );

  test.for(STATES)('$name: free of violations on a phone in the dark', { timeout: 60_000 }, async (state) => {
    await withPage(
      async (page) => {
        await state.prepare?.(page);
        await page.goto(site.address + state.path);
        await state.enter(page);
        expect(await findViolations(page)).toEqual([]);
      },
      { viewport: PHONE, colorScheme: 'dark' },
    );
  });

  test('sees what is wrong', async () => {
    await withPage(async (page) => {
      await page.setContent(
        '<html><body><img src="x"><button></button><a href="#a" style="font-size:8px">a</a><a href="#b" style="font-size:8px">b</a></body></html>',
      );
      const found = (await findViolations(page)).join();
      expect(found).toMatch(/image-alt/);
      expect(found).toMatch(/button-name/);
      expect(found).toMatch(/target-size/);
    });
  });
});
