/**
 * The deterministic segmenter: the cheapest path through a run of Hangul over the lexicon.
 *
 * It looks at nothing but the run itself, so that a page and a query are cut alike wherever a word stands.
 * What the lexicon does not hold becomes one unknown piece. Cutting is lossless: the pieces joined are the run.
 */
import type { Lexicon, LexiconEntry, MorphemeClass } from './lexicon.ts';

/** U: in no lexicon. */
export type PieceClass = MorphemeClass | 'U';

export interface Piece {
  readonly text: string;
  readonly class: PieceClass;
}

/** Cuts one run of precomposed syllables. */
export type Segmenter = (run: string) => readonly Piece[];

const TOKEN_COST = 4;
/** Every bucket below this one makes a token dearer by one. */
const COMMON_BUCKET = 10;
const ONE_SYLLABLE_NOUN = 5;
const ONE_SYLLABLE_INNER_PARTICLE = 4;
const CLOSING_PARTICLE = -2;
/** A particle or an ending cannot open a word. */
const OPENING_PARTICLE = 8;
const UNKNOWN_COST = 12;
const UNKNOWN_SYLLABLE_COST = 6;
const LONGEST_UNKNOWN = 10;
const CACHE_LIMIT = 50_000;

export function createSegmenter(lexicon: Lexicon): Segmenter {
  const cache = new Map<string, readonly Piece[]>();
  return (run) => {
    const known = cache.get(run);
    if (known) return known;
    const pieces = cut(run, lexicon);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(run, pieces);
    return pieces;
  };
}

function cut(run: string, lexicon: Lexicon): readonly Piece[] {
  const length = run.length;
  const best: number[] = new Array<number>(length + 1).fill(Number.POSITIVE_INFINITY);
  const from: number[] = new Array<number>(length + 1).fill(0);
  const classes: PieceClass[] = new Array<PieceClass>(length + 1).fill('U');
  best[0] = 0;
  const offer = (start: number, end: number, cost: number, name: PieceClass): void => {
    const total = (best[start] ?? 0) + cost;
    if (total < (best[end] ?? 0)) {
      best[end] = total;
      from[end] = start;
      classes[end] = name;
    }
  };
  for (let start = 0; start < length; start++) {
    const reach = Math.min(lexicon.longest, length - start);
    for (let size = 1; size <= reach; size++) {
      const entry = lexicon.entries.get(run.slice(start, start + size));
      if (!entry) continue;
      const { cost, name } = weigh(entry, size, start === 0, start + size === length);
      offer(start, start + size, cost, name);
    }
    for (let size = 1; size <= Math.min(LONGEST_UNKNOWN, length - start); size++) {
      offer(start, start + size, UNKNOWN_COST + UNKNOWN_SYLLABLE_COST * size, 'U');
    }
  }
  const pieces: Piece[] = [];
  for (let end = length; end > 0; end = from[end] ?? 0) {
    pieces.push({ text: run.slice(from[end] ?? 0, end), class: classes[end] ?? 'U' });
  }
  return pieces.reverse();
}

function weigh(
  entry: LexiconEntry,
  size: number,
  first: boolean,
  last: boolean,
): { cost: number; name: MorphemeClass } {
  const has = (name: MorphemeClass): boolean => entry.classes.includes(name);
  let cost = TOKEN_COST + Math.max(0, COMMON_BUCKET - entry.bucket);
  let name: MorphemeClass = has('N') ? 'N' : (entry.classes[0] ?? 'N');
  if (!first && last && has('J')) {
    name = 'J';
    cost += CLOSING_PARTICLE;
  } else if (!first && has('E') && entry.classes[0] === 'E') {
    name = 'E';
  }
  if (first && !last && !has('N') && !has('V') && !has('M') && !has('X')) cost += OPENING_PARTICLE;
  if (size === 1 && name === 'N') cost += ONE_SYLLABLE_NOUN;
  if (size === 1 && name === 'J' && !last) cost += ONE_SYLLABLE_INNER_PARTICLE;
  return { cost, name };
}
