/** What showing an answer needs to know besides the answer. */
import type { SearchState } from './state.ts';

export interface RenderOptions {
  /** Base path with a slash at its end. */
  readonly base: string;
  /** What was asked: links of the answer lead to changes of it. */
  readonly state: SearchState;
  /** Short names of provinces by id: seoul → 서울. */
  readonly regionNames: ReadonlyMap<string, string>;
  /** Names of topics by id, for a reader whose words are nowhere. */
  readonly topicNames: ReadonlyMap<string, string>;
  /** Passages are still to come: their place is kept. */
  readonly isWaiting: boolean;
}
