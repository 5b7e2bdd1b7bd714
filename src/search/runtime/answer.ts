/**
 * What a search answers: plain data, so that it crosses from the worker to the page.
 */
import type { CaseRecord, PassageKind } from './page.ts';

export interface SearchOptions {
  /** Facet → ids, any of which will do; facets are combined. */
  readonly filters?: Filters;
  /** Look for exactly what was typed: the way back from a note. */
  readonly literal?: boolean;
  /** Words of the query, as typed, that every hit must hold: the way from a hit that lacks them. */
  readonly demanded?: readonly string[];
  /** So many hits at most are given; `DEFAULT_MOST` by default. */
  readonly most?: number;
  /** False for an answer without passages. */
  readonly excerpts?: boolean;
}

export const DEFAULT_MOST = 20;

export type Facet = 'region' | 'sector' | 'tier' | 'topic';
export type Filters = Partial<Record<Facet, readonly string[]>>;

export interface SearchAnswer {
  /** As typed. */
  readonly query: string;
  /** What was understood otherwise than typed, in Korean, e.g. `‘공정무역’(으)로 찾은 결과`. */
  readonly notes: readonly AnswerNote[];
  /** The first hits after filtering: `most` full ones, best first, then at most five partial ones, best first. */
  readonly hits: readonly Hit[];
  /** Number of full hits after filtering. */
  readonly matched: number;
  /** Facet → id → number of hits, each facet counted with the filters of the others. */
  readonly facets: Readonly<Record<Facet, Readonly<Record<string, number>>>>;
  /** Number of hits before filtering. */
  readonly unfiltered: number;
  /** Rows that answer the query themselves, by the list that holds them. */
  readonly rows: Readonly<Record<RowList, number>>;
  /** Filled only when there are no hits. */
  readonly suggestions: Suggestions;
}

/** Lists across cases that a search leads to: `/figures/?q=…` */
export type RowList = 'figures' | 'timeline' | 'organisations' | 'instruments';

/** full: all that was asked for; partial: a part of it. */
export type Tier = 'full' | 'partial';

export interface AnswerNote {
  readonly kind: 'keyboard' | 'initials' | 'typo' | 'synonym';
  readonly text: string;
  /** The query to search with `literal` to take the change back. */
  readonly literal: string;
}

export interface Hit extends Omit<CaseRecord, 'topics'> {
  readonly topics: readonly string[];
  /** Path of the case without the base path: `/cases/busan-yeonje/`. */
  readonly url: string;
  readonly score: number;
  readonly tier: Tier;
  /** Words of the query, as typed, that a partial hit lacks. */
  readonly missing: readonly string[];
  /** Everything asked for stands there as typed; otherwise by synonym or correction, or not all of it. */
  readonly exact: boolean;
  readonly viaSynonym: boolean;
  /** Best first; empty until the blocks have been fetched. */
  readonly passages: readonly Passage[];
  /** There are passages, but the text of none of them could be read. */
  readonly isCut?: true;
}

export interface Passage {
  /** Path with the anchor: `/cases/busan-yeonje/#background`. */
  readonly url: string;
  readonly heading: string;
  /** Printed pages as shown: `173–174쪽`; may be empty. */
  readonly pages: string;
  readonly kind: PassageKind;
  readonly excerpt: readonly ExcerptPart[];
  /** Words of the passage that stand on its page for the first time (`fragment.ts`): a link may name them beside the anchor. */
  readonly fragment?: string;
}

export interface ExcerptPart {
  readonly text: string;
  readonly mark?: 'exact' | 'synonym';
}

export interface Suggestions {
  /** Words of the site near to what was typed. */
  readonly terms: readonly string[];
}
