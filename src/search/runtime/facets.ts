/**
 * Narrowing hits by region, sector, tier and topic.
 */
import type { Facet, Filters, SearchAnswer } from './answer.ts';
import type { CaseRecord } from './page.ts';

const FACETS: readonly Facet[] = ['region', 'sector', 'tier', 'topic'];

export function passesAll(record: CaseRecord, filters: Filters): boolean {
  return FACETS.every((facet) => passes(record, facet, filters));
}

function passes(record: CaseRecord, facet: Facet, filters: Filters): boolean {
  const wanted = filters[facet] ?? [];
  return wanted.length === 0 || valuesOf(record, facet).some((value) => wanted.includes(value));
}

function valuesOf(record: CaseRecord, facet: Facet): readonly string[] {
  return facet === 'topic' ? record.topics : [record[facet]];
}

/** Facet → id → number of records, each facet counted with the filters of the others. */
export function countFacets(records: readonly CaseRecord[], filters: Filters): SearchAnswer['facets'] {
  const count = (facet: Facet): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const record of records) {
      if (!FACETS.every((other) => other === facet || passes(record, other, filters))) continue;
      for (const value of valuesOf(record, facet)) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  return { region: count('region'), sector: count('sector'), tier: count('tier'), topic: count('topic') };
}
