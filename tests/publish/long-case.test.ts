/** A long case on a phone: notes at their marks, lists that fold, and the bar at the lower edge. */
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { readPages } from '../site/pages.ts';
import { useCaseVisits } from './case-visits.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const onPage = useCaseVisits();

/** The longest case: whatever folds, folds there. */
const PATH =
  readPages()
    .filter(({ path }) => /^\/cases\/[^/]+\/$/.test(path))
    .toSorted((a, b) => b.html.length - a.html.length)[0]
    ?.path.slice(1) ?? '';

const foldsOf = (page: Page) => page.locator('.rows-fold').evaluateAll((folds) => folds.map((fold) => (fold as HTMLDetailsElement).open));
const openNote = (page: Page) => page.locator('.notes :popover-open');
const markIn = (page: Page) => page.locator('.body p .nm button').first();
const isInWindow = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => {
    const place = document.querySelector(wanted)?.getBoundingClientRect();
    return place !== undefined && place.height > 0 && place.top >= 0 && place.top < innerHeight;
  }, selector);

describe('a note', () => {
  test.for([
    ['on a phone', PHONE],
    ['on a phone without script', { ...PHONE, javaScriptEnabled: false }],
    ['on a desk', { viewport: { width: 1280, height: 800 } }],
  ] as const)('opens at its mark %s, whole and within the window, and the reader is still where the mark is', async ([, options]) => {
    await onPage(PATH, options, async (page) => {
      await markIn(page).scrollIntoViewIfNeeded();
      await markIn(page).click();
      const note = openNote(page);
      await note.waitFor();
      const [box, mark] = [await note.boundingBox(), await markIn(page).boundingBox()];
      expect(box && mark && box.width > 150 && box.height > 40, JSON.stringify(box)).toBe(true);
      expect(box && box.x >= 0 && box.x + box.width <= options.viewport.width, JSON.stringify(box)).toBe(true);
      expect(mark && mark.y >= 0 && mark.y < options.viewport.height, JSON.stringify(mark)).toBe(true);
      // What the note says stands there once: the list of notes has lent it.
      expect(await note.locator('h3').innerText()).not.toBe('');
      expect(await note.locator('dd').count()).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      await expect.poll(() => note.count()).toBe(0);
    });
  });

  test('of a list that was folded leaves it folded behind', async () => {
    await onPage(PATH, PHONE, async (page) => {
      const before = await foldsOf(page);
      expect(before).toContain(false);
      await markIn(page).click();
      await openNote(page).waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => foldsOf(page)).toEqual(before);
    });
  });

  test('can be followed with the keyboard to the list of notes, and back', async () => {
    await onPage(PATH, { viewport: { width: 1280, height: 800 } }, async (page) => {
      const mark = page.locator('.body p .nm a').first();
      const [id, note] = await mark.evaluate((link) => [link.id, (link as HTMLAnchorElement).hash]);
      await mark.focus();
      await page.keyboard.press('Enter');
      await isInWindow(page, note);
      await page.locator(`${note} .no`).click();
      await isInWindow(page, `#${id}`);
    });
  });
});

describe('the long lists', () => {
  test('are open on a desk, and on a phone without script', async () => {
    for (const options of [{ viewport: { width: 1280, height: 800 } }, { ...PHONE, javaScriptEnabled: false }])
      await onPage(PATH, options, async (page) => {
        expect(new Set(await foldsOf(page))).toEqual(new Set([true]));
      });
  });

  test('are closed on a phone; what leads into one opens it', async () => {
    await onPage(PATH, PHONE, async (page) => {
      expect(new Set(await foldsOf(page))).toEqual(new Set([false]));
      const row = await page.locator('.rows-fold tr[id]').last().getAttribute('id');
      await page.evaluate((id) => {
        location.hash = id ?? '';
      }, row);
      await isInWindow(page, `#${row ?? ''}`);
    });
    const note = await lastNote();
    await onPage(`${PATH}#${note}`, PHONE, async (page) => {
      await isInWindow(page, `#${note}`);
      expect((await foldsOf(page)).filter(Boolean)).toHaveLength(1);
    });
  });

  test('are printed whole', async () => {
    await onPage(PATH, PHONE, async (page) => {
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      expect(new Set(await foldsOf(page))).toEqual(new Set([true]));
    });
  });

  async function lastNote(): Promise<string> {
    let id = '';
    await onPage(PATH, {}, async (page) => {
      id = (await page.locator('.notes > li').last().getAttribute('id')) ?? '';
    });
    return id;
  }
});

describe('the bar', () => {
  test('names the case and the section that is read, and leads to the contents and to the top', async () => {
    await onPage(PATH, PHONE, async (page) => {
      const bar = page.locator('.bar');
      const heading = page.locator('.body h2').nth(1);
      await heading.evaluate((node) => {
        node.scrollIntoView({ block: 'start' });
      });
      await expect.poll(() => page.locator('[data-here]').innerText()).toBe(await heading.innerText());
      const box = await bar.boundingBox();
      expect(box && Math.round(box.y + box.height)).toBe(PHONE.viewport.height);
      await bar.getByRole('link', { name: '목차' }).click();
      await isInWindow(page, '#toc-h');
      await bar.getByRole('link', { name: '위로' }).click();
      await isInWindow(page, 'h1');
    });
  });

  test('is not there on a desk and on paper', async () => {
    await onPage(PATH, { viewport: { width: 1280, height: 800 } }, async (page) => {
      expect(await page.locator('.bar').isVisible()).toBe(false);
      await page.setViewportSize(PHONE.viewport);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.bar').isVisible()).toBe(false);
    });
  });
});
