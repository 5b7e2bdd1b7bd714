/**
 * Scored cases → hits as they are shown.
 */
import type { Field } from './positions.ts';
import type { ScoredCase, ScoredPassage } from '../query/score.ts';
import type { Outcome } from '../query/search.ts';
import type { Hit, RowList, SearchAnswer, Tier } from './answer.ts';
import type { CaseEntry } from './page.ts';

/** A hit and what is known of it besides. */
export interface Matched {
  readonly hit: Hit;
  readonly entry: CaseEntry;
  /** Best first. */
  readonly passages: readonly ScoredPassage[];
}

/** Hits of both tiers, best first. */
export function toMatched(outcome: Outcome, cases: readonly CaseEntry[]): readonly Matched[] {
  const make = (scored: ScoredCase, tier: Tier): readonly Matched[] => {
    const entry = cases[scored.page];
    return entry ? [{ hit: toHit(scored, tier, entry, outcome), entry, passages: order(scored.passages, outcome) }] : [];
  };
  return [...outcome.full.flatMap((scored) => make(scored, 'full')), ...outcome.partial.flatMap((scored) => make(scored, 'partial'))];
}

function toHit({ score, has, passages }: ScoredCase, tier: Tier, entry: CaseEntry, { query }: Outcome): Hit {
  const { slug, title, province, municipality, region, sector, topics } = entry;
  const exact = has.every((trust) => trust === 1);
  const missing = tier === 'full' ? [] : query.terms.filter((term, at) => has[at] === 0 && term.class !== 'minor').map(({ text }) => text);
  const viaSynonym = !exact && (passages[0]?.marks.some((mark) => !mark.exact) ?? false);
  return {
    slug,
    title,
    province,
    municipality,
    region,
    sector,
    topics,
    url: `/cases/${slug}/`,
    score,
    tier,
    missing,
    exact,
    viaSynonym,
    passages: [],
  };
}

const AMOUNTS: readonly Field[] = ['figure', 'table'];
/** Share of the fullest passage that a figure or a table must have of the query to come before it. */
const LEAST_OF_FULLEST = 0.5;

/** When amounts are asked for, figures and tables that have most of the query come before texts. */
function order(passages: readonly ScoredPassage[], { query }: Outcome): readonly ScoredPassage[] {
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
export function countRows({ passages }: Outcome): SearchAnswer['rows'] {
  const rows: Record<RowList, number> = { figures: 0, timeline: 0, organisations: 0, instruments: 0 };
  for (const { field } of passages) {
    const list = ROW_LISTS[field];
    if (list) rows[list]++;
  }
  return rows;
}
