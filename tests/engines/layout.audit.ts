/** The layout of a page of each kind in three engines, wide and narrow. */
import { describe, expect, test } from 'vitest';
import { findLostText } from '../site/lost-text.ts';
import { pickOfEachKind, readPages } from '../site/pages.ts';
import { ENGINES, useEngine } from './driver.ts';
import { findCoveredNeighbours, findStrayLabels } from './layout.ts';

const PAGES = readPages();
/** One page of each kind; all cases, because each of them sets its own notes beside its own tables. */
const PATHS = [...new Set([...pickOfEachKind(PAGES), ...PAGES.map(({ path }) => path).filter((path) => /^\/cases\/./.test(path))])];
const SIZES = [
  [360, 740],
  [1280, 900],
] as const;
const LAWS = [findLostText, findCoveredNeighbours, findStrayLabels];

describe.for(ENGINES)('$name', ({ launch }) => {
  const site = useEngine(launch);

  test.for(SIZES)('%d × %d: nothing is lost, covered or astray', { timeout: 240_000 }, async ([width, height]) => {
    const faults: string[] = [];
    await site.engine.resize(width, height);
    for (const path of PATHS) {
      await site.engine.goto(site.address(path));
      expect(await site.engine.evaluate(() => innerWidth, undefined)).toBe(width);
      await site.engine.evaluate(() => document.fonts.ready.then(() => true), undefined);
      for (const law of LAWS) for (const fault of await site.engine.evaluate(law, undefined)) faults.push(`${path} ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});
