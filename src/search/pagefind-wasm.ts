/**
 * Pagefind's engine, called as its own `pagefind.js` calls it. Only `pagefind.ts` uses this.
 *
 * `pagefind.js` is left out for three reasons: it answers as if a word stood nowhere when an index chunk cannot be read; it asks for
 * its files one after the other; and four fifths of it make excerpts and results that are not used here. What is relied on is the handful of
 * functions below, of the pinned version 1.6.0; the canary of every build runs them (`build/canary.ts`).
 */

/** Where a term was found on one page. */
export interface FoundPage {
  /** Pagefind's id of the page. */
  readonly id: string;
  readonly positions: readonly number[];
}

export interface PagefindEngine {
  /** Names of the index chunks that hold words beginning with this, those loaded before left out. */
  chunksOf(word: string): readonly string[];
  /** Adds a chunk as it lies on the server. Rejects when it is damaged. */
  addChunk(name: string, file: ArrayBuffer): Promise<void>;
  /** Pages with words that begin with this; all their chunks must be there. */
  find(word: string): readonly FoundPage[];
}

/** The exports of the binary. Text goes in and out as (address, bytes) in its memory; `state` is the address of the open index. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly __wbindgen_externrefs: WebAssembly.Table;
  __wbindgen_start(): void;
  __wbindgen_malloc(bytes: number, align: number): number;
  __wbindgen_free(address: number, bytes: number, align: number): void;
  init_pagefind(address: number, bytes: number): number;
  load_index_chunk(state: number, address: number, bytes: number): number;
  request_indexes(state: number, address: number, bytes: number): Span;
  search(
    state: number,
    ...texts: [...query: Span, ...original: Span, ...filter: Span, ...sort: Span, exact: number, diacritics: number]
  ): Span;
}
type Span = [address: number, bytes: number];

const NO_FILTER = '{}';
const NO_SORT = '';

/** Starts the engine on the two files it needs. Rejects when one is damaged or not what it should be. */
export async function startPagefind(wasmFile: ArrayBuffer, metaFile: ArrayBuffer): Promise<PagefindEngine> {
  const [binary, meta] = await Promise.all([unpack(wasmFile), unpack(metaFile)]);
  const started: { exports?: Exports } = {};
  const { instance } = await WebAssembly.instantiate(binary, {
    './pagefind_web_bg.js': {
      __wbindgen_init_externref_table: () => {
        const table = started.exports?.__wbindgen_externrefs;
        const offset = table?.grow(4) ?? 0;
        [undefined, undefined, null, true, false].forEach((value, at) => table?.set(at === 0 ? 0 : offset + at - 1, value));
      },
    },
  });
  const engine = instance.exports as unknown as Exports;
  started.exports = engine;
  engine.__wbindgen_start();

  const put = (bytes: Uint8Array): Span => {
    const address = engine.__wbindgen_malloc(bytes.length, 1) >>> 0;
    new Uint8Array(engine.memory.buffer).set(bytes, address);
    return [address, bytes.length];
  };
  const write = (text: string): Span => put(new TextEncoder().encode(text));
  const read = ([address, bytes]: Span): unknown => {
    const text = new TextDecoder().decode(new Uint8Array(engine.memory.buffer, address >>> 0, bytes));
    engine.__wbindgen_free(address, bytes, 1);
    return JSON.parse(text);
  };

  let state = engine.init_pagefind(...put(meta)) >>> 0;
  if (state === 0) throw new Error('Pagefind did not take the index');
  const loaded = new Set<string>();
  return {
    chunksOf(word) {
      const names = read(engine.request_indexes(state, ...write(word)));
      if (!Array.isArray(names)) throw new Error('Pagefind named no chunks');
      return names.filter((name): name is string => typeof name === 'string' && name !== '' && !loaded.has(name));
    },
    async addChunk(name, file) {
      const chunk = await unpack(file);
      if (loaded.has(name)) return;
      state = engine.load_index_chunk(state, ...put(chunk)) >>> 0;
      if (state === 0) throw new Error(`Pagefind did not take the chunk ${name}`);
      loaded.add(name);
    },
    find(word) {
      const found = read(engine.search(state, ...write(word), ...write(word), ...write(NO_FILTER), ...write(NO_SORT), 0, 0));
      const { results } = found as { results: readonly { p: string; l: readonly { l: number }[] }[] };
      return results.map(({ p: id, l: places }) => ({ id, positions: places.map(({ l: position }) => position) }));
    },
  };
}

/** Pagefind marks the beginning of everything it writes, so that a half or wrongly unpacked file is noticed. */
const SIGNATURE = 'pagefind_dcd';

/** Unpacks a file of Pagefind's; a server may have unpacked it before. Rejects when it is damaged. */
async function unpack(file: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Uint8Array(file, 0, Math.min(2, file.byteLength));
  const bytes =
    packed[0] === 0x1f && packed[1] === 0x8b
      ? await new Response(new Blob([file]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
      : file;
  if (new TextDecoder().decode(bytes.slice(0, SIGNATURE.length)) !== SIGNATURE) throw new Error('not a file of Pagefind');
  return new Uint8Array(bytes, SIGNATURE.length);
}
