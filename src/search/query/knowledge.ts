/**
 * What the query layer knows of the site, made from the files of the index.
 */
import { findStems } from '../../korean/verbs.ts';
import type { CaseEntry } from '../runtime/page.ts';
import type { TermIndex } from '../runtime/postings.ts';
import type { Synonyms } from '../runtime/vocabulary.ts';
import type { Dictionary, Lexicon } from '../text/lexicon.ts';
import { type Tokeniser, placeTerms } from '../text/tokenise.ts';
import type { LoadInitials } from './initials.ts';
import type { Parameters } from './parameters.ts';

export interface Knowledge {
  readonly index: TermIndex;
  /** Cases by the number of their page in the index. */
  readonly cases: readonly CaseEntry[];
  /** Tokens of the pages. */
  readonly lexicon: Lexicon;
  /** The lexicon, and what has been fetched of the vocabulary and the language. */
  readonly dictionary: Dictionary;
  readonly tokeniser: Tokeniser;
  readonly synonyms: Synonyms;
  /** Brings what the vocabulary and the language hold of a text; to be called before the text is cut. */
  readonly prepare: (text: string) => Promise<void>;
  readonly loadInitials: LoadInitials;
  readonly parameters: Parameters;
}

/** Index terms of a text. */
export function termsOf(text: string, tokeniser: Tokeniser): readonly string[] {
  return placeTerms(text, tokeniser)
    .map(({ term }) => term)
    .filter((term) => term !== '');
}

/** Nouns of the pages, and their verbs by the stems they may come from; made once. */
export interface PageWords {
  readonly nouns: readonly string[];
  readonly verbsOf: (stem: string) => readonly string[];
}

const known = new WeakMap<Lexicon, PageWords>();

export function wordsOf(lexicon: Lexicon): PageWords {
  const before = known.get(lexicon);
  if (before) return before;
  const nouns: string[] = [];
  const verbs = new Map<string, string[]>();
  for (const [token, { classes, absent }] of lexicon.entries) {
    if (absent) continue;
    if (classes[0] === 'N') nouns.push(token);
    if (classes[0] !== 'V') continue;
    for (const stem of findStems(token)) verbs.set(stem, [...(verbs.get(stem) ?? []), token]);
  }
  const words = { nouns, verbsOf: (stem: string) => verbs.get(stem) ?? [] };
  known.set(lexicon, words);
  return words;
}
