/**
 * Every number that decides what is found and in which order. First guesses that make sense, checked by cross-validation (`npm run eval:search`): the
 * surface is flat, most of them move the result by a hundredth. Names are those of the literature: idf, tf, boost, saturation, proximity.
 */
export const PARAMETERS = {
  /**
   * How far another reading of a term is trusted, beside 1 for the term as typed: another form or name of the same thing, a word that is narrower than the
   * one typed (below `full.least`: alone it is only a part of what was asked for), and what is only alike.
   */
  trust: { same: 0.8, narrower: 0.75, alike: 0.45 },
  /** What a term weighs beside a noun: a verb may be put otherwise on a page, and adverbs, affixes and single syllables say little. */
  share: { verb: 0.5, minor: 0.3 },
  /** How much of a term's weight is decided by its rarity in the language; the rest is the catalogue's own idf. */
  rarity: 0.75,
  /** What one occurrence counts by where it stands, beside 1 in a text or a table; heading and ask are added. */
  boost: { lead: 2.5, row: 0.6, note: 0.15, heading: 1.5, ask: 0.9 },
  /** Occurrences after which a term has half of what it can bring to a passage, and to a case. */
  saturation: { passage: 1.2, case: 1.7 },
  /** Share of the best passage in the score of a case; the rest is what the whole case has. */
  best: 0.6,
  /** What a case gains when the query names its place, in shares of the term's weight. */
  place: 1,
  /** Terms so many positions further apart than side by side are half as near: parts of one word, and words of one query. */
  reach: { word: 1, query: 6 },
  /** Neighbouring words of a query count as one thing to this share of what parts of one word do. */
  apart: 0.8,
  /** Fullness from which on a case has all that was asked for, for a query of two terms; less by `each` for every further one. */
  full: { least: 0.78, each: 0.02, passage: 0.4 },
  /** Coverage below which a case has too little to be shown at all. */
  leastCoverage: 0.12,
} as const;

/** Bounds that keep a query, an answer or the work for it small; what is beyond them is left out. */
export const LIMITS = {
  /** Letters of a query, and terms of it. */
  letters: 200,
  terms: 16,
  /** Neighbouring terms that may be one word of the vocabulary, and words that may be one typed apart. */
  span: 6,
  /** Words that initials or a slip may stand for, or that are most like an unknown one. */
  guesses: 3,
  /** Words suggested when nothing is found. */
  suggestions: 5,
  /** Characters of an excerpt, and how many of them may stand before the first mark. */
  excerpt: { length: 130, leadIn: 36 },
} as const;

type Widened<T> = T extends number ? number : { readonly [Key in keyof T]: Widened<T[Key]> };

/** `PARAMETERS` or others in its place: the evaluation tries some. */
export type Parameters = Widened<typeof PARAMETERS>;
