/**
 * What each term of a query weighs: rare ones say more, in the catalogue (idf of passages and of cases) and in the language.
 */
import type { CaseEntry } from '../runtime/page.ts';
import { type Place, ROW, WINDOW, passageAt, positionOf } from '../runtime/positions.ts';
import type { Parameters } from './parameters.ts';
import type { Found, Term } from './term.ts';

export function weigh(
  terms: readonly Term[],
  found: readonly Found[],
  cases: readonly CaseEntry[],
  { rarity, share }: Parameters,
): readonly number[] {
  const allPassages = cases.reduce((sum, { texts, rows, end }) => sum + 1 + (rows - texts) / WINDOW + (end - rows) / ROW, 0);
  return terms.map((term, at) => {
    const own = found.filter(({ variant }) => variant.kind === 'exact' && variant.from === at);
    const pages = new Set(own.flatMap(({ postings }) => [...postings.keys()]));
    let passages = 0;
    for (const { postings } of own) for (const [page, places] of postings) passages += countPassages(places, cases[page]);
    const telling = (idf(passages, allPassages) + idf(pages.size, cases.length)) / 2;
    const ofClass = term.class === 'verb' ? share.verb : term.class === 'minor' ? share.minor : 1;
    return telling * (1 - rarity + rarity * term.rarity) * ofClass;
  });
}

/** 1 for what is nowhere, towards 0 for what is everywhere. */
function idf(count: number, all: number): number {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5)) / Math.log(1 + 2 * all);
}

function countPassages(places: Iterable<Place>, entry: CaseEntry | undefined): number {
  if (!entry) return 0;
  let count = 0;
  let last = -1;
  for (const place of places) {
    const start = passageAt(positionOf(place), entry);
    if (start !== last) count++;
    last = start;
  }
  return count;
}
