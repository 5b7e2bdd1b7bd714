/**
 * Where terms stand: the one interface between the query layer and an index, and what is computed from it.
 */
import { type Place, fieldOf, positionOf, toPlace } from './positions.ts';

/** Number of the page → ascending places. */
export type Postings = ReadonlyMap<number, readonly Place[]>;

/** An index of terms. It answers with no postings for what it does not hold, and rejects only when it cannot be read. */
export interface TermIndex {
  /** Ids of the pages, by their number. */
  readonly pages: readonly string[];
  /** Where exactly this term stands. */
  term(term: string): Promise<Postings>;
  /** Where the numbers of a range stand; nowhere when that is more than should be fetched. */
  numbers(range: NumberRange): Promise<Postings>;
}

/** Numbers greater than the one and less than the other. */
export interface NumberRange {
  /** What stands before the number in its term: nothing for a plain one, `w` for won, `qp` for per cent. */
  readonly prefix: string;
  readonly above: number;
  readonly below: number;
}

const NOWHERE: Postings = new Map();

/** Places where the terms stand side by side in this order; the place is that of the first. */
export function adjacent(lists: readonly Postings[]): Postings {
  const [first, ...rest] = lists;
  if (!first || rest.length === 0) return first ?? NOWHERE;
  const found = new Map<number, readonly Place[]>();
  for (const [page, places] of first) {
    let left = places;
    for (const [index, list] of rest.entries()) {
      const others = list.get(page);
      left = others ? followed(left, others, index + 1) : [];
      if (left.length === 0) break;
    }
    if (left.length > 0) found.set(page, left);
  }
  return found;
}

/** Those places that have one of the others so many positions later in the same field. */
function followed(places: readonly Place[], others: readonly Place[], distance: number): readonly Place[] {
  let at = 0;
  return places.filter((place) => {
    const wanted = toPlace(positionOf(place) + distance, fieldOf(place));
    while (at < others.length && (others[at] ?? 0) < wanted) at++;
    return others[at] === wanted;
  });
}
