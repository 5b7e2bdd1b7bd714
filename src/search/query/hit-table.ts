/**
 * What the passages of one case have of each term of a query, in arrays that are filled anew for every case: a common word stands in most passages of the
 * site, and an object for each of them is what would take the time.
 */
import type { CaseEntry } from '../runtime/page.ts';
import { FIELDS, ROW, fieldOf, passageAt, passageEnd, positionOf, toPlace } from '../runtime/positions.ts';
import type { Parameters } from './parameters.ts';
import type { Found } from './term.ts';

/** Cells are numbered by passage and term (`cellOf`), rows by passage (`rowOf`). */
export interface HitTable {
  /** Passages of the case where any term stands, by the position where they begin. */
  readonly passages: readonly number[];
  readonly rowOf: (passage: number) => number;
  /** Sums over the terms of a passage: what they bring to its score, and their trust, each by the weight of the term. */
  readonly score: Float64Array;
  readonly trusted: Float64Array;
  /** Terms of a passage, a bit for each. */
  readonly present: Int32Array;
  /** By term: trust of its most trusted variant in the case, and what it brings to the score of the case. */
  readonly has: Float64Array;
  readonly frequency: Float64Array;
  readonly cellOf: (passage: number, term: number) => number;
  /** Trust of the most trusted variant. */
  readonly trust: Float64Array;
  /** The variant that brings most (index in the list that was given), and where its places begin and end in its postings. */
  readonly variant: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Forgets the case before and reads another one. */
  readonly fill: (page: number, entry: CaseEntry) => void;
}

const HEADING = FIELDS.indexOf('heading');
const NOTE = FIELDS.indexOf('note');
const ASK = FIELDS.indexOf('ask');

export function createHitTable(
  weights: readonly number[],
  found: readonly Found[],
  cases: readonly CaseEntry[],
  { boost, saturation, trust: trusts }: Parameters,
): HitTable {
  const boosts = FIELDS.map((field) => {
    if (field === 'lead' || field === 'note') return boost[field];
    return field === 'figure' || field === 'event' || field === 'organisation' || field === 'instrument' ? boost.row : 1;
  });
  const terms = weights.length;
  // Every passage begins at a multiple of a row.
  const rows = cases.reduce((most, { end }) => Math.max(most, end), 0) / ROW + 1;
  const rowOf = (passage: number): number => passage / ROW;
  const cellOf = (passage: number, term: number): number => rowOf(passage) * terms + term;
  const passages: number[] = [];
  const [score, trusted, present] = [new Float64Array(rows), new Float64Array(rows), new Int32Array(rows)];
  const [has, frequency] = [new Float64Array(terms), new Float64Array(terms)];
  const [mass, tfs, trust] = [new Float64Array(rows * terms), new Float64Array(rows * terms), new Float64Array(rows * terms)];
  const [variants, from, to] = [new Int32Array(rows * terms), new Int32Array(rows * terms), new Int32Array(rows * terms)];

  const clear = (): void => {
    for (const passage of passages) {
      const row = rowOf(passage);
      score[row] = 0;
      trusted[row] = 0;
      present[row] = 0;
      for (const cells of [mass, tfs, trust]) cells.fill(0, row * terms, (row + 1) * terms);
    }
    passages.length = 0;
    has.fill(0);
    frequency.fill(0);
  };
  /** Counts what one variant brings to one passage, where it is better than what was there. */
  const count = (index: number, passage: number, tf: number, sure: number, start: number, end: number): void => {
    const variant = found[index]?.variant;
    if (!variant) return;
    const row = rowOf(passage);
    if (present[row] === 0) passages.push(passage);
    const own = variant.trust * saturate(tf, saturation.passage);
    for (let term = variant.from; term < variant.to; term++) {
      const cell = row * terms + term;
      const weight = weights[term] ?? 0;
      present[row] = (present[row] ?? 0) | (1 << term);
      const more = sure - (trust[cell] ?? 0);
      if (more > 0) {
        trust[cell] = sure;
        trusted[row] = (trusted[row] ?? 0) + weight * more;
        has[term] = Math.max(has[term] ?? 0, sure);
      }
      if (own <= (mass[cell] ?? 0)) continue;
      score[row] = (score[row] ?? 0) + weight * (own - (mass[cell] ?? 0));
      frequency[term] = (frequency[term] ?? 0) + variant.trust * tf - (tfs[cell] ?? 0);
      mass[cell] = own;
      tfs[cell] = variant.trust * tf;
      variants[cell] = index;
      from[cell] = start;
      to[cell] = end;
    }
  };
  return {
    passages,
    rowOf,
    score,
    trusted,
    present,
    has,
    frequency,
    cellOf,
    trust,
    variant: variants,
    from,
    to,
    fill(page, entry) {
      clear();
      for (const [index, { variant, postings }] of found.entries()) {
        const places = postings.get(page);
        if (!places) continue;
        for (let start = 0, end = 0; start < places.length; start = end) {
          const passage = passageAt(positionOf(places[start] ?? 0), entry);
          const limit = toPlace(passageEnd(passage, entry), 0);
          let asks = 0;
          let most = 0;
          let heading = 0;
          let isNote = false;
          for (end = start; end < places.length && (places[end] ?? 0) < limit; end++) {
            const field = fieldOf(places[end] ?? 0);
            if (field === ASK) asks++;
            else most = Math.max(most, passage < entry.texts ? boost.lead : (boosts[field] ?? 1));
            if (field === HEADING) heading = boost.heading;
            if (field === NOTE) isNote = true;
          }
          const said = end - start - asks;
          const tf = (said > 0 ? most * (1 + Math.log(said)) : 0) + heading + boost.ask * Math.min(2, asks);
          // What only an ask or a note says is said in other words.
          count(index, passage, tf, variant.trust * (said === 0 || isNote ? trusts.same : 1), start, end);
        }
      }
    },
  };
}

/** BM25's: the more often, the less another one adds; 1 for one plain occurrence. */
export function saturate(frequency: number, half: number): number {
  return ((1 + half) * frequency) / (frequency + half);
}
