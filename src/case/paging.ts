/**
 * Cuts a long list into pages of at most `limit` rows; a list that is only a little longer stays whole. An empty list is one empty page.
 */
export function splitRows<T>(rows: readonly T[], limit: number): T[][] {
  if (rows.length <= limit * 1.25) return [[...rows]];
  const count = Math.ceil(rows.length / limit);
  return Array.from({ length: count }, (_, index) => rows.slice(index * limit, (index + 1) * limit));
}

/** The address of a page of a list: `/figures/`, then `/figures/2/`. @param index 0-based */
export function listPagePath(base: `/${string}/`, index: number): `/${string}` {
  return index === 0 ? base : `${base}${String(index + 1)}/`;
}

/** The route parameter of a page of one of several lists under an address: `busan`, then `busan/2`. @param index 0-based */
export function listPageParam(id: string, index: number): string {
  return index === 0 ? id : `${id}/${String(index + 1)}`;
}
