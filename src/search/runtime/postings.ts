/**
 * Where terms stand: the one interface between the query layer and an index, and what is computed from it.
 */

/** Page id → ascending index positions. */
export type Postings = ReadonlyMap<string, readonly number[]>;

/** An index of terms. Both calls resolve to an empty map for what the index does not hold; they reject only when it cannot be read. */
export interface TermIndex {
  /** Where exactly this term stands. */
  term(term: string): Promise<Postings>;
  /** Where terms stand that begin with these letters (by jamo: 협도 begins 협동). */
  prefix(beginning: string): Promise<Postings>;
}

const NOWHERE: Postings = new Map();

/** Positions where the terms stand side by side in this order; the position is that of the first. */
export function adjacent(lists: readonly Postings[]): Postings {
  const [first, ...rest] = lists;
  if (!first) return NOWHERE;
  if (rest.length === 0) return first;
  const found = new Map<string, readonly number[]>();
  for (const [page, positions] of first) {
    let kept = positions;
    for (const [index, list] of rest.entries()) {
      const others = list.get(page);
      kept = others ? shifted(kept, others, index + 1) : [];
      if (kept.length === 0) break;
    }
    if (kept.length > 0) found.set(page, kept);
  }
  return found;
}

/** The positions that stand so far before one of the others; both ascending. */
function shifted(positions: readonly number[], others: readonly number[], distance: number): readonly number[] {
  let at = 0;
  return positions.filter((position) => {
    while ((others[at] ?? Number.POSITIVE_INFINITY) < position + distance) at++;
    return others[at] === position + distance;
  });
}

/** Positions of the first list near which (`reach` positions either way) all others have one. */
export function near(lists: readonly Postings[], reach: number): Postings {
  const [first, ...rest] = lists;
  if (!first) return NOWHERE;
  const found = new Map<string, readonly number[]>();
  for (const [page, positions] of first) {
    const kept = positions.filter((position) =>
      rest.every((list) => (list.get(page) ?? []).some((other) => Math.abs(other - position) <= reach)),
    );
    if (kept.length > 0) found.set(page, kept);
  }
  return found;
}
