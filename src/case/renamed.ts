import type { Move } from '../content/schema/departures.ts';

/** Facets whose values have pages of their own, with the folder of these pages. */
export const FACET_PAGES: Readonly<Record<string, string>> = {
  region: 'regions',
  sector: 'sectors',
  tier: 'tiers',
  topic: 'topics',
  body: 'organisations',
};

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
export function describeRenamed(cases: readonly NamedCase[], moves: readonly Move[]): string {
  const ofValues = Object.entries(FACET_PAGES).flatMap(([key, folder]) => {
    const idOf = (path: string) => new RegExp(`^/${folder}/([^/]+)/$`).exec(path)?.[1];
    return moves.flatMap(({ from, to }) => {
      const [old, now] = [idOf(from), idOf(to)];
      return old === undefined || now === undefined ? [] : [`${key}=${old}:${now}`];
    });
  });
  const ofCases = cases.flatMap(({ slug, data }) => data.aliases.flatMap((old) => CASE_KEYS.map((key) => `${key}=${old}:${slug}`)));
  return [...ofValues, ...ofCases].join(' ');
}
