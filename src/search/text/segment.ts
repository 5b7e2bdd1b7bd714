/**
 * The deterministic segmenter: the cheapest path through a run of Hangul over the lexicon.
 *
 * It looks at nothing but the run itself, so that a page and a query are cut alike wherever a word stands.
 * What the lexicon does not hold becomes one unknown piece. Cutting is lossless: the pieces joined are the run.
 */
import type { Dictionary, LexiconEntry, MorphemeClass } from './lexicon.ts';

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
/** Closed classes are common words of the language, however small the site. */
const LEAST_BUCKET: Partial<Record<MorphemeClass, number>> = { J: 7, E: 5, X: 5 };
const ONE_SYLLABLE_NOUN = 6;
const ONE_SYLLABLE_INNER_PARTICLE = 4;
const CLOSING_PARTICLE = -2;
/** A particle or an ending cannot open a word. */
const OPENING_PARTICLE = 14;
/** Words like 그 and 매우 stand alone. */
const INNER_FUNCTION_WORD = 10;
/** 고등어 is no 고등 with an ending: only these endings follow a noun. */
const ENDING_AFTER_NOUN = 15;
export const NOMINAL_ENDING = /^[하한할함합해했되된될됨됐돼이인일임입였적스답롭받시당]/;
const UNKNOWN_COST = 14;
const UNKNOWN_SYLLABLE_COST = 7;
const LONGEST_UNKNOWN = 10;
const CACHE_LIMIT = 50_000;

export function createSegmenter(dictionary: Dictionary): Segmenter {
  const cache = new Map<string, readonly Piece[]>();
  return (run) => {
    const known = cache.get(run);
    if (known) return known;
    const pieces = cut(run, dictionary);
    if (cache.size >= CACHE_LIMIT) cache.clear();
    cache.set(run, pieces);
    return pieces;
  };
}

/** The cheapest way to a place in the run, apart for what came last: an ending needs a verb before it. */
interface Step {
  readonly cost: number;
  readonly from: number;
  /** Whether the step before was a verb or an ending. */
  readonly afterVerb: boolean;
  readonly class: PieceClass;
}

const isVerbal = (name: PieceClass): boolean => name === 'V' || name === 'E';

function cut(run: string, dictionary: Dictionary): readonly Piece[] {
  const length = run.length;
  const start: Step = { cost: 0, from: 0, afterVerb: false, class: 'U' };
  const verbal: (Step | undefined)[] = [];
  const nominal: (Step | undefined)[] = [start];
  const reach = Math.max(LONGEST_UNKNOWN, dictionary.longest);
  for (let at = 0; at < length; at++) {
    for (const [afterVerb, steps] of [
      [false, nominal],
      [true, verbal],
    ] as const) {
      const before = steps[at];
      if (!before) continue;
      for (let size = 1; size <= Math.min(reach, length - at); size++) {
        const text = run.slice(at, at + size);
        const entry = dictionary.entries.get(text);
        const offers: { cost: number; name: PieceClass }[] = [];
        if (entry) offers.push(weigh(entry, text, { first: at === 0, last: at + size === length, afterVerb }));
        if (size <= LONGEST_UNKNOWN) offers.push({ cost: UNKNOWN_COST + UNKNOWN_SYLLABLE_COST * size, name: 'U' });
        for (const { cost, name } of offers) {
          const target = isVerbal(name) ? verbal : nominal;
          const total = before.cost + cost;
          const known = target[at + size];
          if (!known || total < known.cost) target[at + size] = { cost: total, from: at, afterVerb, class: name };
        }
      }
    }
  }
  const pieces: Piece[] = [];
  let end = length;
  let step = cheaper(nominal[end], verbal[end]);
  while (end > 0 && step) {
    pieces.push({ text: run.slice(step.from, end), class: step.class });
    end = step.from;
    step = (step.afterVerb ? verbal : nominal)[end];
  }
  return pieces.reverse();
}

function cheaper(a: Step | undefined, b: Step | undefined): Step | undefined {
  if (!a || !b) return a ?? b;
  return b.cost < a.cost ? b : a;
}

function weigh(
  entry: LexiconEntry,
  text: string,
  { first, last, afterVerb }: { first: boolean; last: boolean; afterVerb: boolean },
): { cost: number; name: MorphemeClass } {
  const has = (name: MorphemeClass): boolean => entry.classes.includes(name);
  const single = text.length === 1;
  let name: MorphemeClass = has('N') ? 'N' : (entry.classes[0] ?? 'N');
  if (!first && last && has('J')) name = 'J';
  else if (!first && has('E') && entry.classes[0] === 'E') name = 'E';
  let cost = TOKEN_COST + Math.max(0, COMMON_BUCKET - Math.max(entry.bucket, LEAST_BUCKET[name] ?? 0));
  if (name === 'J' && last) cost += CLOSING_PARTICLE;
  if (first && !last && !has('N') && !has('V') && !has('M') && !has('X')) cost += OPENING_PARTICLE;
  if (name === 'E' && !afterVerb && !NOMINAL_ENDING.test(text)) cost += ENDING_AFTER_NOUN;
  if (!first && (name === 'F' || name === 'M')) cost += INNER_FUNCTION_WORD;
  if (single && name === 'N') cost += ONE_SYLLABLE_NOUN;
  if (single && name === 'J' && !last) cost += ONE_SYLLABLE_INNER_PARTICLE;
  return { cost, name };
}
