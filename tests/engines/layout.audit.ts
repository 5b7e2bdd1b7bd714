/** The layout of a page of each kind in three engines, wide and narrow. */
import { describe, expect, test } from 'vitest';
import { findLostText } from '../site/lost-text.ts';
import { pickOfEachKind, readPages } from '../site/pages.ts';
import { ENGINES, useEngine } from './driver.ts';
import { findCoveredNeighbours, findStrayLabels } from './layout.ts';

const PAGES = readPages();
const KINDS = pickOfEachKind(PAGES);
/** Where there is a margin, every case sets notes of its own beside tables of its own. */
const WITH_MARGIN = [...new Set([...KINDS, ...PAGES.map(({ path }) => path).filter((path) => /^\/cases\/./.test(path))])];
const SIZES = [
  { width: 360, height: 740, paths: KINDS },
  { width: 1280, height: 900, paths: WITH_MARGIN },
] as const;
const LAWS = [findLostText, findCoveredNeighbours, findStrayLabels];

describe.for(ENGINES)('$name', ({ launch }) => {
  const site = useEngine(launch);

  test.for(SIZES)('$width × $height: nothing is lost, covered or astray', { timeout: 240_000 }, async ({ width, height, paths }) => {
    const faults: string[] = [];
    await site.engine.resize(width, height);
    for (const path of paths) {
      await site.engine.goto(site.address(path));
      expect(await site.engine.evaluate(() => innerWidth, undefined)).toBe(width);
      await site.engine.evaluate(() => document.fonts.ready.then(() => true), undefined);
      for (const law of LAWS) for (const fault of await site.engine.evaluate(law, undefined)) faults.push(`${path} ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});
