/**
 * Scored cases → hits as they are shown.
 */
import type { Field } from './positions.ts';
import type { ScoredCase } from '../query/score.ts';
import type { Outcome } from '../query/search.ts';
import type { Query } from '../query/term.ts';
import type { Hit, RowList, SearchAnswer, Tier } from './answer.ts';
import type { CaseEntry } from './page.ts';

/** A hit and what is known of it besides. */
export interface Matched {
  readonly hit: Hit;
  readonly entry: CaseEntry;
  readonly scored: ScoredCase;
}

/** Hits of both tiers, best first. */
export function toMatched({ query, full, partial }: Outcome, cases: readonly CaseEntry[]): readonly Matched[] {
  const make = (scored: ScoredCase, tier: Tier): readonly Matched[] => {
    const entry = cases[scored.page];
    return entry ? [{ hit: toHit(scored, tier, entry, query), entry, scored }] : [];
  };
  return [...full.flatMap((scored) => make(scored, 'full')), ...partial.flatMap((scored) => make(scored, 'partial'))];
}

function toHit({ score, has }: ScoredCase, tier: Tier, entry: CaseEntry, { terms }: Query): Hit {
  const { slug, title, province, municipality, region, sector, topics } = entry;
  const missing = tier === 'full' ? [] : terms.filter((term, at) => has[at] === 0 && term.class !== 'minor').map(({ text }) => text);
  const exact = has.every((trust) => trust === 1);
  const place = { slug, title, province, municipality, region, sector, topics, url: `/cases/${slug}/` };
  return { ...place, score, tier, missing, exact, viaSynonym: !exact && missing.length === 0, passages: [] };
}

const ROW_LISTS: Readonly<Partial<Record<Field, RowList>>> = {
  figure: 'figures',
  event: 'timeline',
  organisation: 'organisations',
  instrument: 'instruments',
};

/** How many rows answer the query by themselves. */
export function countRows({ rows }: Outcome): SearchAnswer['rows'] {
  const counts: Record<RowList, number> = { figures: 0, timeline: 0, organisations: 0, instruments: 0 };
  for (const [field, count] of rows) {
    const list = ROW_LISTS[field];
    if (list) counts[list] += count;
  }
  return counts;
}
