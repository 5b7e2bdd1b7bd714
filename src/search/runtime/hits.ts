/**
 * Scored cases → hits as they are shown.
 */
import type { Field } from './positions.ts';
import type { ScoredCase, ScoredPassage } from '../query/score.ts';
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

const AMOUNTS: readonly Field[] = ['figure', 'table'];
/** Share of the fullest passage that a figure or a table must have of the query to come before it. */
const LEAST_OF_FULLEST = 0.5;

/** The passages of a hit, best first; when amounts are asked for, figures and tables that have most of the query come before texts. */
export function orderPassages({ query, passagesOf }: Outcome, scored: ScoredCase): readonly ScoredPassage[] {
  const passages = passagesOf(scored);
  if (!query.asksAmount) return passages;
  const least = LEAST_OF_FULLEST * Math.max(0, ...passages.map(({ fullness }) => fullness));
  const isAmount = ({ field, fullness }: ScoredPassage): boolean => AMOUNTS.includes(field) && fullness >= least;
  return [...passages].sort((a, b) => Number(isAmount(b)) - Number(isAmount(a)) || b.fullness - a.fullness);
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
