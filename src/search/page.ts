/**
 * A page as the search sees it. Made at build time; the browser fetches it in blocks.
 */

/** What a passage is taken from; shown beside it. */
export type PassageKind = '본문' | '표' | '연표' | '수치' | '조직' | '메모';

export interface Section {
  /** Id of the nearest element that can be linked to; empty for the top of the page. */
  readonly anchor: string;
  readonly heading: string;
  /** Printed pages as shown, e.g. `173–174쪽`; empty when the section names none. */
  readonly pages: string;
  readonly kind: PassageKind;
  /** Searched, but never shown as a passage: the head of the hit says it already. */
  readonly silent?: true;
}

/** One paragraph, list item or table row. */
export interface Line {
  readonly section: number;
  readonly text: string;
  /** For each word, how many words from it on stand on the page for the first time (`index/page-text.ts`); '' or left out where none do. */
  readonly firsts?: string;
}

/** What the list of results shows and filters by. */
export interface CaseRecord {
  readonly slug: string;
  readonly title: string;
  readonly province: string;
  readonly municipality: string;
  /** Vocabulary ids. */
  readonly region: string;
  readonly sector: string;
  readonly tier: string;
  readonly topics: readonly string[];
}

export interface Page extends CaseRecord {
  readonly sections: readonly Section[];
  readonly lines: readonly Line[];
}

/**
 * A run of lines of one page, small enough to fetch for one excerpt. `start` is the index position of the first
 * term of its first line.
 */
export interface Block {
  readonly start: number;
  readonly sections: readonly Section[];
  /** Section (index into `sections`), text and `firsts` of each line. */
  readonly lines: readonly (readonly [section: number, text: string, firsts?: string])[];
  /** Hanja of the lines and their readings, alternating; left out where there are none. */
  readonly hanja?: string;
}

/** How the pages table names a case: where its blocks begin, and its id in the index. */
export interface CaseEntry extends CaseRecord {
  /** Id of the page in the index. */
  readonly id: string;
  /** Index position where each block begins, ascending; the first is 0. */
  readonly blocks: readonly number[];
  /** Index positions from which on text of another standing begins, ascending. */
  readonly standings: readonly StandingFrom[];
}

/**
 * own: what the case says; repeated: the generated tables of events, figures and organisations, which say it again; aside: press
 * references and the editor's notes, where a date or an amount is not the case's own.
 */
export type Standing = 'own' | 'repeated' | 'aside';

/** From this index position on, text is of this standing (index into `STANDINGS`). */
export type StandingFrom = readonly [position: number, standing: number];

export const STANDINGS: readonly Standing[] = ['own', 'repeated', 'aside'];

/** The standing of a position. */
export function standingAt(standings: readonly StandingFrom[], position: number): Standing {
  const last = standings.findLast(([from]) => from <= position);
  return STANDINGS[last?.[1] ?? 0] ?? 'own';
}
