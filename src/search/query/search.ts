/**
 * From the text typed to hits in two tiers, and what was understood on the way:
 * text → terms (`parse.ts`) → variants (`variants/`) → where they stand (the index) → scores (`score.ts`) → tiers.
 */
import { normaliseQuery, readHanja } from '../../korean/normalise.ts';
import { type Postings, adjacent } from '../runtime/postings.ts';
import { findByInitials, initialsOf } from './initials.ts';
import { otherLayout } from './keyboard.ts';
import { type Knowledge, termsOf } from './knowledge.ts';
import { LIMITS } from './parameters.ts';
import { parseQuery } from './parse.ts';
import { type ScoredCase, type Scores, isFull, scoreCases } from './score.ts';
import type { Found, Query, Variant } from './term.ts';
import { alikeVariants } from './variants/alike.ts';
import { comparisonVariants } from './variants/comparison.ts';
import { exactVariants } from './variants/exact.ts';
import { inflectedVariants } from './variants/inflected.ts';
import { joinedVariants } from './variants/joined.ts';
import { partVariants } from './variants/part.ts';
import { placeVariants } from './variants/place.ts';
import { synonymVariants } from './variants/synonym.ts';
import { typoVariants } from './variants/typo.ts';

/** A change that was made to the query, to be told to the reader with a way back. */
export interface Note {
  readonly kind: 'keyboard' | 'initials' | 'typo' | 'synonym';
  /** What was typed. */
  readonly from: string;
  /** What was looked for instead (keyboard, initials, typo) or as well (synonym). */
  readonly to: readonly string[];
}

export interface Outcome {
  readonly query: Query;
  readonly notes: readonly Note[];
  /** Cases that have all that was asked for, best first. */
  readonly full: readonly ScoredCase[];
  /** Cases that have a part of it, best first. */
  readonly partial: readonly ScoredCase[];
  readonly rows: Scores['rows'];
  readonly passagesOf: Scores['passagesOf'];
}

export interface SearchOptions {
  /** Take the query as it stands: no keyboard, no correction, no synonyms. */
  readonly literal?: boolean;
}

export type Search = (typed: string, options?: SearchOptions) => Promise<Outcome>;

const NOTHING: Outcome = {
  query: { text: '', terms: [], words: [], asksAmount: false },
  notes: [],
  full: [],
  partial: [],
  rows: new Map(),
  passagesOf: () => [],
};

export function createSearch(knowledge: Knowledge): Search {
  const run = async (text: string, literal: boolean): Promise<Outcome> => {
    await knowledge.prepare(readHanja(text, knowledge.tokeniser.readings));
    const query = parseQuery(text, knowledge);
    const variants = literal ? exactVariants(query, knowledge) : unite(query, knowledge);
    return rank(query, await find(variants, knowledge), knowledge);
  };
  return async (typed, { literal = false } = {}) => {
    const [text, other] = textsOf(typed);
    if (text === undefined) return NOTHING;
    const letters = literal ? undefined : initialsOf(text);
    if (letters !== undefined) return runInitials(text, letters, knowledge);
    const outcome = await run(text, literal);
    if (literal || other === undefined) return outcome;
    const switched = await run(other, false);
    if (fullest(switched) <= fullest(outcome)) return outcome;
    return { ...switched, notes: [{ kind: 'keyboard', from: text, to: [other] }, ...switched.notes] };
  };
}

/** The texts that a search may cut, known from the query alone: itself, and what the same keys give in the other language. */
export function textsOf(typed: string): readonly string[] {
  const raw = typed.slice(0, LIMITS.letters);
  const text = normaliseQuery(raw);
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const other = otherLayout(raw.trim());
  return other === undefined ? [text] : [text, normaliseQuery(other)];
}

/** Every way in which a term may stand on a page, all of them at once. */
function unite(query: Query, knowledge: Knowledge): readonly Variant[] {
  return [
    exactVariants,
    joinedVariants,
    inflectedVariants,
    synonymVariants,
    typoVariants,
    alikeVariants,
    partVariants,
    placeVariants,
    comparisonVariants,
  ].flatMap((variants) => variants(query, knowledge));
}

/** The variants that stand anywhere, and where. */
async function find(variants: readonly Variant[], { index }: Knowledge): Promise<readonly Found[]> {
  const known = new Map<string, Promise<Postings>>();
  const lookUp = (term: string): Promise<Postings> => {
    const asked = known.get(term) ?? index.term(term);
    known.set(term, asked);
    return asked;
  };
  const found = await Promise.all(
    variants.map(async (variant): Promise<Found> => {
      const numbers = variant.range ? [index.numbers(variant.range)] : [];
      return { variant, postings: adjacent(await Promise.all([...numbers, ...variant.terms.map(lookUp)])) };
    }),
  );
  return found.filter(({ postings }) => postings.size > 0);
}

function rank(query: Query, found: readonly Found[], { cases, parameters }: Pick<Knowledge, 'cases' | 'parameters'>): Outcome {
  const { cases: scored, rows, passagesOf } = scoreCases(query, found, cases, parameters);
  const ordered = [...scored].sort((a, b) => b.score - a.score || a.page - b.page);
  const full = ordered.filter(({ fullness }) => isFull(fullness, query, parameters));
  const partial = ordered.filter(({ fullness, coverage }) => !isFull(fullness, query, parameters) && coverage >= parameters.leastCoverage);
  return { query, notes: describe(query, found), full, partial, rows, passagesOf };
}

/** Initials are one term, and the words that they may stand for its variants. */
async function runInitials(text: string, letters: string, knowledge: Knowledge): Promise<Outcome> {
  const words = (await findByInitials(letters, knowledge.loadInitials)).slice(0, LIMITS.guesses);
  if (words.length === 0) return NOTHING;
  await Promise.all(words.map(knowledge.prepare));
  const variants = words.map((word): Variant => ({
    kind: 'initials',
    text: word,
    terms: termsOf(word, knowledge.tokeniser),
    from: 0,
    to: 1,
    trust: 1,
  }));
  const query: Query = {
    text,
    terms: [{ text, whole: text, word: 0, class: 'noun', literal: [], rarity: 1, stands: true }],
    words: [text],
    asksAmount: false,
  };
  const outcome = rank(query, await find(variants, knowledge), knowledge);
  return { ...outcome, notes: [{ kind: 'initials', from: text, to: words }] };
}

function fullest({ full, partial }: Outcome): number {
  return Math.max(0, ...[...full, ...partial].map(({ fullness }) => fullness));
}

function describe({ terms }: Query, found: readonly Found[]): readonly Note[] {
  const notes = new Map<string, Note>();
  for (const { variant } of found) {
    const { kind, text, from, to } = variant;
    if (kind !== 'synonym' && kind !== 'typo') continue;
    const typed = terms
      .slice(from, to)
      .map((term, at, span) => (at > 0 && term.word !== span[at - 1]?.word ? ' ' : '') + term.text)
      .join('');
    const key = `${kind} ${typed}`;
    notes.set(key, { kind, from: typed, to: [...new Set([...(notes.get(key)?.to ?? []), text])] });
  }
  return [...notes.values()];
}
