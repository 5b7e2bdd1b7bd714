/**
 * Build side only: smaller index chunks than Pagefind makes.
 *
 * Pagefind sorts all words and closes a chunk when its words stand in 20,000 places or so, which is some 40 KB; a query fetches a whole chunk for
 * every word of it, and the limit is no option. So the chunks are cut again here: a word's entry is passed on byte for byte, and the index of
 * chunks (`.pf_meta`) is written anew. The canary reads what comes out with the browser's adapter.
 *
 * Both files are gzipped CBOR behind a signature: a chunk is `[[word, …], …]` in an array of one, the index is `[version, pages, chunks, …]`,
 * where a chunk is `[first word, last word, name]`, the words as short as they tell it from its neighbours.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readArray, readText, writeArray, writeText } from './cbor.ts';

const SIGNATURE = Buffer.from('pagefind_dcd');
/** Bytes of a chunk before it is packed; a common word of a small site fills one of its own. */
const WANTED = 600;
/** Every chunk costs each reader some 8 bytes in the index of chunks. */
const MOST_CHUNKS = 700;

interface Word {
  readonly text: string;
  readonly entry: Uint8Array;
}

/** Cuts the chunks of the bundle in `directory` anew and returns the new name of its `.pf_meta`. Throws when they are not as they should be. */
export async function splitChunks(directory: string, metaName: string): Promise<string> {
  const meta = [...readArray(await unpack(join(directory, metaName)))];
  const old = readArray(meta[CHUNKS] ?? Buffer.of()).map((chunk) => readText(readArray(chunk)[2] ?? Buffer.of()));
  const words: Word[] = [];
  for (const name of old) {
    const file = chunkFile(directory, name);
    const [list] = readArray(await unpack(file));
    for (const entry of readArray(list ?? Buffer.of())) words.push({ text: readText(readArray(entry)[0] ?? Buffer.of()), entry });
    await rm(file);
  }
  const language = old[0]?.split('_')[0] ?? '';
  // One name for all of them and a number: a reader fetches all the names, and what is alike in them costs nothing.
  const stem = `${language}_${hash(words.map(({ entry }) => entry))}`;
  const groups = groupWords(words);
  const chunks: Uint8Array[] = [];
  for (const [at, group] of groups.entries()) {
    const content = pack(writeArray([writeArray(group.map(({ entry }) => entry))]));
    const name = `${stem}-${at.toString(36)}`;
    await writeFile(chunkFile(directory, name), content);
    const first = group[0]?.text ?? '';
    const last = group.at(-1)?.text ?? '';
    const from = shortestAfter(groups[at - 1]?.at(-1)?.text ?? '', first);
    const to = shortestAfter(groups[at + 1]?.[0]?.text ?? '', last);
    chunks.push(writeArray([from, to, name].map(writeText)));
  }
  meta[CHUNKS] = writeArray(chunks);
  const content = pack(writeArray(meta));
  const name = `pagefind.${language}_${hash([content])}.pf_meta`;
  await rm(join(directory, metaName));
  await writeFile(join(directory, name), content);
  return name;
}

/** Place of the list of chunks in the index. */
const CHUNKS = 2;

function groupWords(words: readonly Word[]): readonly (readonly Word[])[] {
  const total = words.reduce((sum, { entry }) => sum + entry.length, 0);
  const wanted = Math.max(WANTED, total / MOST_CHUNKS);
  const groups: Word[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (filled + word.entry.length > wanted) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)?.push(word);
    filled += word.entry.length;
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

async function unpack(file: string): Promise<Uint8Array> {
  const bytes = gunzipSync(await readFile(file));
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new RangeError(`${file} has not Pagefind's signature`);
  return bytes.subarray(SIGNATURE.length);
}

function pack(content: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });
}

function hash(parts: readonly Uint8Array[]): string {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex').slice(0, 10);
}
