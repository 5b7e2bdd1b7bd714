/**
 * Messages between the page and the search worker. Every request carries a number that its answers repeat.
 */
import type { SearchAnswer, SearchOptions } from './answer.ts';
import type { Manifest } from './assets.ts';

/** Where the site is, and what its manifest says: the page reads it while the worker is still on its way. */
export interface SiteFiles {
  /** Absolute address of the site's root with its base path and a slash at the end. */
  readonly site: string;
  readonly manifest: Manifest;
  /** Counts how often the page has given up on the files it had; from 1 on, nothing that the browser has kept is trusted. */
  readonly attempt: number;
}

/**
 * Page → worker. `open` fetches everything a search needs (on focus), and what has been typed so far may need; `search` opens by itself when it must.
 */
export type Request =
  | { readonly type: 'open'; readonly id: number; readonly files: SiteFiles; readonly query: string }
  | { readonly type: 'search'; readonly id: number; readonly files: SiteFiles; readonly query: string; readonly options: SearchOptions };

/** Worker → page. */
export type Response =
  | { readonly type: 'opened'; readonly id: number }
  | { readonly type: 'partial' | 'answer'; readonly id: number; readonly answer: SearchAnswer }
  | { readonly type: 'failed'; readonly id: number; readonly reason: 'unavailable' | 'broken'; readonly detail: string };

/**
 * unavailable: files missing, blocked, damaged or of another build; outdated: the site has been published anew with other scripts than those of
 * this page; broken: a fault of ours.
 */
export type FailureReason = 'unavailable' | 'outdated' | 'broken';
