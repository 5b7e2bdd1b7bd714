import type { Facet, Filters } from '../answer.ts';

/** What the address of the search page says. */
export interface SearchState {
  query: string;
  filters: Filters;
  /** Take the query as typed, without corrections and near words. */
  literal: boolean;
}

export const FACETS = ['region', 'sector', 'tier', 'topic'] as const satisfies readonly Facet[];

/** Reads `?q=…&region=…&topic=…&exact=1`. Long or hostile values are only ever text. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const filters: Filters = {};
  for (const facet of FACETS) {
    const values = [...new Set(parameters.getAll(facet).filter((value) => /^[a-z][a-z0-9-]{0,60}$/.test(value)))];
    if (values.length > 0) filters[facet] = values;
  }
  return { query: (parameters.get('q') ?? '').trim().slice(0, 300), filters, literal: parameters.get('exact') === '1' };
}

/** The address of a state: the same state always gives the same address. */
export function writeState({ query, filters, literal }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const facet of FACETS) for (const value of [...(filters[facet] ?? [])].sort()) parameters.append(facet, value);
  if (literal) parameters.set('exact', '1');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
