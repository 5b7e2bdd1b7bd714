/** Pagefind's files, read without its engine: those of the built site, and spoilt ones. */
import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode } from 'cborg';
import { describe, expect, test } from 'vitest';
import { isManifest } from '../../src/search/runtime/assets.ts';
import { openIndex } from '../../src/search/runtime/pagefind-index.ts';
import { numberBounds, readNumber, writeTerm } from '../../src/search/runtime/terms.ts';

const manifest: unknown = JSON.parse(readFileSync('dist/search/manifest.json', 'utf8'));
if (!isManifest(manifest)) throw new Error('no built site');
const { meta } = manifest;
const read = (path: string): ArrayBuffer => new Uint8Array(readFileSync(`dist/pagefind/${path}`)).buffer;
const CHUNKS = readdirSync('dist/pagefind/index').map((name) => name.replace(/\.pf_index$/, ''));
const SIGNATURE = 'pagefind_dcd';
/** The words of a chunk. */
const wordsOf = (chunk: string): readonly string[] => {
  const [entries] = decode(gunzipSync(readFileSync(`dist/pagefind/index/${chunk}.pf_index`)).subarray(SIGNATURE.length)) as [[string][]];
  return entries.map(([word]) => word);
};
const bytesOf = (file: Uint8Array): ArrayBuffer => new Uint8Array(file).buffer;

describe('the index of the built site', () => {
  test('every word lies in the chunk that is named for it, in ascending places', async () => {
    const index = await openIndex(read(meta));
    for (const name of CHUNKS) {
      const words = wordsOf(name);
      for (const word of [words[0] ?? '', words.at(-1) ?? '']) expect(index.chunksOf(word, word), word).toEqual([name]);
      await index.addChunk(name, read(`index/${name}.pf_index`));
      for (const word of words) {
        const found = index.find(word);
        expect(found.size, word).toBeGreaterThan(0);
        for (const places of found.values()) expect(places).toEqual([...new Set(places)].sort((x, y) => x - y));
      }
    }
  });

  test('the numbers of a range are all those in it, and lie in the chunks between its ends', async () => {
    const index = await openIndex(read(meta));
    const range = { prefix: '', above: 100, below: 300 };
    for (const name of index.chunksOf(...numberBounds(range.prefix, range.above, range.below))) {
      await index.addChunk(name, read(`index/${name}.pf_index`));
    }
    const inRange = CHUNKS.flatMap(wordsOf).filter((word) => {
      const value = readNumber(word, '');
      return value !== undefined && value > range.above && value < range.below;
    });
    expect(inRange.length).toBeGreaterThan(20);
    const count = (word: string): number => [...index.find(word).values()].flat().length;
    expect([...index.findNumbers(range).values()].flat()).toHaveLength(inRange.reduce((sum, word) => sum + count(word), 0));
    expect(inRange.every((word) => count(word) > 0)).toBe(true);
  });
});

describe('numbers are written in their order', () => {
  test.each([
    ['9', '10'],
    ['99', '100'],
    ['235', '235p5'],
    ['19p7', '20'],
    ['w9', 'w70000000'],
    ['qp3', 'qp19p7'],
  ])('%s before %s', (less, more) => {
    expect(writeTerm(less) < writeTerm(more)).toBe(true);
  });

  test('and read as they were written', () => {
    expect(readNumber(writeTerm('235p5'), '')).toBe(235.5);
    expect(readNumber(writeTerm('1000'), '')).toBe(1_000);
    expect(readNumber(writeTerm('qp19p7'), 'qp')).toBe(19.7);
    expect(readNumber(writeTerm('qp19p7'), '')).toBeUndefined();
    expect(readNumber(writeTerm('y2015'), 'y')).toBeUndefined();
    expect(readNumber(writeTerm('협동'), '')).toBeUndefined();
  });
});

describe('a spoilt file is refused', () => {
  const whole = gunzipSync(readFileSync(`dist/pagefind/${meta}`));
  test.each([
    ['half', bytesOf(readFileSync(`dist/pagefind/${meta}`).subarray(0, 1_000))],
    ['half and packed again', bytesOf(gzipSync(whole.subarray(0, whole.length / 2)))],
    ['something else', bytesOf(Buffer.from('<p>404</p>'))],
    ['empty', new ArrayBuffer(0)],
    ['longer than it should be', bytesOf(Buffer.concat([whole, Buffer.of(0)]))],
    ['of another version', bytesOf(Buffer.from(whole.toString('latin1').replace('1.6.0', '1.7.0'), 'latin1'))],
  ])('%s', async (_, file) => {
    await expect(openIndex(file)).rejects.toThrow();
  });

  test('unpacked by the server is as good as packed', async () => {
    const index = await openIndex(bytesOf(whole));
    expect(index.chunksOf(writeTerm('협동'), writeTerm('협동'))).toHaveLength(1);
  });
});
