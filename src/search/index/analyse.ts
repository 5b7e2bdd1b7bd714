/**
 * Build side only: words → morphemes aligned with the surface, by garu-ko.
 *
 * A word is analysed alone, because the analyser is slow on long input and a cut must depend on nothing but the word. The cuts never reach the index:
 * they only say which tokens the lexicon holds.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Garu } from 'garu-ko';
import startEngine from 'garu-ko/pkg/garu_wasm.js';
import type { MorphemeClass } from '../text/lexicon.ts';

export interface Morpheme {
  readonly text: string;
  readonly class: MorphemeClass;
  /** Of a verb or an adjective: 고치 for 고친. */
  readonly stem?: string;
}

/** Morphemes of one run of Hangul, whose texts joined are the run. */
export type Analyse = (word: string) => readonly Morpheme[];

export class AnalyserError extends Error {
  override readonly name = 'AnalyserError';
}

interface Engine {
  readonly garu: Garu;
  /** Puts the engine back to where it was before the first word. */
  readonly rewind: () => void;
}

/** One for the whole process: a second one would begin where the first one left its counter. */
let engine: Promise<Engine> | undefined;

async function startGaru(): Promise<Engine> {
  // Garu.load() starts its engine in a way that the engine itself warns of; one that runs is left alone.
  const { memory } = await startEngine({
    module_or_path: await readFile(createRequire(import.meta.url).resolve('garu-ko/pkg/garu_wasm_bg.wasm')),
  });
  const garu = await Garu.load();
  return { garu, rewind: rewindHashing(memory, () => garu.analyze(PROBE)) };
}

/** Rejects with an `AnalyserError` when the engine is not as it is known to be. */
export async function createAnalyser(): Promise<Analyse> {
  const { garu, rewind } = await (engine ??= startGaru());
  const known = new Map<string, readonly Morpheme[]>();
  return (word) => {
    const before = known.get(word);
    if (before) return before;
    rewind();
    const analysis = garu.analyze(word);
    const morphemes = align(word, Array.isArray(analysis) ? [] : analysis.tokens);
    known.set(word, morphemes);
    return morphemes;
  };
}

/** Any word will do. */
const PROBE = '가';
/** Rust's stack lies below, its static data above. */
const STATIC_DATA = 2 ** 20;
const STATIC_SIZE = 2 ** 18;

/**
 * Rust seeds every hash map with a counter of the maps made so far, and where two readings cost the same the order of a map decides (몇 is MM or NR).
 * So the counter is set back before each word. It is the one cell of the engine's static data that grows by the same number whenever the same
 * word is analysed.
 */
function rewindHashing(memory: WebAssembly.Memory, analyse: () => unknown): () => void {
  const snapshot = (): BigUint64Array => {
    analyse();
    return new BigUint64Array(memory.buffer.slice(STATIC_DATA, STATIC_DATA + STATIC_SIZE));
  };
  // The first one makes what is made once.
  snapshot();
  const [a, b, c] = [snapshot(), snapshot(), snapshot()];
  const growth = (from: BigUint64Array, to: BigUint64Array, at: number): bigint => (to[at] ?? 0n) - (from[at] ?? 0n);
  const cells = [...a.keys()].filter((at) => growth(a, b, at) > 0n && growth(a, b, at) < 1_000n && growth(a, b, at) === growth(b, c, at));
  const [cell] = cells;
  const start = cell === undefined ? undefined : c[cell];
  if (cells.length !== 1 || cell === undefined || start === undefined) {
    throw new AnalyserError('garu-ko does not count its hash maps where it did: its readings would depend on the order of words');
  }
  return () => {
    // The memory may have grown, which leaves older views without it.
    new BigUint64Array(memory.buffer, STATIC_DATA)[cell] = start;
  };
}

/**
 * Sejong tags → our classes. What does not stand in the surface as it is (하 + ㄴ in 행복한마당, 아프 + 아서 in 아파서) is one token up
 * to the next morpheme that does.
 */
function align(word: string, tokens: readonly { text: string; pos: string }[]): readonly Morpheme[] {
  const out: Morpheme[] = [];
  const put = (text: string, name: MorphemeClass, stem: string): void => {
    out.push(name === 'V' ? { text, class: name, stem } : { text, class: name });
  };
  let at = 0;
  for (let i = 0; i < tokens.length && at < word.length; i++) {
    const { text = '', pos = '' } = tokens[i] ?? {};
    if (text !== '' && word.startsWith(text, at)) {
      put(text, classOf(pos), text);
      at += text.length;
      continue;
    }
    const name = /^V[VAX]/.test(pos) ? 'V' : 'E';
    const next = tokens.findIndex(
      (token, index) => index > i && token.text.length >= SHORTEST_ANCHOR && word.indexOf(token.text, at + 1) > 0,
    );
    const end = next < 0 ? word.length : word.indexOf(tokens[next]?.text ?? '', at + 1);
    put(word.slice(at, end), name, text);
    at = end;
    i = next < 0 ? tokens.length : next - 1;
  }
  if (at < word.length) out.push({ text: word.slice(at), class: 'E' });
  return out;
}

/** Syllables of a morpheme that surely is the next one when it stands later in the word. */
const SHORTEST_ANCHOR = 2;

function classOf(pos: string): MorphemeClass {
  if (/^J/.test(pos)) return 'J';
  if (/^V[VAX]$/.test(pos)) return 'V';
  if (/^(?:E|XS[VA]|VC)/.test(pos)) return 'E';
  if (/^XSN/.test(pos)) return 'X';
  if (/^MAJ|^MM|^IC/.test(pos)) return 'F';
  if (/^MAG/.test(pos)) return 'M';
  return 'N';
}
