/** The built site by the keyboard alone. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isAudit } from '../audit.ts';
import { pickOfEachKind, readPages } from './pages.ts';
import { useVisits } from './visits.ts';

const PAGES = readPages();
const { site, address, withPage } = useVisits();

/** Where the focus is, and whether a reader can see that it is there. */
interface Focus {
  name: string;
  /** Nothing is focused but the page itself. */
  lost: boolean;
  /** Width of the outline in px and its contrast to the paper; 0 without one. */
  outline: number;
  contrast: number;
  /** The element, or what is outlined for it, lies within the window and nothing covers its middle. */
  seen: boolean;
}

function readFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string) => {
      if (!canvas) return 0;
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
        value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const outlined = (element: Element) => {
      const style = getComputedStyle(element);
      return style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
    };
    const element = document.activeElement;
    if (!element || element === document.body) return { name: 'the page', lost: true, outline: 0, contrast: 0, seen: false };
    // A field is outlined with its line, a hidden box with its label.
    const shown =
      [element, element.closest('label'), element.closest('[data-search-box]')].find((one) => one && outlined(one) > 0) ?? element;
    const { left, top, width, height } = shown.getBoundingClientRect();
    // A link that runs over a line break has its middle nowhere: its first line counts.
    const line = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
    const at = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    const [one, two] = [luminance(getComputedStyle(shown).outlineColor), luminance(getComputedStyle(document.body).backgroundColor)].sort(
      (a, b) => b - a,
    );
    return {
      name: `${element.tagName} ${element.id || element.textContent.trim().slice(0, 30)}`,
      lost: false,
      outline: outlined(shown),
      contrast: ((one ?? 0) + 0.05) / ((two ?? 0) + 0.05),
      seen:
        width > 0 &&
        height > 0 &&
        left >= -1 &&
        top >= -1 &&
        line.bottom <= innerHeight + 1 &&
        at !== null &&
        (shown.contains(at) || at.contains(shown) || at.closest('label')?.contains(shown) === true),
    };
  });
}

/** Presses a key until the focus is on what is asked for; every stop on the way must be seen. Rejects after many stops. */
async function walkTo(page: Page, selector: string, key = 'Tab', most = 150): Promise<void> {
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press(key);
    const focus = await readFocus(page);
    if (focus.lost) continue;
    const isMain = await page.evaluate(() => document.activeElement?.id === 'main');
    if (!isMain) expect(focus, `${page.url()} ${focus.name}`).toMatchObject({ seen: true, outline: 2 });
    if (!isMain) expect(focus.contrast, focus.name).toBeGreaterThanOrEqual(3);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} is not reached by ${key}`);
}

const focusIs = (page: Page, selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

describe('the keyboard alone', () => {
  test.for(['light', 'dark'] as const)(
    'goes from the index to a comparison and back, in the %s',
    { timeout: 120_000 },
    async (colorScheme) => {
      await withPage(
        async (page) => {
          // The index: the first stop skips to the content.
          await page.goto(site.address);
          await page.keyboard.press('Tab');
          expect(await focusIs(page, 'a.skip')).toBe(true);
          await page.keyboard.press('Enter');
          await walkTo(page, '#q');

          // A filter, by space; the count says what is left.
          await walkTo(page, '.folded > summary');
          await page.keyboard.press('Enter');
          await walkTo(page, '[data-facet=region] input');
          const all = await page.locator('[data-list-count]').innerText();
          const region = await page.evaluate(() => (document.activeElement as HTMLInputElement).value);
          const chosen = await page.locator(`tr[data-region=${region}]`).count();
          await page.keyboard.press('Space');
          await page.locator('[data-list-count]', { hasText: `${all} 중 ${String(chosen)}건` }).waitFor();
          expect(new URL(page.url()).searchParams.get('region')).toBe(region);

          // The search: a key that leads there, suggestions, Escape, Enter.
          await walkTo(page, 'tr[data-case] a');
          await page.keyboard.press('Control+k');
          expect(await focusIs(page, '#q')).toBe(true);
          await page.keyboard.type('협동');
          await page.waitForSelector('.suggest [role=option]');
          await page.keyboard.press('ArrowDown');
          expect(await page.getAttribute('#q', 'aria-activedescendant')).toBe(
            await page.getAttribute('.suggest [aria-selected=true]', 'id'),
          );
          await page.keyboard.press('Escape');
          expect(await page.locator('.suggest').isVisible()).toBe(false);
          expect(await focusIs(page, '#q')).toBe(true);
          await page.keyboard.type('조합');
          await page.keyboard.press('Enter');
          await page.waitForSelector('[data-search-results][data-state=done]');

          // The results, narrowed, and one of them.
          await walkTo(page, '[data-search-facets] input[name=region]');
          await walkTo(page, '[data-case] li a');
          await page.keyboard.press('Enter');
          await page.waitForURL(/\/cases\/[\w-]+\/#/);
          const slug = new URL(page.url()).pathname;

          // A section through the contents; the focus goes on from there.
          await page.goto(site.address + slug.slice(1));
          await walkTo(page, 'nav.toc > ol > li:nth-child(3) > a');
          await page.keyboard.press('Enter');
          const top = await page.locator(':target').evaluate((heading) => heading.getBoundingClientRect().top);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top).toBeLessThan(200);

          // The address of a row: Enter opens the menu, Tab stays in it, Escape gives the focus back.
          await walkTo(page, 'a.pl');
          const row = await page.evaluate(() => document.activeElement?.getAttribute('href'));
          await page.keyboard.press('Enter');
          await page.waitForSelector('.copy-menu:popover-open');
          expect(await focusIs(page, '.copy-menu button')).toBe(true);
          expect(await readFocus(page)).toMatchObject({ seen: true });
          await page.keyboard.press('Escape');
          expect(await page.locator('.copy-menu').isVisible()).toBe(false);
          expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(row);

          // A citation.
          await page.locator('#cite').evaluate((heading) => {
            heading.tabIndex = -1;
            heading.focus();
          });
          await walkTo(page, 'button[data-copy]');
          await page.keyboard.press('Enter');
          await page.locator('.cite [role=status]:not(:empty)').waitFor({ state: 'attached' });

          // A comparison, chosen from scratch, and back.
          await page.goto(`${site.address}compare/`);
          await walkTo(page, 'input[name=cases]');
          await page.keyboard.press('Space');
          await page.keyboard.press('Tab');
          await page.keyboard.press('Space');
          await page.waitForSelector('table.compare');
          await walkTo(page, 'table.compare td a');
          await page.keyboard.press('Enter');
          await page.waitForURL(/\/cases\//);
          await page.goBack();
          await page.waitForSelector('table.compare');
        },
        { colorScheme, permissions: ['clipboard-read', 'clipboard-write'] },
      );
    },
  );

  test.for(
    isAudit
      ? PAGES.map(({ path }) => path)
      : pickOfEachKind(PAGES).filter((path) => /^\/(?:cases\/[^/]+\/|search\/|compare\/|about\/)?$/.test(path)),
  )('%s: Tab goes through everything once and out again', { timeout: 120_000 }, async (path) => {
    await withPage(async (page) => {
      await page.goto(address(path));
      const stops: string[] = [];
      /** What has the focus, by its place on the page; `undefined` when it is the page itself. */
      const readStop = () =>
        page.evaluate(() => {
          const element = document.activeElement;
          if (element === null || element === document.body) return undefined;
          return `${element.tagName} ${String([...document.querySelectorAll('*')].indexOf(element))}`;
        });
      let stop: string | undefined;
      do {
        await page.keyboard.press('Tab');
        stop = await readStop();
        if (stop !== undefined) stops.push(stop);
      } while (stop !== undefined && stops.length < 2_000);
      expect(stops.length).toBeGreaterThan(5);
      expect(stop, 'the last stop').toBeUndefined();
      expect(new Set(stops).size).toBe(stops.length);
    });
  });
});
