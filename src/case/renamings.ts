import type { Move } from '../content/schema/departures.ts';
import { FACETS, type FacetDefinition } from './facets.ts';

/** What the addresses of lists call a case: `/timeline/?case=…`, `/compare/?cases=…`. */
const CASE_KEYS = ['case', 'cases'];

interface NamedCase {
  slug: string;
  data: { aliases: readonly string[] };
}

/**
 * What queries of old addresses say and what it is called now, for `browse/renamed.ts`: `topic=jobs:job-creation case=old:new cases=old:new`.
 * `''` while nothing has been renamed.
 */
export function describeRenamings(cases: readonly NamedCase[], moves: readonly Move[]): string {
  const facets: readonly FacetDefinition[] = Object.values(FACETS);
  const ofValues = facets.flatMap(({ key, folder }) => {
    if (folder === undefined) return [];
    const idOf = (path: string) => new RegExp(`^/${folder}/([^/]+)/$`).exec(path)?.[1];
    return moves.flatMap(({ from, to }) => {
      const [old, now] = [idOf(from), idOf(to)];
      return old === undefined || now === undefined ? [] : [`${key}=${old}:${now}`];
    });
  });
  const ofCases = cases.flatMap(({ slug, data }) => data.aliases.flatMap((old) => CASE_KEYS.map((key) => `${key}=${old}:${slug}`)));
  return [...ofValues, ...ofCases].join(' ');
}
