/**
 * Which pages answer, and in which order. Pure: occurrences in, scores out.
 */
import type { Occurrence, UnitMatch } from './retrieve.ts';
import { QUESTION_UNITS } from './units.ts';
import { isGeneric } from './words.ts';

export interface RankedPage {
  readonly page: string;
  readonly score: number;
  /** Share of what was asked for that the page has, by how telling each unit is; 0 to 1. */
  readonly coverage: number;
  /** The share of it that stands in one place. */
  readonly together: number;
  /** The same by whatever reading, where what title and summary say is said everywhere. */
  readonly said: number;
  /** Every content unit stands there literally. */
  readonly exact: boolean;
  readonly occurrences: readonly Occurrence[];
}

/** Units within this many positions are said together. */
const WINDOW = 40;
/** …and within this many, as one. */
const BESIDE = 4;
/** A verb or an adverb says less than a noun, and next to nothing when it is nowhere: a page may put it otherwise. */
const PREDICATE_SHARE = { found: 0.5, nowhere: 0.2 };
/** What of the score a page has whose words stand apart, and what it gains when they are said together, and side by side. */
const SHARE = { apart: 0.2, together: 0.45, beside: 0.35 };
/** A page that has less than this of what was asked for is no answer. */
const LEAST_COVERAGE = 0.6;
/** When no page has everything, what is much weaker than the best is left out. */
const LEAST_OF_BEST = 0.7;
/** Pages that have everything only by synonyms or corrections must come this near to the best… */
const LEAST_OF_BEST_INEXACT = 0.35;
/** …or this near, when a single word was asked for and stands literally elsewhere. */
const LEAST_OF_BEST_ALONE = 0.25;
/** Places of less prominence are asides. */
const LEAST_OWN = 0.5;
/** Everything in one window. */
const SAID_TOGETHER = 0.99;
/** …and have most of it in one place: a synonym counts in company. */
const LEAST_TOGETHER = 0.5;

/**
 * From this many units on, a query is a question put in the asker's own words: no page will have them all. What is nowhere is then more
 * likely a word of the asker's than the thing itself, and a noun that only names the kind of thing says little.
 */
const QUESTION = { nowhere: 0.7, predicateNowhere: 0.1, generic: 0.4, oneSyllable: 0.5, leastCoverage: 0.3, leastNouns: 0.34 };
/** …and where the thing asked for is nowhere, more of the rest must be there; still more where two such things are. */
const LEAST_WITHOUT = { one: 0.55, two: 0.6 };

/** How telling a unit is: rare ones say more. `pages` is the number of pages of the site. */
export function tellingness(found: number, pages: number): number {
  return Math.log(1 + (pages - found + 0.5) / (found + 0.5)) + 0.05;
}

/**
 * Ranks the pages that the units stand on. `asOne` are pages where the words of the query stand side by side in its order: where there are
 * any, a page that has the words only far apart is no answer.
 */
export function rank(matches: readonly UnitMatch[], pageCount: number, asOne: ReadonlySet<string> = new Set()): readonly RankedPage[] {
  const question = matches.length >= QUESTION_UNITS;
  const weights = matches.map((match) => (question ? weighInQuestion(match, pageCount) : weigh(match, pageCount)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  const pages = new Set(matches.flatMap(({ pages: found }) => [...found.keys()]));
  const ranked = [...pages].map((page) => score(page, matches, weights, total));
  const content = matches.filter(({ unit }) => unit.role === 'content');
  const complete = ranked.filter(({ page }) => content.every(({ pages: found }) => found.has(page)));
  const keywords = !question || (content.length === matches.length && complete.some(({ exact }) => exact));
  if (complete.length > 0 && keywords) {
    const sorted = sortPages(complete);
    const best = sorted[0]?.score ?? 0;
    const literal = sorted.some(({ exact }) => exact);
    // 하천 here and 정비 there: what two words mean together is on no page.
    if (matches.length === 2 && content.length === 2 && !sorted.some(({ said }) => said >= SAID_TOGETHER)) return [];
    return sorted.filter(({ page, exact, score: own, together }) => {
      if (matches.length === 1) return exact || !literal || own >= best * LEAST_OF_BEST_ALONE;
      if (asOne.size > 0 && !asOne.has(page)) return together >= SAID_TOGETHER;
      return exact || (own >= best * LEAST_OF_BEST_INEXACT && together >= LEAST_TOGETHER);
    });
  }
  const least = question ? leastCoverage(matches) : LEAST_COVERAGE;
  const sorted = sortPages(
    ranked.filter(({ page, coverage }) => coverage >= least && (!question || nounsOf(page, matches) >= QUESTION.leastNouns)),
  );
  const best = sorted[0]?.score ?? 0;
  return sorted.filter((page) => page.score >= best * LEAST_OF_BEST);
}

/**
 * The object of a question (와이파이를), whom it is done for (임산부에게) and what closes it (경찰서) are the thing asked for, and so are the nouns
 * that stand before these and say which one (태양광 발전소를, 도시양봉 사업).
 */
function leastCoverage(matches: readonly UnitMatch[]): number {
  let missing = 0;
  let asked = true;
  for (const { unit, pages } of [...matches].reverse()) {
    const particle = unit.whole.slice(unit.text.length);
    asked =
      unit.role === 'content' &&
      ((asked && particle === '' && unit.apart !== true) || ASKED.test(particle) || unit === matches.at(-1)?.unit);
    if (asked && pages.size === 0 && !isGeneric(unit.text)) missing++;
  }
  return missing === 0 ? QUESTION.leastCoverage : missing === 1 ? LEAST_WITHOUT.one : LEAST_WITHOUT.two;
}

const ASKED = /^(?:들?(?:[을를이가]|에게|한테|께))$/;

/** Share of the telling nouns of a question that a page has: verbs and 사람 alone make no answer. */
function nounsOf(page: string, matches: readonly UnitMatch[]): number {
  const nouns = matches.filter(({ unit }) => unit.role === 'content' && !isGeneric(unit.text));
  return nouns.length === 0 ? 1 : nouns.filter(({ pages }) => pages.has(page)).length / nouns.length;
}

function sortPages(pages: readonly RankedPage[]): readonly RankedPage[] {
  return [...pages].sort((a, b) => b.score - a.score || (a.page < b.page ? -1 : 1));
}

function weigh({ unit, pages }: UnitMatch, pageCount: number): number {
  const share = unit.role === 'content' ? 1 : pages.size > 0 ? PREDICATE_SHARE.found : PREDICATE_SHARE.nowhere;
  return tellingness(pages.size, pageCount) * share;
}

function weighInQuestion({ unit, pages }: UnitMatch, pageCount: number): number {
  const telling = tellingness(pages.size, pageCount);
  if (unit.role !== 'content') return telling * (pages.size > 0 ? PREDICATE_SHARE.found : QUESTION.predicateNowhere);
  const share = (isGeneric(unit.text) ? QUESTION.generic : 1) * (unit.text.length === 1 ? QUESTION.oneSyllable : 1);
  return telling * share * (pages.size > 0 ? 1 : QUESTION.nowhere);
}

function score(page: string, matches: readonly UnitMatch[], weights: readonly number[], total: number): RankedPage {
  let evidence = 0;
  let covered = 0;
  let exact = true;
  const placed: { occurrence: Occurrence; unit: number }[] = [];
  matches.forEach(({ unit, pages }, index) => {
    const occurrences = pages.get(page) ?? [];
    const weight = weights[index] ?? 0;
    let own = 0;
    let repeated = 0;
    let aside = 0;
    let quality = 0;
    for (const occurrence of occurrences) {
      const counted = occurrence.weight * occurrence.prominence;
      // However often the press or a note says it, it is said aside once.
      if (occurrence.prominence < LEAST_OWN) aside = Math.max(aside, counted);
      else if (occurrence.prominence < 1) repeated += counted;
      else own += counted;
      quality = Math.max(quality, occurrence.weight);
      placed.push({ occurrence, unit: index });
    }
    // What the tables repeat is as much the case's own as what they repeat: the day of a newspaper is none of its days.
    if (own === 0 && aside > 0) repeated = 0;
    evidence += weight * quality * Math.log1p(own + repeated + aside);
    covered += weight * Math.sqrt(quality);
    if (unit.role === 'content' && !occurrences.some(({ kind }) => kind === 'exact')) exact = false;
  });
  placed.sort((a, b) => a.occurrence.position - b.occurrence.position);
  const coverage = covered / total;
  const together = closeness(placed, weights, WINDOW) / total;
  const beside = closeness(placed, weights, BESIDE) / total;
  const present = placed.map(({ occurrence, unit }) => ({ occurrence: { ...occurrence, weight: 1 }, unit }));
  const lead = new Set(placed.filter(({ occurrence }) => occurrence.prominence > 1).map(({ unit }) => unit));
  return {
    page,
    score: evidence * coverage * (SHARE.apart + SHARE.together * together + SHARE.beside * beside),
    coverage,
    together,
    said: closeness(present, weights, WINDOW, lead) / total,
    exact,
    occurrences: placed.map(({ occurrence }) => occurrence),
  };
}

/** The greatest weight of different units that stand within one window. */
function closeness(
  placed: readonly { occurrence: Occurrence; unit: number }[],
  weights: readonly number[],
  window: number,
  everywhere: ReadonlySet<number> = new Set(),
): number {
  const given = [...everywhere].reduce((sum, unit) => sum + (weights[unit] ?? 0), 0);
  /** The best reading of each unit: in the window, and anywhere on the page. */
  const seen = weights.map(() => 0);
  const bestOf = weights.map(() => 0);
  for (const { occurrence, unit } of placed) bestOf[unit] = Math.max(bestOf[unit] ?? 0, occurrence.weight);
  const most = weights.reduce((sum, weight, unit) => (everywhere.has(unit) ? sum : sum + weight * (bestOf[unit] ?? 0)), given);
  let best = given;
  // No window has more than the page: common words stand in hundreds of them.
  for (let first = 0; first < placed.length && best < most - ROUNDING; first++) {
    const from = placed[first]?.occurrence.position ?? 0;
    const units: number[] = [];
    for (let at = first; at < placed.length; at++) {
      const each = placed[at];
      if (!each || each.occurrence.position > from + window) break;
      if (seen[each.unit] === 0) units.push(each.unit);
      seen[each.unit] = Math.max(seen[each.unit] ?? 0, each.occurrence.weight);
    }
    let sum = given;
    for (const unit of units) {
      if (!everywhere.has(unit)) sum += (weights[unit] ?? 0) * (seen[unit] ?? 0);
      seen[unit] = 0;
    }
    best = Math.max(best, sum);
  }
  return best;
}

/** Sums of the same numbers in another order differ by less. */
const ROUNDING = 1e-9;
