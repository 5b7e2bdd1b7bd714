/**
 * A page as the search sees it. Made at build time; the browser fetches it in blocks.
 */
import type { Zones } from './positions.ts';

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
  /** For each word, how many words from it on stand on the page for the first time (`index/page-text.ts`); left out where none do. */
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

/** What a passage of a case answers in words that are not its own (`asks` in the front matter). */
export interface Ask {
  /** Id of the section or row that answers. */
  readonly passage: string;
  readonly text: string;
}

/** The text of some index positions (`positions.ts`), small enough to fetch for one excerpt. What no excerpt shows is left out. */
export interface Block {
  readonly sections: readonly Section[];
  readonly lines: readonly BlockLine[];
  /** `firsts` of each line, '' where there are none; left out where no line has any. */
  readonly firsts?: readonly string[];
  /** Hanja of the lines and their readings, alternating; left out where there are none. */
  readonly hanja?: string;
}

/**
 * A line: its section (index into `sections`), its text, the index position of its first term; then, for every place where the line goes on in another
 * window, the number of the term and its position.
 */
export type BlockLine = readonly [section: number, text: string, start: number, ...jumps: number[]];

/** How the table of cases names a case: its id in the index, and where its positions lie. */
export interface CaseEntry extends CaseRecord, Zones {
  /** Id of the page in the index. */
  readonly id: string;
  /** Number of positions. */
  readonly end: number;
}
