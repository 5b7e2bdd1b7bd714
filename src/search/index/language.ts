/**
 * Build side only: how often words stand in the language at large, read from the dictionary inside garu-ko's model.
 *
 * The model (`base.gmdl`, gzipped) holds a finite state transducer in the format of the Rust crate `fst`, version 3: word → up to three
 * readings of three bytes each, 16 bits of frequency in garu's corpus and 8 of the tag. garu's cost of a word is the negative logarithm of the same
 * frequency. Everything that is relied on is checked: another release of the model fails the build instead of giving other weights.
 */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { MorphemeClass } from '../text/lexicon.ts';

export class LanguageError extends Error {
  override readonly name = 'LanguageError';
}

/** One reading of a word: its class, and how often it was read so. */
export interface LanguageReading {
  readonly class: MorphemeClass;
  /** A name of something: 서울. */
  readonly name: boolean;
  readonly frequency: number;
}

/** Word (verbs and adjectives by their stem) → its readings. */
export type Language = ReadonlyMap<string, readonly LanguageReading[]>;

/** Numbers of the tags in the model, for the classes that can be told a rarity. */
const TAGS: ReadonlyMap<number, Omit<LanguageReading, 'frequency'>> = new Map([
  [0, { class: 'N', name: false }],
  [1, { class: 'N', name: true }],
  [5, { class: 'V', name: false }],
  [6, { class: 'V', name: false }],
  [7, { class: 'V', name: false }],
  [10, { class: 'M', name: false }],
]);
/** Words whose reading must come out as it is known, so that a model of another form is noticed. */
const KNOWN = [
  ['사람', 'N'],
  ['만들', 'V'],
  ['함께', 'M'],
] as const;

/** Reads the model that is installed. Rejects with a `LanguageError` when it is not of the form above. */
export async function loadLanguage(): Promise<Language> {
  const path = createRequire(import.meta.url).resolve('garu-ko/models/base.gmdl');
  return readLanguage(gunzipSync(await readFile(path)));
}

export function readLanguage(model: Uint8Array): Language {
  const language = new Map<string, LanguageReading[]>();
  for (const [word, value] of readTransducer(findTransducer(model))) {
    if (!/^[가-힣]+$/.test(word)) continue;
    const readings: LanguageReading[] = [];
    for (let rest = value; rest > 0 && rest !== END; rest = Math.floor(rest / 2 ** 24)) {
      const tag = TAGS.get(rest % 2 ** 8);
      if (tag) readings.push({ ...tag, frequency: Math.floor(rest / 2 ** 8) % 2 ** 16 });
    }
    if (readings.length > 0) language.set(word, readings);
  }
  for (const [word, name] of KNOWN) {
    if (!language.get(word)?.some((reading) => reading.class === name)) throw new LanguageError(`the model does not know ${word}`);
  }
  return language;
}

/** Closes a list of readings that does not fill its bytes. */
const END = 0xff;
const SIGNATURE = 'GARU';
/** Bytes from the signature to the length of the transducer, and to the transducer. */
const LENGTH_AT = 8;
const BODY_AT = 12;

function findTransducer(model: Uint8Array): Buffer {
  const bytes = Buffer.from(model.buffer, model.byteOffset, model.byteLength);
  const start = bytes.indexOf(SIGNATURE);
  const length = start < 0 ? 0 : bytes.readUInt32LE(start + LENGTH_AT);
  const body = bytes.subarray(start + BODY_AT, start + BODY_AT + length);
  if (length < 36 || body.length !== length || body.readUInt32LE(0) !== 3) throw new LanguageError('no dictionary in the model of garu-ko');
  return body;
}

interface Node {
  /** What a word gets that ends here; undefined when none does. */
  readonly final: number | undefined;
  readonly steps: readonly { readonly byte: number; readonly output: number; readonly to: number }[];
}

function* readTransducer(bytes: Buffer): Generator<readonly [word: string, value: number]> {
  const root = bytes.readUInt32LE(bytes.length - 12);
  const word: number[] = [];
  const walk = function* (address: number, sum: number): Generator<readonly [string, number]> {
    const { final, steps } = readNode(bytes, address);
    if (final !== undefined) yield [Buffer.from(word).toString('utf8'), sum + final];
    for (const { byte, output, to } of steps) {
      word.push(byte);
      yield* walk(to, sum + output);
      word.pop();
    }
  };
  yield* walk(root, 0);
}

/** A node by the address of its last byte; its parts lie before it, in the order in which they are read here. */
function readNode(bytes: Buffer, address: number): Node {
  // The empty node that ends a word.
  if (address === 0) return { final: 0, steps: [] };
  let at = address;
  const take = (size: number): number => {
    at -= size;
    return size === 0 ? 0 : bytes.readUIntLE(at, size);
  };
  const state = bytes[at] ?? 0;
  const single = state >= 0x80;
  const packed = state & 0x3f;
  if (single) {
    // A common byte is packed into the state: only ASCII is, and no word of Hangul holds any.
    const byte = packed === 0 ? take(1) : packed;
    if (state >= 0xc0) return { final: undefined, steps: [{ byte, output: 0, to: at - 1 }] };
    const sizes = take(1);
    const delta = take(sizes >> 4);
    const output = take(sizes & 15);
    return { final: undefined, steps: [{ byte, output, to: delta === 0 ? 0 : at - delta }] };
  }
  let count = packed === 0 ? take(1) : packed;
  // 256 steps do not fit a byte, and one step would be a single one.
  if (packed === 0 && count === 1) count = 256;
  const sizes = take(1);
  // Wide nodes have a table for looking a byte up.
  if (count > 32) at -= 256;
  const all = (size: number): readonly number[] => Array.from({ length: count }, () => take(size));
  const inputs = all(1);
  const deltas = all(sizes >> 4);
  const outputs = all(sizes & 15);
  const isFinal = (state & 0x40) !== 0;
  const final = isFinal ? take(sizes & 15) : undefined;
  return {
    final,
    steps: inputs.map((byte, index) => {
      const delta = deltas[index] ?? 0;
      return { byte, output: outputs[index] ?? 0, to: delta === 0 ? 0 : at - delta };
    }),
  };
}

/** Nouns, verbs and adverbs this common go on the shelves of the language; what is rarer is taken for rare. */
const LEAST_FREQUENCY = 10;

/** How often the word is used as one of the class: as it stands, or for verbs by its stem. Names count as rare. */
export function frequencyOf(word: string, name: MorphemeClass, language: Language): number {
  const readings = (language.get(word) ?? []).filter((reading) => reading.class === name && !reading.name);
  return Math.max(0, ...readings.map(({ frequency }) => frequency));
}

/** Words of two or more syllables that are common in the language, with the class in which they are. */
export function* commonWords(language: Language): Generator<readonly [word: string, name: MorphemeClass, frequency: number]> {
  for (const [word, readings] of language) {
    if (word.length < 2) continue;
    const [best] = readings
      .filter(({ name, frequency }) => !name && frequency >= LEAST_FREQUENCY)
      .sort((a, b) => b.frequency - a.frequency);
    if (best) yield [word, best.class, best.frequency];
  }
}
