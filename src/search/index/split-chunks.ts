/**
 * Build side only: smaller index chunks than Pagefind makes.
 *
 * Pagefind sorts all words and closes a chunk when its words stand in 20,000 places or so, which is some 40 KB; a query fetches a whole chunk for
 * every word of it, and the limit is no option. So the chunks are cut again here, and the index of chunks (`.pf_meta`) is written anew: what that saves
 * is told in `runtime/pagefind-index.ts`. The canary reads what comes out with the browser's adapter.
 *
 * Both files are gzipped CBOR behind a signature: a chunk is `[[word, …], …]` in an array of one, Pagefind's index is `[version, pages, chunks, …]`,
 * where a page is `[id, number of words, …]` and a chunk `[first word, last word, name]`. Ours is `[version, ids, stem, first words]`: every search
 * fetches it, and with only what the browser reads it has 1.8 KB at twelve cases; Pagefind's form of it had 4.4 with fewer chunks.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode, encode } from 'cborg';
import { z } from 'zod';
import { nameOfChunk } from '../runtime/pagefind-index.ts';

const SIGNATURE = Buffer.from('pagefind_dcd');
/**
 * Bytes of a chunk before it is packed; a common word of a small site fills one of its own. With 600 the heaviest sentence weighs 1.5 KB more and a
 * common word 0.3 KB less; with 320 a word costs 0.6 KB more and a sentence 0.6 KB less.
 */
const WANTED = 450;
/** Every chunk costs each reader some 2 bytes in the index of chunks. */
const MOST_CHUNKS = 900;

/** Version, pages, chunks and what else there is. */
const Meta = z
  .tuple([z.string(), z.array(z.tuple([z.string()]).rest(z.unknown())), z.array(z.tuple([z.string(), z.string(), z.string()]))])
  .rest(z.unknown());
const Word = z.tuple([z.string()]).rest(z.unknown());
const Chunk = z.tuple([z.array(Word)]);

/** Cuts the chunks of the bundle in `directory` anew and returns the new name of its `.pf_meta`. Throws when they are not as they should be. */
export async function splitChunks(directory: string, metaName: string): Promise<string> {
  const [version, pages, old] = Meta.parse(await unpack(join(directory, metaName)));
  const words: { readonly text: string; readonly entry: unknown; readonly size: number }[] = [];
  for (const [, , name] of old) {
    const file = chunkFile(directory, name);
    const [entries] = Chunk.parse(await unpack(file));
    for (const entry of entries) words.push({ text: entry[0], entry, size: encode(entry).length });
    await rm(file);
  }
  const language = old[0]?.[2].split('_')[0] ?? '';
  const groups = groupBySize(words);
  const packed = groups.map((group) => pack([group.map(({ entry }) => entry)]));
  const stem = `${language}_${hash(packed)}`;
  for (const [at, chunk] of packed.entries()) await writeFile(chunkFile(directory, nameOfChunk(stem, at)), chunk);
  const begins = groups.map((group, at) => shortestAfter(groups[at - 1]?.at(-1)?.text ?? '', group[0]?.text ?? ''));
  const content = pack([version, pages.map(([id]) => id), stem, begins.join(' ')]);
  const name = `pagefind.${language}_${hash([content])}.pf_meta`;
  await rm(join(directory, metaName));
  await writeFile(join(directory, name), content);
  return name;
}

function groupBySize<T extends { readonly size: number }>(words: readonly T[]): readonly (readonly T[])[] {
  const total = words.reduce((sum, { size }) => sum + size, 0);
  const wanted = Math.max(WANTED, total / MOST_CHUNKS);
  const groups: T[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (filled + word.size > wanted) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(word);
    filled += word.size;
  }
  return groups;
}

/** The shortest beginning of `word` that tells it from its neighbour. */
function shortestAfter(neighbour: string, word: string): string {
  let length = 0;
  while (length < word.length && word[length] === neighbour[length]) length++;
  return word.slice(0, length + 1);
}

const chunkFile = (directory: string, name: string): string => join(directory, 'index', `${name}.pf_index`);

async function unpack(file: string): Promise<unknown> {
  const bytes = gunzipSync(await readFile(file));
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new RangeError(`${file} has not Pagefind's signature`);
  return decode(bytes.subarray(SIGNATURE.length));
}

function pack(content: unknown): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, encode(content)]), { level: 9 });
}

function hash(parts: readonly Uint8Array[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex').slice(0, 10);
}
