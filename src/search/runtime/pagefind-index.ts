/**
 * Pagefind's index, read as it lies on the server. Only `pagefind.ts` uses this.
 *
 * Three ways were measured (12 and 1,200 cases, the probe queries of `npm run bench:search`; KB of chunks beside what every search opens with):
 *
 * - Pagefind's own client: 180 KB at 12 cases, 55 of them WebAssembly; it writes every place of a word as JSON, 100 ms for a common one at 1,200;
 * - its files as it writes them: 40 to 156 KB at 12 (five chunks of up to 40 KB), 4 to 20 KB at 1,200;
 * - its files with the chunks cut smaller (`index/split-chunks.ts`): 0.4 to 14 KB at 12, 2 to 33 KB at 1,200.
 *
 * A first result may cost 60 KB at 12 cases, so it is the third: a word's entry is still Pagefind's own, and numbers that lie side by side in
 * the index can be asked for as a range.
 *
 * - the index of chunks (`.pf_meta`), written anew by `index/split-chunks.ts`: `[version, ids of pages, stem of the chunks' names, first words]`
 * - a chunk (`.pf_index`): `[[[word, [[page, places, …], …], …], …]]`. A page is the difference of its number from the page before. Places come by
 *   weight: a negative number says how much those after it weigh (−1 − 24 × weight), which are differences as well, from 0 for every weight.
 *
 * So the pinned version 1.6.0 writes its chunks; the canary of every build reads a page of its own (`index/canary.ts`).
 */
import { decodeCbor } from './cbor.ts';
import { toPlace } from './positions.ts';
import { type NumberRange, type Places, type Postings, unite } from './postings.ts';
import { readNumber } from './terms.ts';

export interface PagefindIndex {
  /** Pagefind's ids of the pages, by their number. */
  readonly pages: readonly string[];
  /** Names of the index chunks from the one that may hold the first written term to the one that may hold the last. */
  chunksOf(first: string, last: string): readonly string[];
  /** Adds a chunk as it lies on the server. Rejects when it is damaged. */
  addChunk(name: string, file: ArrayBuffer): Promise<void>;
  /** Where a written term stands; its chunk must be there. */
  find(written: string): Postings;
  /** Where the numbers of a range stand; their chunks must be there. */
  findNumbers(range: NumberRange): Postings;
}

const VERSION = '1.6.0';

/** One name for all chunks and a number: a reader fetches what tells all the names. */
export const nameOfChunk = (stem: string, at: number): string => `${stem}-${at.toString(36)}`;

/** Opens the index of chunks. Rejects when it is damaged or of another version. */
export async function openIndex(metaFile: ArrayBuffer): Promise<PagefindIndex> {
  const [version, pages, stem, firsts] = listOf(await unpack(metaFile));
  if (version !== VERSION) throw new RangeError('an index of another version of Pagefind');
  const ids = listOf(pages).map(textOf);
  // A chunk holds the words from where it begins to where the next one does.
  const begins = textOf(firsts).split(' ');
  const name = textOf(stem);
  const names = begins.map((_, at) => nameOfChunk(name, at));
  /** Postings as they came; read when they are asked for. */
  const words = new Map<string, unknown>();
  const read = new Map<string, Postings>();
  const find = (written: string): Postings => {
    const before = read.get(written);
    if (before) return before;
    const postings = readPostings(words.get(written) ?? [], ids.length);
    read.set(written, postings);
    return postings;
  };
  return {
    pages: ids,
    chunksOf(first, last) {
      const from = begins.findLastIndex((begin) => begin <= first);
      return names.slice(Math.max(0, from), begins.findLastIndex((begin) => begin <= last) + 1);
    },
    async addChunk(_, file) {
      const [entries] = listOf(await unpack(file));
      for (const entry of listOf(entries)) {
        const [word, found] = listOf(entry);
        words.set(textOf(word), found);
      }
    },
    find,
    findNumbers({ prefix, above, below }) {
      const inRange = [...words.keys()].filter((written) => {
        const value = readNumber(written, prefix);
        return value !== undefined && value > above && value < below;
      });
      return unite(inRange.map(find));
    },
  };
}

function readPostings(found: unknown, pageCount: number): Postings {
  const postings = new Map<number, Places>();
  let page = 0;
  for (const entry of listOf(found)) {
    const [step, items] = listOf(entry);
    page += numberOf(step);
    if (page >= pageCount) throw new RangeError(`no page ${page}`);
    const stored = listOf(items);
    const places = new Int32Array(stored.length);
    let count = 0;
    let position = 0;
    let field = 0;
    for (const item of stored) {
      const value = numberOf(item);
      if (value < 0) {
        field = (-1 - value) / WEIGHT - 1;
        position = 0;
      } else {
        position += value;
        places[count++] = toPlace(position, field);
      }
    }
    postings.set(page, places.subarray(0, count).sort());
  }
  return postings;
}

/** What Pagefind makes of a weight of 1. */
const WEIGHT = 24;

/** Pagefind marks the beginning of everything it writes, so that a half or wrongly unpacked file is noticed. */
const SIGNATURE = 'pagefind_dcd';

/** Unpacks a file of Pagefind's; a server may have unpacked it before. Rejects when it is damaged. */
async function unpack(file: ArrayBuffer): Promise<unknown> {
  const packed = new Uint8Array(file, 0, Math.min(2, file.byteLength));
  const bytes =
    packed[0] === 0x1f && packed[1] === 0x8b
      ? await new Response(new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
      : file;
  if (new TextDecoder().decode(bytes.slice(0, SIGNATURE.length)) !== SIGNATURE) throw new Error('not a file of Pagefind');
  return decodeCbor(new Uint8Array(bytes, SIGNATURE.length));
}

function listOf(item: unknown): readonly unknown[] {
  if (!Array.isArray(item)) throw new RangeError('no list');
  return item;
}

function textOf(item: unknown): string {
  if (typeof item !== 'string') throw new RangeError('no text');
  return item;
}

function numberOf(item: unknown): number {
  if (typeof item !== 'number') throw new RangeError('no number');
  return item;
}
