/**
 * Which pages answer, and in which order. Pure: occurrences in, scores out.
 */
import type { Occurrence, UnitMatch } from './retrieve.ts';

export interface RankedPage {
  readonly page: string;
  readonly score: number;
  /** Share of what was asked for that the page has, by how telling each unit is; 0 to 1. */
  readonly coverage: number;
  /** Every content unit stands there literally. */
  readonly exact: boolean;
  readonly occurrences: readonly Occurrence[];
}

/** The first positions hold title and summary: what stands there is what the page is about. */
const LEAD = 80;
const LEAD_WEIGHT = 3;
/** Units within this many positions are said together. */
const WINDOW = 40;
/** A verb or an adverb that is nowhere says little: a page may put it otherwise. */
const PREDICATE_SHARE = 0.2;
/** A page that has less than this of what was asked for is no answer. */
const LEAST_COVERAGE = 0.6;
/** When no page has everything, what is much weaker than the best is left out. */
const LEAST_OF_BEST = 0.7;
/** Pages that have everything, but by synonyms or far apart, must come this near to the best. */
const LEAST_OF_BEST_COMPLETE = 0.12;

/** How telling a unit is: rare ones say more. `pages` is the number of pages of the site. */
export function tellingness(found: number, pages: number): number {
  return Math.log(1 + (pages - found + 0.5) / (found + 0.5)) + 0.05;
}

export function rank(matches: readonly UnitMatch[], pageCount: number): readonly RankedPage[] {
  const weights = matches.map((match) => weigh(match, pageCount));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const pages = new Set(matches.flatMap(({ pages: found }) => [...found.keys()]));
  const ranked = [...pages].map((page) => score(page, matches, weights, total));
  const complete = ranked.filter(({ page }) =>
    matches.every(({ unit, pages: found }) => unit.role !== 'content' || found.has(page)),
  );
  const pool = complete.length > 0 ? complete : ranked.filter(({ coverage }) => coverage >= LEAST_COVERAGE);
  const sorted = pool.sort((a, b) => b.score - a.score || (a.page < b.page ? -1 : 1));
  const best = sorted[0]?.score ?? 0;
  const least = best * (complete.length > 0 ? LEAST_OF_BEST_COMPLETE : LEAST_OF_BEST);
  return sorted.filter((page) => page.score >= least);
}

function weigh({ unit, pages }: UnitMatch, pageCount: number): number {
  if (pages.size > 0) return tellingness(pages.size, pageCount) * (unit.role === 'content' ? 1 : 0.6);
  return tellingness(0, pageCount) * (unit.role === 'content' ? 1 : PREDICATE_SHARE);
}

function score(page: string, matches: readonly UnitMatch[], weights: readonly number[], total: number): RankedPage {
  let evidence = 0;
  let covered = 0;
  let exact = true;
  const placed: { occurrence: Occurrence; unit: number }[] = [];
  matches.forEach(({ unit, pages }, index) => {
    const occurrences = pages.get(page) ?? [];
    const weight = weights[index] ?? 0;
    let mass = 0;
    let quality = 0;
    for (const occurrence of occurrences) {
      mass += occurrence.weight * (occurrence.position < LEAD ? LEAD_WEIGHT : 1);
      quality = Math.max(quality, occurrence.weight);
      placed.push({ occurrence, unit: index });
    }
    evidence += weight * quality * Math.log1p(mass);
    covered += weight * quality;
    if (unit.role === 'content' && !occurrences.some(({ kind }) => kind === 'exact')) exact = false;
  });
  placed.sort((a, b) => a.occurrence.position - b.occurrence.position);
  const coverage = covered / total;
  const together = closeness(placed, weights) / total;
  return {
    page,
    score: evidence * coverage * (0.25 + 0.75 * together),
    coverage,
    exact,
    occurrences: placed.map(({ occurrence }) => occurrence),
  };
}

/** The greatest weight of different units that stand within one window. */
function closeness(placed: readonly { occurrence: Occurrence; unit: number }[], weights: readonly number[]): number {
  let best = 0;
  for (let first = 0; first < placed.length; first++) {
    const seen = new Map<number, number>();
    const from = placed[first]?.occurrence.position ?? 0;
    for (let at = first; at < placed.length; at++) {
      const each = placed[at];
      if (!each || each.occurrence.position > from + WINDOW) break;
      seen.set(each.unit, Math.max(seen.get(each.unit) ?? 0, each.occurrence.weight));
    }
    let sum = 0;
    for (const [unit, quality] of seen) sum += (weights[unit] ?? 0) * quality;
    best = Math.max(best, sum);
  }
  return best;
}
