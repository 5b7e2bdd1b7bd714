/**
 * Pagefind's index, read as it lies on the server. Only `pagefind.ts` uses this.
 *
 * Pagefind brings an engine for it (WebAssembly, 55 KB), of which only the postings would be used here: it scores every page and writes all it found
 * as JSON, 100 ms for a common word of 1,200 cases. The files are gzipped CBOR behind a signature:
 *
 * - the index of chunks (`.pf_meta`): `[version, [[page id, words, …], …], [[first word, last word, chunk], …], …]`
 * - a chunk (`.pf_index`): `[[[word, [[page, places, …], …], …], …]]`. A page is the difference of its number from the page before; places are
 *   differences as well, with a negative number before them that says how much they weigh.
 *
 * That is how the pinned version 1.6.0 writes them; the canary of every build reads a page of its own (`build/canary.ts`).
 */

/** Where a term was found on one page. */
export interface FoundPage {
  /** Pagefind's id of the page. */
  readonly id: string;
  readonly positions: readonly number[];
}

/** Whether a word itself is asked for, or every word that begins so. */
export type Match = 'word' | 'beginning';

export interface PagefindIndex {
  /** Names of the index chunks that may hold it, those added before left out. */
  chunksOf(word: string, match: Match): readonly string[];
  /** Adds a chunk as it lies on the server. Rejects when it is damaged. */
  addChunk(name: string, file: ArrayBuffer): Promise<void>;
  /** Where it stands, page by page and for every word that begins so apart; all its chunks must be there. */
  find(word: string, match: Match): readonly FoundPage[];
}

const VERSION = '1.6.0';
/** Sorts after everything that begins alike. */
const LAST = '\uffff';

/** Opens the index of chunks. Rejects when it is damaged or of another version. */
export async function openIndex(metaFile: ArrayBuffer): Promise<PagefindIndex> {
  const [version, pages, chunks] = listOf(decode(await unpack(metaFile)));
  if (version !== VERSION) throw new RangeError('an index of another version of Pagefind');
  const ids = listOf(pages).map((page) => textOf(listOf(page)[0]));
  // A chunk holds the words from where it begins to where the next one does.
  const begins = listOf(chunks).map((chunk) => textOf(listOf(chunk)[0]));
  const names = listOf(chunks).map((chunk) => textOf(listOf(chunk)[2]));
  const words = new Map<string, readonly FoundPage[]>();
  const added = new Set<string>();
  return {
    chunksOf(word, match) {
      const first = begins.findLastIndex((begin) => begin <= word);
      const last = match === 'word' ? first : begins.findLastIndex((begin) => begin < word + LAST);
      return names.slice(Math.max(0, first), last + 1).filter((name) => !added.has(name));
    },
    async addChunk(name, file) {
      const [entries] = listOf(decode(await unpack(file)));
      for (const entry of listOf(entries)) {
        const [word, found] = listOf(entry);
        words.set(textOf(word), readPages(found, ids));
      }
      added.add(name);
    },
    find(word, match) {
      if (match === 'word') return words.get(word) ?? [];
      return [...words].flatMap(([indexed, found]) => (indexed.startsWith(word) ? found : []));
    },
  };
}

function readPages(found: Item | undefined, ids: readonly string[]): readonly FoundPage[] {
  let number = 0;
  return listOf(found).map((page) => {
    const [step, places] = listOf(page);
    number += numberOf(step);
    const id = ids[number];
    if (id === undefined) throw new RangeError(`no page ${number}`);
    const positions: number[] = [];
    let position = 0;
    for (const place of listOf(places)) {
      if (numberOf(place) < 0) continue;
      position += numberOf(place);
      positions.push(position);
    }
    return { id, positions };
  });
}

/** Pagefind marks the beginning of everything it writes, so that a half or wrongly unpacked file is noticed. */
const SIGNATURE = 'pagefind_dcd';

/** Unpacks a file of Pagefind's; a server may have unpacked it before. Rejects when it is damaged. */
async function unpack(file: ArrayBuffer): Promise<Uint8Array> {
  const packed = new Uint8Array(file, 0, Math.min(2, file.byteLength));
  const bytes =
    packed[0] === 0x1f && packed[1] === 0x8b
      ? await new Response(new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
      : file;
  if (new TextDecoder().decode(bytes.slice(0, SIGNATURE.length)) !== SIGNATURE) throw new Error('not a file of Pagefind');
  return new Uint8Array(bytes, SIGNATURE.length);
}

type Item = number | string | readonly Item[];

const MAJOR = { positive: 0, negative: 1, text: 3, array: 4 } as const;

/** The one item that the bytes are: as much of CBOR (RFC 8949) as Pagefind writes. Throws a `RangeError` when it is not whole or another kind. */
function decode(bytes: Uint8Array): Item {
  const texts = new TextDecoder();
  let at = 0;
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw new RangeError('the bytes end too early');
    return byte;
  };
  const item = (): Item => {
    const head = next();
    const major = head >> 5;
    let value = head & 31;
    if (value >= 24) {
      // One, two, four or eight bytes follow.
      if (value > 27) throw new RangeError(`not understood: ${head}`);
      let size = 1 << (value - 24);
      for (value = 0; size > 0; size--) value = value * 256 + next();
    }
    if (major === MAJOR.positive) return value;
    if (major === MAJOR.negative) return -1 - value;
    if (major === MAJOR.text) return texts.decode(bytes.subarray(at, (at += value)));
    if (major !== MAJOR.array) throw new RangeError(`not understood: ${head}`);
    const items: Item[] = [];
    for (; value > 0; value--) items.push(item());
    return items;
  };
  const whole = item();
  if (at !== bytes.length) throw new RangeError('other bytes than one item');
  return whole;
}

function listOf(item: Item | undefined): readonly Item[] {
  if (typeof item !== 'object') throw new RangeError('no list');
  return item;
}

function textOf(item: Item | undefined): string {
  if (typeof item !== 'string') throw new RangeError('no text');
  return item;
}

function numberOf(item: Item | undefined): number {
  if (typeof item !== 'number') throw new RangeError('no number');
  return item;
}
