/**
 * A unit → where it stands, by which reading. Readings are tried in order of trust, and a weaker one is asked only when the
 * stronger ones find nothing; synonyms stand beside the literal reading.
 */
import { findStems } from '../../korean/verbs.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Postings, type TermIndex, adjacent, near } from '../runtime/postings.ts';
import type { Reading, ReadingKind, Unit } from './unit.ts';
import { mayBeVerb } from './units.ts';
import { isCommonStem } from './words.ts';

/** One place where a unit stands. */
export interface Occurrence {
  readonly position: number;
  /** Positions it covers. */
  readonly length: number;
  readonly kind: ReadingKind;
  /** How far the reading is trusted; 0 to 1. */
  readonly weight: number;
  /** How much the place says about what the page is about: more in title and summary, less in the editor's notes. */
  readonly prominence: number;
}

/** Index positions of a page → prominence. */
export type Prominence = (page: string, position: number) => number;

export interface UnitMatch {
  readonly unit: Unit;
  /** Page id → occurrences by position. Empty when the unit is nowhere. */
  readonly pages: ReadonlyMap<string, readonly Occurrence[]>;
  /** Readings that found something, the literal one included. */
  readonly found: readonly Reading[];
}

/** Parts of a compound that stand near one another instead of side by side. */
const LOOSE_REACH = 4;
const LOOSE_WEIGHT = 0.5;
const INFLECTED_WEIGHT = 0.9;
/** 고친 may be a form of 고치다; that 지진 is one of 지다 takes better grounds. */
const SHORTEST_STEM = 2;
/** A longer word that holds this one, where the word stands nowhere by itself… */
const PART_WEIGHT = 0.9;
const SHORTEST_PART = 2;
const SHORTEST_SURE_PART = 3;
/** …and where it does. */
const WHOLE_WEIGHT = 0.5;
const PREFIX_WEIGHT = 0.8;
/** What a wider word brings, where the word itself stands on some page. */
const WIDE_SHARE = 0.7;
const SHORTEST_PREFIX = 2;

export interface Retriever {
  readonly index: TermIndex;
  readonly prominence: Prominence;
  /** Surfaces of a verb that share a stem with this one (고쳐 → 고치, 고친). */
  readonly inflections: (surface: string, shortestStem: number) => readonly string[];
  /** Longer words of the lexicon that hold this one (상공회의소 → 대한상공회의소); fewer where it `stands` by itself too. */
  readonly wholes: (part: string, stands: boolean) => readonly string[];
}

export async function retrieve(unit: Unit, retriever: Retriever): Promise<UnitMatch> {
  const { index, inflections, wholes, prominence } = retriever;
  for (const term of certainTerms(unit, retriever)) index.term(term).catch(() => undefined);
  const pages = new Map<string, Occurrence[]>();
  const found: Reading[] = [];
  const add = (reading: Reading, postings: Postings, length = reading.terms.length): boolean => {
    for (const [page, positions] of postings) {
      const list = pages.get(page) ?? [];
      for (const position of positions) {
        list.push({ position, length, kind: reading.kind, weight: reading.weight, prominence: prominence(page, position) });
      }
      pages.set(page, list);
    }
    if (postings.size > 0) found.push(reading);
    return postings.size > 0;
  };
  const phrase = async (terms: readonly string[]): Promise<Postings> =>
    terms.length === 0 ? new Map() : adjacent(await Promise.all(terms.map((term) => index.term(term))));

  const literal = unit.readings.filter(({ kind }) => kind === 'exact');
  const others = unit.readings.filter(({ kind }) => kind !== 'exact');
  let hit = false;
  for (const reading of literal) {
    // Readings of one value are one thing; those of one word are tried in turn.
    if (!hit) hit = add(reading, await phrase(reading.terms));
  }
  const first = literal[0];
  if (first && unit.everyday !== true && (unit.role === 'predicate' || (!hit && mayBeVerb(unit, true)))) {
    const sure = unit.role === 'predicate' || unit.verbal;
    for (const surface of inflections(unit.role === 'predicate' ? unit.text : unit.whole, sure ? 1 : SHORTEST_STEM)) {
      const reading: Reading = { kind: 'exact', text: surface, terms: [surface], weight: INFLECTED_WEIGHT };
      if (!first.terms.includes(surface)) hit = add(reading, await phrase([surface])) || hit;
    }
  }
  const stands = hit;
  for (const reading of others) {
    const weight = reading.wide && stands ? reading.weight * WIDE_SHARE : reading.weight;
    hit = add({ ...reading, weight }, await phrase(reading.terms)) || hit;
  }
  if (first && unit.role === 'content') {
    const weight = hit ? WHOLE_WEIGHT : PART_WEIGHT;
    for (const whole of wholes(unit.text, hit)) hit = add({ ...first, terms: [whole], weight }, await phrase([whole])) || hit;
  }
  if (!hit && first) hit = add({ ...first, weight: PREFIX_WEIGHT }, await prefixPhrase(first.terms, index));
  return { unit, pages: sortPages(pages), found };
}

/**
 * What is asked of the index for a unit in any case. Asked for at once, its files come together instead of one after the other; who needs one hears of
 * a failure.
 */
function certainTerms(unit: Unit, { inflections, wholes }: Retriever): readonly string[] {
  const [first, ...rest] = unit.readings;
  return [
    ...(first?.terms ?? []),
    ...rest.filter(({ kind }) => kind !== 'exact').flatMap(({ terms }) => terms),
    ...(first && unit.role === 'predicate' && unit.everyday !== true ? inflections(unit.text, 1) : []),
    ...(first && unit.role === 'content' ? wholes(unit.text, true) : []),
  ];
}

/** The parts of a compound near one another instead of side by side: the last thing to try. */
export async function retrieveLoose(unit: Unit, { index, prominence }: Retriever): Promise<UnitMatch> {
  const [first] = unit.readings;
  const terms = first?.terms ?? [];
  if (!first || terms.length < 2 || !terms.every((term) => term.length > 1)) return { unit, pages: new Map(), found: [] };
  const postings = near(await Promise.all(terms.map((term) => index.term(term))), LOOSE_REACH);
  const pages = new Map<string, readonly Occurrence[]>();
  for (const [page, positions] of postings) {
    pages.set(
      page,
      positions.map((position) => ({
        position,
        length: 1,
        kind: first.kind,
        weight: LOOSE_WEIGHT,
        prominence: prominence(page, position),
      })),
    );
  }
  return { unit, pages, found: postings.size > 0 ? [{ ...first, weight: LOOSE_WEIGHT }] : [] };
}

/** The last term may be unfinished: 협동조 does not ask for a syllable, 서포터 does for 서포터즈. */
async function prefixPhrase(terms: readonly string[], index: TermIndex): Promise<Postings> {
  const last = terms.at(-1) ?? '';
  if (!/^[가-힣]+$/.test(last) || last.length < SHORTEST_PREFIX) return new Map();
  const before = await Promise.all(terms.slice(0, -1).map((term) => index.term(term)));
  return adjacent([...before, await index.prefix(last)]);
}

function sortPages(pages: Map<string, Occurrence[]>): ReadonlyMap<string, readonly Occurrence[]> {
  for (const [page, list] of pages) {
    list.sort((a, b) => a.position - b.position || b.weight - a.weight || b.length - a.length);
    // The same place by two readings counts once, by the better one.
    pages.set(
      page,
      list.filter(({ position }, index) => position !== list[index - 1]?.position),
    );
  }
  return pages;
}

/** All verb surfaces of the lexicon by the stems they may come from. */
export function createInflections(lexicon: Lexicon): Retriever['inflections'] {
  let byStem: Map<string, string[]> | undefined;
  const load = (): Map<string, string[]> => {
    const stems = new Map<string, string[]>();
    for (const [token, { classes }] of lexicon.entries) {
      if (classes[0] !== 'V') continue;
      for (const stem of findStems(token)) {
        if (isCommonStem(stem)) continue;
        const list = stems.get(stem) ?? [];
        list.push(token);
        stems.set(stem, list);
      }
    }
    return stems;
  };
  return (word, shortestStem) => {
    byStem ??= load();
    const surfaces = new Set<string>();
    for (const stem of findStems(word).filter(({ length }) => length >= shortestStem))
      for (const surface of byStem.get(stem) ?? []) surfaces.add(surface);
    return [...surfaces].sort();
  };
}

/**
 * Words of the lexicon that a word begins or ends: what the segmenter could not cut. Where the word stands by itself as well, the rest must
 * be a word too: 산업단지 holds 단지, 아이디어 does not hold 아이.
 */
export function createWholes(lexicon: Lexicon): Retriever['wholes'] {
  const isWord = (text: string, classes: string): boolean => classes.includes(lexicon.entries.get(text)?.classes[0] ?? '-');
  const parts = (token: string, part: string): boolean => {
    if (token.startsWith(part)) return isWord(token.slice(part.length), token.length - part.length > 1 ? 'N' : 'NX');
    const before = token.slice(0, -part.length);
    return token.endsWith(part) && before.length > 1 && isWord(before, 'N');
  };
  return (part, stands) => {
    if (part.length < SHORTEST_PART || !/^[가-힣]+$/.test(part)) return [];
    const strict = stands || part.length < SHORTEST_SURE_PART;
    return [...lexicon.entries].flatMap(([token, { classes }]) =>
      classes[0] === 'N' && token.length > part.length && (strict ? parts(token, part) : token.includes(part)) ? [token] : [],
    );
  };
}
