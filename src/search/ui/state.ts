import { DEFAULT_MOST, type Facet, type Filters } from '../runtime/answer.ts';

/** What the address of the search page says. */
export interface SearchState {
  query: string;
  filters: Filters;
  /** Take the query as typed, without corrections and near words. */
  literal: boolean;
  /** Words of the query that every hit must hold. */
  must: readonly string[];
  /** So many hits are shown. */
  most: number;
}

export const FACETS = ['region', 'sector', 'tier', 'topic'] as const satisfies readonly Facet[];

/** Hits come by so many. */
export const STEP = DEFAULT_MOST;
const MOST_STEPS = 50;
/** Longer queries are cut; the field takes no more either. */
export const LONGEST_QUERY = 300;
const MOST_WORDS = 10;

/** Reads `?q=…&region=…&topic=…&exact=1&must=…&most=40`. Long or hostile values are only ever text. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const query = (parameters.get('q') ?? '').trim().slice(0, LONGEST_QUERY);
  const filters: Filters = {};
  for (const facet of FACETS) {
    const values = [...new Set(parameters.getAll(facet).filter((value) => /^[a-z][a-z0-9-]{0,60}$/.test(value)))];
    if (values.length > 0) filters[facet] = values;
  }
  return {
    query,
    filters,
    literal: parameters.get('exact') === '1',
    must: [...new Set(parameters.getAll('must'))].filter((word) => word !== '' && query.includes(word)).slice(0, MOST_WORDS),
    most: readMost(parameters.get('most')),
  };
}

function readMost(value: string | null): number {
  const steps = Math.ceil(Number(value ?? '') / STEP);
  return STEP * Math.min(MOST_STEPS, Math.max(1, Number.isFinite(steps) ? steps : 1));
}

/** Path of a plain search, in letters: a third of the bytes, and a link that can be read. */
export function searchPath(query: string): `/${string}` {
  const written = query.trim().replace(/[^\p{L}\p{N} .,_~-]/gu, encodeURIComponent);
  return `/search/?q=${written.replaceAll(' ', '+')}`;
}

/** The address of a state: the same state always gives the same address. */
export function writeState({ query, filters, literal, must, most }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const facet of FACETS) for (const value of [...(filters[facet] ?? [])].sort()) parameters.append(facet, value);
  if (literal) parameters.set('exact', '1');
  for (const word of [...must].sort()) parameters.append('must', word);
  if (most > STEP) parameters.set('most', String(most));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
