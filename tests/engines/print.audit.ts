/** Cases on paper, printed by the engines whose drivers can print. */
import { describe, expect, test } from 'vitest';
import { readPages } from '../site/pages.ts';
import { ENGINES, useEngine } from './driver.ts';
import { findCutLines, readWords } from './poppler.ts';

const POINTS_OF_A_MILLIMETRE = 72 / 25.4;
const A4 = 297;
/** Of `@page` in print.css. */
const EDGES = { top: 18 * POINTS_OF_A_MILLIMETRE, foot: (A4 - 20) * POINTS_OF_A_MILLIMETRE };

const byLength = readPages()
  .filter(({ path }) => /^\/cases\/./.test(path))
  .toSorted((a, b) => a.html.length - b.html.length)
  .map(({ path }) => path);
/** The shortest, the longest and two between. */
const PATHS = [0, 1 / 3, 2 / 3, 1].map((part) => byLength[Math.round(part * (byLength.length - 1))] ?? '');

describe.for(ENGINES.filter(({ name }) => name !== 'WebKit'))('$name', ({ launch }) => {
  const site = useEngine(launch);

  test.for(PATHS)('%s: no line is cut in two between pages', { timeout: 120_000 }, async (path) => {
    await site.engine.resize(1280, 900);
    await site.engine.goto(site.address(path));
    await site.engine.evaluate(() => document.fonts.ready.then(() => true), undefined);
    const pdf = await site.engine.print();
    const pages = readWords(pdf ?? new Uint8Array());
    expect(pages.length).toBeGreaterThan(3);
    expect(findCutLines(pages, EDGES)).toEqual([]);
  });
});
