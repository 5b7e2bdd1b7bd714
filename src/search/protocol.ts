/**
 * Messages between the page and the search worker. Every request carries a number that its answers repeat.
 */
import type { SearchAnswer, SearchOptions } from './answer.ts';

/** Page → worker. `open` fetches everything a search needs (on focus); `search` opens by itself when it must. */
export type Request =
  | { readonly type: 'open'; readonly id: number; readonly site: string }
  | { readonly type: 'search'; readonly id: number; readonly site: string; readonly query: string; readonly options: SearchOptions };

/** Worker → page. */
export type Response =
  | { readonly type: 'opened'; readonly id: number }
  | { readonly type: 'partial' | 'answer'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly type: 'failed'; readonly id: number; readonly reason: FailureReason; readonly detail: string };

/** unavailable: files missing, blocked, damaged or of another build; broken: a fault of ours. */
export type FailureReason = 'unavailable' | 'broken';
