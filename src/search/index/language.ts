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
  readTransducer(findTransducer(model), (word, value) => {
    if (!/^[가-힣]+$/.test(word)) return;
    const readings: LanguageReading[] = [];
    for (let rest = value; rest > 0 && rest !== END; rest = Math.floor(rest / 2 ** 24)) {
      const tag = TAGS.get(rest % 2 ** 8);
      if (tag) readings.push({ ...tag, frequency: Math.floor(rest / 2 ** 8) % 2 ** 16 });
    }
    if (readings.length > 0) language.set(word, readings);
  });
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

/** Every word of the transducer with its value. A node is known by the address of its last byte; its parts lie before it, in the order in which they are read here. */
function readTransducer(bytes: Buffer, tell: (word: string, value: number) => void): void {
  const word = Buffer.alloc(LONGEST_WORD);
  const read = (end: number, size: number): number => (size === 0 ? 0 : bytes.readUIntLE(end - size, size));
  const walk = (address: number, length: number, sum: number): void => {
    const end = (value: number): void => {
      tell(word.toString('utf8', 0, length), value);
    };
    const step = (byte: number, output: number, to: number): void => {
      word[length] = byte;
      walk(to, length + 1, sum + output);
    };
    // The empty node that ends a word.
    if (address === 0) {
      end(sum);
      return;
    }
    const state = bytes[address] ?? 0;
    const packed = state & 0x3f;
    let at = address;
    if (state >= 0x80) {
      // One step. A common byte is packed into the state: only ASCII is, and no word of Hangul holds any.
      const byte = packed === 0 ? read(at--, 1) : packed;
      if (state >= 0xc0) {
        step(byte, 0, at - 1);
        return;
      }
      const sizes = read(at--, 1);
      const [addressSize, outputSize] = [sizes >> 4, sizes & 15];
      const delta = read(at, addressSize);
      const output = read(at - addressSize, outputSize);
      step(byte, output, delta === 0 ? 0 : at - addressSize - outputSize - delta);
      return;
    }
    let count = packed === 0 ? read(at--, 1) : packed;
    // 256 steps do not fit a byte, and one step would be a single one.
    if (packed === 0 && count === 1) count = 256;
    const sizes = read(at--, 1);
    const [addressSize, outputSize] = [sizes >> 4, sizes & 15];
    // Wide nodes have a table for looking a byte up.
    const inputs = at - (count > 32 ? 256 : 0);
    const addresses = inputs - count;
    const outputs = addresses - count * addressSize;
    const finalOutput = outputs - count * outputSize;
    const isFinal = (state & 0x40) !== 0;
    const start = finalOutput - (isFinal ? outputSize : 0);
    if (isFinal) end(sum + read(finalOutput, outputSize));
    for (let index = 0; index < count; index++) {
      const delta = read(addresses - index * addressSize, addressSize);
      step(read(inputs - index, 1), read(outputs - index * outputSize, outputSize), delta === 0 ? 0 : start - delta);
    }
  };
  walk(bytes.readUInt32LE(bytes.length - 12), 0, 0);
}

/** Bytes. */
const LONGEST_WORD = 256;

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
