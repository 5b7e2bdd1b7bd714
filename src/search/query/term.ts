/**
 * A query as it is understood: terms, and the variants in which each may stand on a page.
 */
import type { Comparison } from '../../korean/comparisons.ts';
import type { NumberRange } from '../runtime/postings.ts';

/** value: an amount, a date, a number; minor: an adverb, an affix, a single syllable; unknown: in no dictionary. */
export type TermClass = 'noun' | 'verb' | 'minor' | 'value' | 'latin' | 'unknown';

/** One thing that was asked for: a morpheme of a word, or a value of several. */
export interface Term {
  /** As typed, without particles. */
  readonly text: string;
  /** The word it is part of, with everything that was attached to it. */
  readonly whole: string;
  /** Number of that word in the query. */
  readonly word: number;
  readonly class: TermClass;
  /** Index terms that stand for it as typed, any of which will do: 2015 is a year and a number. */
  readonly literal: readonly string[];
  /** How rare the word is in the language; 0 to 1. */
  readonly rarity: number;
  /** It stands on some page as typed, as far as the lexicon can tell; numbers, Latin words and single syllables are not listed and may. */
  readonly stands: boolean;
  /** Index term of the hanja that it was typed in; `literal` is their reading. */
  readonly hanja?: string;
  /** It is no number of its own but a bound for others: 100개 넘는. */
  readonly comparison?: Comparison;
}

export interface Query {
  /** Normalised. */
  readonly text: string;
  readonly terms: readonly Term[];
  /** The words as typed; `Term.word` counts them. */
  readonly words: readonly string[];
  /** Amounts were asked for: 얼마, 몇 명, 예산. */
  readonly asksAmount: boolean;
}

export type VariantKind = 'exact' | 'inflected' | 'synonym' | 'typo' | 'initials' | 'comparison' | 'part';

/** One way in which terms of a query may stand on a page. */
export interface Variant {
  readonly kind: VariantKind;
  /** As it is shown: 노인 for 할머니. */
  readonly text: string;
  /** Index terms side by side. */
  readonly terms: readonly string[];
  /** Numbers before these terms: those of a comparison. */
  readonly range?: NumberRange;
  /** Numbers of the query's terms that it stands for: from the first, to before the second. */
  readonly from: number;
  readonly to: number;
  /** How much it counts beside the term as typed; 0 to 1. */
  readonly trust: number;
}
