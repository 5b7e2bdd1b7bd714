/**
 * Terms and where their variants stand → how well each case answers. Pure: postings in, scores out.
 *
 * A case has a score, by which hits are ordered (BM25F over passages and over the whole case), and a fullness, which decides whether all that was asked for
 * is there. Both are sums over terms and over pairs of neighbouring terms, so that there is no number of words at which anything changes.
 */
import type { CaseEntry } from '../runtime/page.ts';
import { FIELDS, type Field, type Place, ROW, WINDOW, fieldOf, passageAt, positionOf } from '../runtime/positions.ts';
import type { Postings } from '../runtime/postings.ts';
import type { Parameters } from './parameters.ts';
import type { Term, Variant } from './term.ts';

/** A variant and where it stands. */
export interface Found {
  readonly variant: Variant;
  readonly postings: Postings;
}

export interface ScoredCase {
  /** Number of the page in the index. */
  readonly page: number;
  readonly score: number;
  /** Share of what was asked for that is there, said together; 0 to 1. */
  readonly fullness: number;
  /** The same without regard to what stands together. */
  readonly coverage: number;
  /** What the case has of each term, by the trust of its best variant; 0 for nothing. */
  readonly has: readonly number[];
  /** Best first. */
  readonly passages: readonly ScoredPassage[];
}

export interface ScoredPassage {
  /** Index position where it begins. */
  readonly start: number;
  readonly field: Field;
  readonly score: number;
  readonly fullness: number;
  readonly marks: readonly Mark[];
}

/** Index positions to be marked. */
export interface Mark {
  readonly position: number;
  readonly length: number;
  readonly exact: boolean;
  /** A syllable or an affix: marked only beside something else. */
  readonly minor: boolean;
}

const NUMBER = { heading: FIELDS.indexOf('heading'), note: FIELDS.indexOf('note'), ask: FIELDS.indexOf('ask') };

/** Scores of all cases where anything of the query stands, in no order. */
export function scoreCases(
  terms: readonly Term[],
  found: readonly Found[],
  cases: readonly CaseEntry[],
  parameters: Parameters,
): readonly ScoredCase[] {
  const weights = weigh(terms, found, cases, parameters);
  const pairs = terms.slice(1).map((term, first): Pair => {
    const ofWord = term.word === terms[first]?.word;
    const weight = ((ofWord ? 1 : parameters.apart) * ((weights[first] ?? 0) + (weights[first + 1] ?? 0))) / 2;
    return { first, ofWord, weight, reach: ofWord ? parameters.reach.word : parameters.reach.query };
  });
  const asked: Asked = { terms, weights, pairs, parameters, total: sum(weights) + sum(pairs.map(({ weight }) => weight)) };
  const pages = new Set(found.flatMap(({ postings }) => [...postings.keys()]));
  return [...pages].flatMap((page) => {
    const entry = cases[page];
    return entry && asked.total > 0 ? [scoreCase(page, entry, asked, found)] : [];
  });
}

/** What each term weighs: rare ones say more, in the catalogue and in the language. */
function weigh(
  terms: readonly Term[],
  found: readonly Found[],
  cases: readonly CaseEntry[],
  { rarity, share, nowhere }: Parameters,
): readonly number[] {
  const passageCount = sum(cases.map(({ texts, rows, end }) => 1 + (rows - texts) / WINDOW + (end - rows) / ROW));
  return terms.map((term, at) => {
    const own = found.filter(({ variant }) => variant.kind === 'exact' && variant.from === at);
    const pages = new Set(own.flatMap(({ postings }) => [...postings.keys()]));
    let passages = 0;
    for (const { postings } of own) for (const [page, places] of postings) passages += countPassages(places, cases[page]);
    const telling = (idf(passages, passageCount) + idf(pages.size, cases.length)) / 2;
    const isFound = found.some(({ variant }) => variant.from <= at && at < variant.to);
    return telling * (1 - rarity + rarity * term.rarity) * shareOf(term, share) * (isFound ? 1 : nowhere);
  });
}

function idf(count: number, all: number): number {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5)) / Math.log(1 + 2 * all);
}

function countPassages(places: readonly Place[], entry: CaseEntry | undefined): number {
  let count = 0;
  let last = -1;
  for (const one of entry ? places : []) {
    const start = entry ? passageAt(positionOf(one), entry) : 0;
    if (start !== last) count++;
    last = start;
  }
  return count;
}

function shareOf(term: Term, share: Parameters['share']): number {
  return term.class === 'verb' ? share.verb : term.class === 'minor' ? share.minor : 1;
}

/** Neighbouring terms. */
interface Pair {
  /** Number of the first of them. */
  readonly first: number;
  /** They are parts of one word. */
  readonly ofWord: boolean;
  readonly weight: number;
  readonly reach: number;
}

interface Asked {
  readonly terms: readonly Term[];
  readonly weights: readonly number[];
  readonly pairs: readonly Pair[];
  /** What a case has that has everything. */
  readonly total: number;
  readonly parameters: Parameters;
}

/** What a passage has of a term. */
interface Hit {
  variant: Variant;
  /** What it brings to the score of the passage, and of the case. */
  mass: number;
  frequency: number;
  /** Trust of the most trusted variant. */
  trust: number;
  field: number;
  readonly positions: number[];
}

function scoreCase(
  page: number,
  entry: CaseEntry,
  { terms, weights, pairs, total, parameters }: Asked,
  found: readonly Found[],
): ScoredCase {
  const { best, full, mostOfPassage, place, saturation } = parameters;
  const passages = new Map<number, (Hit | undefined)[]>();
  for (const { variant, postings } of found) {
    const places = postings.get(page);
    if (places) for (const [start, hit] of hitsOf(variant, places, entry, parameters)) addHit(passages, start, hit, terms.length);
  }
  const has = terms.map(() => 0);
  const frequency = terms.map(() => 0);
  const near = pairs.map(() => 0);
  const scored: ScoredPassage[] = [];
  for (const [start, hits] of passages) {
    let score = 0;
    let fullness = 0;
    for (const [at, hit] of hits.entries()) {
      if (!hit) continue;
      const weight = weights[at] ?? 0;
      score += weight * hit.mass;
      fullness += weight * hit.trust;
      has[at] = Math.max(has[at] ?? 0, hit.trust);
      frequency[at] = (frequency[at] ?? 0) + Math.min(mostOfPassage, hit.frequency);
    }
    for (const [at, pair] of pairs.entries()) {
      const nearness = nearnessOf(hits[pair.first], hits[pair.first + 1], pair);
      fullness += pair.weight * nearness;
      near[at] = Math.max(near[at] ?? 0, nearness);
    }
    scored.push({
      start,
      field: fieldOfPassage(hits),
      score,
      fullness: fullness / total,
      marks: hits.flatMap((hit, at) => marksOf(hit, terms[at])),
    });
  }
  scored.sort((a, b) => b.score - a.score || a.start - b.start);
  const covered = sum(terms.map((_, at) => (weights[at] ?? 0) * (has[at] ?? 0)));
  const whole = (covered + sum(pairs.map(({ weight }, at) => weight * (near[at] ?? 0)))) / total;
  const fullest = Math.max(0, ...scored.map(({ fullness }) => fullness));
  const spread = sum(terms.map((_, at) => (weights[at] ?? 0) * saturate(frequency[at] ?? 0, saturation.case)));
  const named = sum(terms.map((term, at) => (namesPlace(term, terms, entry) ? (weights[at] ?? 0) : 0)));
  return {
    page,
    score: best * (scored[0]?.score ?? 0) + (1 - best) * spread + place * named,
    fullness: full.passage * fullest + (1 - full.passage) * whole,
    coverage: covered / sum(weights),
    has,
    passages: scored,
  };
}

/** The occurrences of one variant by the passages they lie in. */
function hitsOf(
  variant: Variant,
  places: readonly Place[],
  entry: CaseEntry,
  { boost, saturation, trust }: Parameters,
): ReadonlyMap<number, Hit> {
  const byPassage = new Map<number, Place[]>();
  for (const one of places) {
    const start = passageAt(positionOf(one), entry);
    const list = byPassage.get(start);
    if (list) list.push(one);
    else byPassage.set(start, [one]);
  }
  const hits = new Map<number, Hit>();
  for (const [start, own] of byPassage) {
    const said = own.filter((one) => fieldOf(one) !== NUMBER.ask);
    const asks = own.length - said.length;
    const isLead = start < entry.texts;
    let most = 0;
    for (const one of said) most = Math.max(most, isLead ? boost.lead : boostOf(fieldOf(one), boost));
    const heading = said.some((one) => fieldOf(one) === NUMBER.heading) ? boost.heading : 0;
    const tf = (said.length > 0 ? most * (1 + Math.log(said.length)) : 0) + heading + boost.ask * Math.min(2, asks);
    const field = fieldOf(said[0] ?? own[0] ?? 0);
    const isAside = said.length === 0 || field === NUMBER.note;
    hits.set(start, {
      variant,
      mass: variant.trust * saturate(tf, saturation.passage),
      frequency: variant.trust * tf,
      trust: variant.trust * (isAside ? trust.same : 1),
      field,
      positions: own.map(positionOf),
    });
  }
  return hits;
}

/** What an occurrence in the field counts, by the number of the field. */
function boostOf(field: number, boost: Parameters['boost']): number {
  const name = FIELDS[field];
  if (name === 'note') return boost.note;
  return name === 'figure' || name === 'event' || name === 'organisation' || name === 'instrument' ? boost.row : 1;
}

function addHit(passages: Map<number, (Hit | undefined)[]>, start: number, hit: Hit, terms: number): void {
  let hits = passages.get(start);
  if (!hits) passages.set(start, (hits = Array.from({ length: terms }, () => undefined)));
  for (let at = hit.variant.from; at < hit.variant.to; at++) {
    const known = hits[at];
    if (!known || hit.mass > known.mass) hits[at] = { ...hit, trust: Math.max(hit.trust, known?.trust ?? 0) };
    else known.trust = Math.max(known.trust, hit.trust);
  }
}

/** BM25's: the more often, the less another one adds; 1 for one plain occurrence. */
function saturate(frequency: number, half: number): number {
  return ((1 + half) * frequency) / (frequency + half);
}

/** How near two terms of a passage stand: 1 side by side, in the order of the query. Parts of one word stand in no other order. */
function nearnessOf(a: Hit | undefined, b: Hit | undefined, { reach, ofWord }: Pair): number {
  if (!a || !b) return 0;
  const far = a.variant === b.variant ? 0 : distance(a, b, !ofWord) - 1;
  return Math.min(a.trust, b.trust) / (1 + far / reach);
}

/** Positions from the one to the other where they stand nearest; one more when they stand the other way round, if they may. */
function distance(a: Hit, b: Hit, mayTurn: boolean): number {
  let nearest = Number.POSITIVE_INFINITY;
  let at = 0;
  const lengthOf = ({ variant }: Hit): number => Math.max(1, variant.terms.length);
  for (const position of a.positions) {
    while (at < b.positions.length && (b.positions[at] ?? 0) < position) at++;
    const after = b.positions[at];
    const before = b.positions[at - 1];
    if (after !== undefined) nearest = Math.min(nearest, Math.max(1, after - (position + lengthOf(a) - 1)));
    if (mayTurn && before !== undefined) nearest = Math.min(nearest, Math.max(1, position - (before + lengthOf(b) - 1)) + 1);
  }
  return nearest;
}

/** The query says where: 부평구, 부평, 인천. */
function namesPlace({ text, word }: Term, terms: readonly Term[], { province, municipality }: CaseEntry): boolean {
  const whole = terms
    .filter((term) => term.word === word)
    .map((term) => term.text)
    .join('');
  return [text, whole].some((name) => name.length > 1 && (municipality.startsWith(name) || province.startsWith(name)));
}

function fieldOfPassage(hits: readonly (Hit | undefined)[]): Field {
  const fields = hits.flatMap((hit) => (hit && hit.field !== NUMBER.ask ? [hit.field] : []));
  return FIELDS[fields.find((field) => field !== NUMBER.heading) ?? fields[0] ?? NUMBER.ask] ?? 'body';
}

function marksOf(hit: Hit | undefined, term: Term | undefined): readonly Mark[] {
  if (!hit) return [];
  const { variant, positions } = hit;
  const length = Math.max(1, variant.terms.length + (variant.range ? 1 : 0));
  return positions.map((position) => ({
    position,
    length,
    exact: variant.kind === 'exact',
    minor: term?.class === 'minor' && length === 1,
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
