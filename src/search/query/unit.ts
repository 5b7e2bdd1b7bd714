/**
 * A query as the plan sees it: units that a page should have, each with the ways in which it may stand there.
 */

/** How a reading came about; anything but `exact` is told to the reader. */
export type ReadingKind = 'exact' | 'synonym' | 'typo';

/** One way a unit may stand in a page: terms side by side. */
export interface Reading {
  readonly kind: ReadingKind;
  /** As it is shown: 콘텐츠 for 컨텐츠. */
  readonly text: string;
  readonly terms: readonly string[];
  /** 0 to 1: how much a match counts beside an exact one. */
  readonly weight: number;
  /** Found by a wider word: counts less where that word itself stands somewhere. */
  readonly wide?: boolean;
}

/**
 * content: a page should have it; predicate: a verb or an adjective, which a page may put otherwise; filler: question words and
 * the like, which count only when nothing else is left.
 */
export type UnitRole = 'content' | 'predicate' | 'filler';

export interface Unit {
  /** As typed, without particles. */
  readonly text: string;
  /** As typed, with everything that was attached to it. */
  readonly whole: string;
  readonly role: UnitRole;
  /** The first one is the literal reading. */
  readonly readings: readonly Reading[];
  /** It has the ending of a verb as well as that of a noun (굶는): when it is nowhere, little is missing. */
  readonly verbal: boolean;
  /** A word that says nothing stood between it and the next unit: 솜씨 (있는) 주민. */
  readonly apart?: boolean;
  /** A verb of everyday talk in a question: its other forms are not worth asking the index for. */
  readonly everyday?: boolean;
}
