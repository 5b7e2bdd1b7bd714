/**
 * Terms and where their variants stand → how well each case answers. Pure: postings in, scores out.
 *
 * A case has a score, by which hits are ordered (BM25F over passages and over the whole case), and a fullness, which decides whether all that was asked for
 * is there. Both are sums over terms and over pairs of neighbouring terms, so that there is no number of words at which anything changes.
 */
import type { CaseEntry } from '../runtime/page.ts';
import { FIELDS, type Field, fieldOf, positionOf } from '../runtime/positions.ts';
import { type HitTable, createHitTable, saturate } from './hit-table.ts';
import type { Parameters } from './parameters.ts';
import type { Found, Query, Term } from './term.ts';
import { weigh } from './weigh.ts';

export interface Scores {
  /** All cases where anything of the query stands, in no order. */
  readonly cases: readonly ScoredCase[];
  /** Number of passages that answer by themselves, by their field. */
  readonly rows: ReadonlyMap<Field, number>;
  /** The best passages of a case, best first; where amounts are asked for, figures and tables that have most of the query before texts. */
  readonly passagesOf: (scored: ScoredCase, most: number) => readonly ScoredPassage[];
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

/** Whether all that was asked for is there; of many words some may be put otherwise. */
export function isFull(fullness: number, { terms }: Query, { full }: Parameters): boolean {
  return fullness >= full.least - full.each * Math.max(0, terms.length - 2);
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

export function scoreCases(query: Query, found: readonly Found[], cases: readonly CaseEntry[], parameters: Parameters): Scores {
  const { terms } = query;
  const weights = weigh(terms, found, cases, parameters);
  const pairs = terms.slice(1).map((term, first): Pair => {
    const ofWord = term.word === terms[first]?.word;
    const weight = ((ofWord ? 1 : parameters.apart) * ((weights[first] ?? 0) + (weights[first + 1] ?? 0))) / 2;
    return { first, ofWord, weight, reach: ofWord ? parameters.reach.word : parameters.reach.query };
  });
  const asked = sum(weights);
  const total = asked + sum(pairs.map(({ weight }) => weight));
  if (total === 0) return { cases: [], rows: new Map(), passagesOf: () => [] };
  const table = createHitTable(weights, found, cases, parameters);
  const rows = new Map<Field, number>();
  /** The case that the table holds. */
  let page = -1;
  const fill = (next: number, entry: CaseEntry): void => {
    table.fill(next, entry);
    page = next;
  };
  const fieldOfPassage = (passage: number): Field => {
    let field: Field = 'ask';
    for (let term = 0; term < terms.length; term++) {
      const cell = table.cellOf(passage, term);
      if (table.trust[cell] === 0) continue;
      const place = found[table.variant[cell] ?? 0]?.postings.get(page)?.[table.from[cell] ?? 0] ?? 0;
      const name = FIELDS[fieldOf(place)] ?? 'body';
      if (name !== 'ask' && name !== 'heading') return name;
      if (field === 'ask') field = name;
    }
    return field;
  };
  /** Fullness of a passage; what its pairs have is also told to `near`. */
  const fullnessOf = (passage: number, near: number[]): number => {
    const row = table.rowOf(passage);
    let fullness = table.trusted[row] ?? 0;
    const present = table.present[row] ?? 0;
    // Both terms of a pair must be there.
    for (let left = present & (present >> 1), at = 0; left !== 0; left >>= 1, at++) {
      const pair = pairs[at];
      if (!pair || (left & 1) === 0) continue;
      const nearness = nearnessOf(table, found, page, passage, pair);
      fullness += pair.weight * nearness;
      near[at] = Math.max(near[at] ?? 0, nearness);
    }
    return fullness / total;
  };

  const scoreCase = (entry: CaseEntry): ScoredCase => {
    const { best, full, place, saturation } = parameters;
    const near = pairs.map(() => 0);
    let highest = 0;
    let fullest = 0;
    for (const passage of table.passages) {
      const fullness = fullnessOf(passage, near);
      highest = Math.max(highest, table.score[table.rowOf(passage)] ?? 0);
      fullest = Math.max(fullest, fullness);
      if (!isFull(fullness, query, parameters)) continue;
      const field = fieldOfPassage(passage);
      rows.set(field, (rows.get(field) ?? 0) + 1);
    }
    const has = Array.from(table.has);
    const covered = sum(has.map((trust, term) => (weights[term] ?? 0) * trust));
    const whole = (covered + sum(pairs.map(({ weight }, at) => weight * (near[at] ?? 0)))) / total;
    const spread = sum(weights.map((weight, term) => weight * saturate(table.frequency[term] ?? 0, saturation.case)));
    const named = sum(terms.map((term, at) => (namesPlace(term, terms, entry) ? (weights[at] ?? 0) : 0)));
    return {
      page,
      score: best * highest + (1 - best) * spread + place * named,
      fullness: full.passage * fullest + (1 - full.passage) * whole,
      coverage: covered / asked,
      has,
    };
  };

  const marksOf = (passage: number): readonly Mark[] =>
    terms.flatMap((term, at) => {
      const cell = table.cellOf(passage, at);
      const one = found[table.variant[cell] ?? 0];
      if (!one || table.trust[cell] === 0) return [];
      const { kind, terms: own, range } = one.variant;
      const length = Math.max(1, own.length + (range ? 1 : 0));
      const places = one.postings.get(page)?.slice(table.from[cell], table.to[cell]) ?? [];
      const minor = term.class === 'minor' && length === 1;
      return Array.from(places, (place): Mark => ({ position: positionOf(place), length, exact: kind === 'exact', minor }));
    });

  const pages = new Set(found.flatMap(({ postings }) => [...postings.keys()]));
  return {
    cases: [...pages].flatMap((next) => {
      const entry = cases[next];
      if (!entry) return [];
      fill(next, entry);
      return [scoreCase(entry)];
    }),
    rows,
    passagesOf(scored, most) {
      const entry = cases[scored.page];
      if (!entry) return [];
      fill(scored.page, entry);
      const passages = table.passages
        .map((start): Ranked => ({
          start,
          field: fieldOfPassage(start),
          score: table.score[table.rowOf(start)] ?? 0,
          fullness: fullnessOf(start, []),
        }))
        .sort((a, b) => b.score - a.score || a.start - b.start);
      return (query.asksAmount ? amountsFirst(passages) : passages)
        .slice(0, most)
        .map((passage) => ({ ...passage, marks: marksOf(passage.start) }));
    },
  };
}

type Ranked = Omit<ScoredPassage, 'marks'>;

const AMOUNTS: readonly Field[] = ['figure', 'table'];
/** Share of the fullest passage that a figure or a table must have of the query to come before it. */
const LEAST_OF_FULLEST = 0.5;

function amountsFirst(passages: readonly Ranked[]): readonly Ranked[] {
  const least = LEAST_OF_FULLEST * Math.max(0, ...passages.map(({ fullness }) => fullness));
  const isAmount = ({ field, fullness }: Ranked): boolean => AMOUNTS.includes(field) && fullness >= least;
  return passages.toSorted((a, b) => Number(isAmount(b)) - Number(isAmount(a)) || b.fullness - a.fullness);
}

/** How near two terms of a passage stand: 1 side by side, in the order of the query. Parts of one word stand in no other order. */
function nearnessOf(table: HitTable, found: readonly Found[], page: number, passage: number, { first, ofWord, reach }: Pair): number {
  const a = table.cellOf(passage, first);
  const b = a + 1;
  const trust = Math.min(table.trust[a] ?? 0, table.trust[b] ?? 0);
  if (trust === 0) return 0;
  if (table.variant[a] === table.variant[b]) return trust;
  const [one, other] = [found[table.variant[a] ?? 0], found[table.variant[b] ?? 0]];
  const places = one?.postings.get(page);
  const others = other?.postings.get(page);
  if (!one || !other || !places || !others) return 0;
  const [length, otherLength] = [Math.max(1, one.variant.terms.length), Math.max(1, other.variant.terms.length)];
  let nearest = Number.POSITIVE_INFINITY;
  let next = table.from[b] ?? 0;
  const start = next;
  const end = table.to[b] ?? 0;
  for (let at = table.from[a] ?? 0; at < (table.to[a] ?? 0) && nearest > 1; at++) {
    const position = positionOf(places[at] ?? 0);
    while (next < end && positionOf(others[next] ?? 0) < position) next++;
    if (next < end) nearest = Math.min(nearest, Math.max(1, positionOf(others[next] ?? 0) - (position + length - 1)));
    // The other way round counts as one further apart.
    if (!ofWord && next > start) {
      nearest = Math.min(nearest, Math.max(1, position - (positionOf(others[next - 1] ?? 0) + otherLength - 1)) + 1);
    }
  }
  return trust / (1 + (nearest - 1) / reach);
}

/** The query says where: 부평구, 부평, 인천. */
function namesPlace({ text, word }: Term, terms: readonly Term[], { province, municipality }: CaseEntry): boolean {
  const whole = terms
    .filter((term) => term.word === word)
    .map((term) => term.text)
    .join('');
  return [text, whole].some((name) => name.length > 1 && (municipality.startsWith(name) || province.startsWith(name)));
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
