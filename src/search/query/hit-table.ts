/**
 * What the passages of one case have of each term of a query, in arrays that are filled anew for every case: a common word stands in most passages of the
 * site, and an object for each of them is what would take the time.
 */
import type { CaseEntry } from '../runtime/page.ts';
import { FIELDS, ROW, fieldOf, passageAt, passageEnd, positionOf, toPlace } from '../runtime/positions.ts';
import type { Parameters } from './parameters.ts';
import type { Found } from './term.ts';

/** Cells are numbered by passage and term: `cellOf`. */
export interface HitTable {
  /** Passages of the case where any term stands, by the position where they begin. */
  readonly passages: readonly number[];
  readonly cellOf: (passage: number, term: number) => number;
  /** What the term brings to the score of the passage; 0 where it does not stand. */
  readonly mass: Float64Array;
  /** What the term brings to the score of the case. */
  readonly frequency: Float64Array;
  /** Trust of the most trusted variant. */
  readonly trust: Float64Array;
  /** The variant that brings the mass (index in the list that was given), and where its places begin and end in its postings. */
  readonly variant: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Forgets the case before and reads another one. */
  readonly fill: (page: number, entry: CaseEntry) => void;
}

const HEADING = FIELDS.indexOf('heading');
const NOTE = FIELDS.indexOf('note');
const ASK = FIELDS.indexOf('ask');

export function createHitTable(terms: number, found: readonly Found[], cases: readonly CaseEntry[], parameters: Parameters): HitTable {
  const { boost, saturation, trust: trusts } = parameters;
  const boosts = FIELDS.map((field) => {
    if (field === 'lead' || field === 'note') return boost[field];
    return field === 'figure' || field === 'event' || field === 'organisation' || field === 'instrument' ? boost.row : 1;
  });
  const longest = cases.reduce((most, { end }) => Math.max(most, end), 0);
  // Every passage begins at a multiple of a row.
  const cells = (longest / ROW + 1) * terms;
  const cellOf = (passage: number, term: number): number => (passage / ROW) * terms + term;
  const mass = new Float64Array(cells);
  const frequency = new Float64Array(cells);
  const trust = new Float64Array(cells);
  const variants = new Int32Array(cells);
  const from = new Int32Array(cells);
  const to = new Int32Array(cells);
  const isTouched = new Uint8Array(longest / ROW + 1);
  const passages: number[] = [];

  const clear = (): void => {
    for (const passage of passages) {
      const first = cellOf(passage, 0);
      mass.fill(0, first, first + terms);
      frequency.fill(0, first, first + terms);
      trust.fill(0, first, first + terms);
      isTouched[passage / ROW] = 0;
    }
    passages.length = 0;
  };
  return {
    passages,
    cellOf,
    mass,
    frequency,
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
          const own = variant.trust * saturate(tf, saturation.passage);
          // What only an ask or a note says is said in other words.
          const sure = variant.trust * (said === 0 || isNote ? trusts.same : 1);
          for (let term = variant.from; term < variant.to; term++) {
            const cell = cellOf(passage, term);
            trust[cell] = Math.max(trust[cell] ?? 0, sure);
            if (own <= (mass[cell] ?? 0)) continue;
            mass[cell] = own;
            frequency[cell] = variant.trust * tf;
            variants[cell] = index;
            from[cell] = start;
            to[cell] = end;
          }
          if (isTouched[passage / ROW] === 1) continue;
          isTouched[passage / ROW] = 1;
          passages.push(passage);
        }
      }
    },
  };
}

/** BM25's: the more often, the less another one adds; 1 for one plain occurrence. */
export function saturate(frequency: number, half: number): number {
  return ((1 + half) * frequency) / (frequency + half);
}
