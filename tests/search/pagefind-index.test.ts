/** Pagefind's files, read without its engine: those of the built site, and spoilt ones. */
import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isManifest } from '../../src/search/runtime/assets.ts';
import { readArray, readText } from '../../src/search/index/cbor.ts';
import { openIndex } from '../../src/search/runtime/pagefind-index.ts';
import { writeTerm } from '../../src/search/terms.ts';

const manifest: unknown = JSON.parse(readFileSync('dist/search/manifest.json', 'utf8'));
if (!isManifest(manifest)) throw new Error('no built site');
const { meta } = manifest;
const read = (path: string): ArrayBuffer => new Uint8Array(readFileSync(`dist/pagefind/${path}`)).buffer;
const CHUNKS = readdirSync('dist/pagefind/index').map((name) => name.replace(/\.pf_index$/, ''));
const SIGNATURE = 'pagefind_dcd';
/** The words of a chunk, taken apart as the build does. */
const wordsOf = (chunk: string): readonly string[] => {
  const [words] = readArray(gunzipSync(readFileSync(`dist/pagefind/index/${chunk}.pf_index`)).subarray(SIGNATURE.length));
  return readArray(words ?? Buffer.of()).map((entry) => readText(readArray(entry)[0] ?? Buffer.of()));
};
const bytesOf = (file: Uint8Array): ArrayBuffer => new Uint8Array(file).buffer;

describe('the index of the built site', () => {
  test('every word lies in the chunk that is named for it, and among those named for its beginning', async () => {
    const index = await openIndex(read(meta));
    for (const name of CHUNKS) {
      const words = wordsOf(name);
      for (const word of [words[0] ?? '', words.at(-1) ?? '']) {
        expect(index.chunksOf(word, 'word'), word).toEqual([name]);
        expect(index.chunksOf(word.slice(0, 2), 'beginning'), word).toContain(name);
      }
      await index.addChunk(name, read(`index/${name}.pf_index`));
      expect(index.chunksOf(words[0] ?? '', 'word')).toEqual([]);
      for (const word of words) {
        const found = index.find(word, 'word');
        expect(found.length, word).toBeGreaterThan(0);
        for (const { positions } of found) expect(positions).toEqual([...new Set(positions)].sort((x, y) => x - y));
      }
    }
  });

  test('a number is not the beginning of another', async () => {
    const index = await openIndex(read(meta));
    for (const name of CHUNKS) await index.addChunk(name, read(`index/${name}.pf_index`));
    const [short, long] = [writeTerm('2'), writeTerm('20')];
    expect(long.startsWith(short)).toBe(true);
    const places = (word: string): number => index.find(word, 'word').reduce((sum, { positions }) => sum + positions.length, 0);
    expect(places(long)).toBeGreaterThan(0);
    expect(index.find(short, 'beginning').reduce((sum, { positions }) => sum + positions.length, 0)).toBeGreaterThanOrEqual(
      places(short) + places(long),
    );
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
    expect(index.chunksOf(writeTerm('협동'), 'word')).toHaveLength(1);
  });
});
