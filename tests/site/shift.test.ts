/** Nothing on a page moves after its first paint: not for the font, not for a script, not for an answer. */
import { describe, test } from 'vitest';
import { useBuiltSite } from '../built-site.ts';

const site = useBuiltSite();

const SEARCH = `search/?q=${encodeURIComponent('공공구매')}`;
const PAGES = [
  '',
  'cases/busan-yeonje/',
  'cases/incheon-namdong/',
  SEARCH,
  'figures/',
  'timeline/',
  'compare/?cases=busan-yeonje,daegu-dong',
];

describe.for([360, 1280])('%d px', (width) => {
  // They wait more than they work.
  test.concurrent.for(PAGES)('/%s', async (path, { expect }) => {
    const context = await site.browser.newContext({ viewport: { width, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null }[] })[]) {
          const moved = entry.sources.map(({ node }) => (node instanceof Element ? `${node.tagName}.${node.className}` : node?.nodeName));
          shifts.push(`${String(entry.value)} ${moved.join(', ')}`);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // The font comes long after the first paint, the scripts after it.
    await page.route('**/*.woff2', async (route) => {
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await page.route('**/_astro/*.js', async (route) => {
      await new Promise((done) => setTimeout(done, 400));
      await route.continue();
    });
    await page.goto(site.address + path, { waitUntil: 'networkidle' });
    if (path === SEARCH) await page.waitForSelector('[data-search-results][data-state=done]');
    await page.waitForTimeout(300);
    const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
    await context.close();
    expect(shifts).toEqual([]);
  });
});
