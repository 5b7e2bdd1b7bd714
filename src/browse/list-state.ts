/**
 * What a reader has chosen of a list, and its form in the address: `?region=seoul&region=busan&topic=youth&q=축제&sort=-value`.
 * Within a facet one value is enough (OR), across facets all must hold (AND).
 */

export interface ListState {
  /** What was typed, as typed. */
  text: string;
  /** Chosen values by facet, in the order of the facet's own values; facets without a choice are absent. */
  chosen: ReadonlyMap<string, readonly string[]>;
  /** Column to order by; absent for the list's own order. */
  sort?: { key: string; descending: boolean };
}

/** What a list can be asked for: the values of its facets and the columns that it can be ordered by. */
export interface ListShape {
  facets: ReadonlyMap<string, readonly string[]>;
  sorts: readonly string[];
}

/** A value of the address that the list does not know. */
export interface UnknownValue {
  key: string;
  value: string;
}

export const TEXT_KEY = 'q';
export const SORT_KEY = 'sort';

/** Reads an address. What the list does not know is left out and told; keys that are nobody's (campaign marks) are left alone. */
export function readState(params: URLSearchParams, shape: ListShape): { state: ListState; unknown: UnknownValue[] } {
  const unknown: UnknownValue[] = [];
  const chosen = new Map<string, readonly string[]>();
  for (const [key, values] of shape.facets) {
    const asked = new Set(params.getAll(key).filter((value) => value !== ''));
    for (const value of asked) if (!values.includes(value)) unknown.push({ key, value });
    const known = values.filter((value) => asked.has(value));
    if (known.length > 0) chosen.set(key, known);
  }
  const state: ListState = { text: (params.get(TEXT_KEY) ?? '').trim(), chosen };
  const asked = params.get(SORT_KEY);
  if (asked !== null && asked !== '') {
    const key = asked.replace(/^-/, '');
    if (shape.sorts.includes(key)) state.sort = { key, descending: asked.startsWith('-') };
    else unknown.push({ key: SORT_KEY, value: asked });
  }
  return { state, unknown };
}

/** The same state as the query of an address, `''` when nothing is chosen. The same state always gives the same query. */
export function writeState({ text, chosen, sort }: ListState): string {
  const params = new URLSearchParams();
  for (const [key, values] of chosen) for (const value of values) params.append(key, value);
  if (text !== '') params.set(TEXT_KEY, text);
  if (sort) params.set(SORT_KEY, (sort.descending ? '-' : '') + sort.key);
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** True when the list stands as it was made. */
export function isPlain({ text, chosen, sort }: ListState): boolean {
  return text === '' && chosen.size === 0 && sort === undefined;
}
