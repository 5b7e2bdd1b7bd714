/**
 * The one place of the browser side that knows Pagefind. It is used as a store of postings and nothing more: no ranking, no
 * excerpts, no fragments of Pagefind's are asked for.
 *
 * Pinned to 1.6.0; what is relied on is checked at build time (`build/canary.ts`).
 */
import { startPagefind } from './pagefind-wasm.ts';
import type { Postings, TermIndex } from './postings.ts';
import { writePrefix, writeTerm } from './terms.ts';

/** The index is missing, damaged, blocked, or of another build than the rest. */
export class IndexUnavailableError extends Error {
  override readonly name = 'IndexUnavailableError';
}

/** Reads a file of the bundle by its path in it. Rejects when it is not there. */
export type ReadFile = (path: string) => Promise<ArrayBuffer>;

export interface PagefindOptions {
  readonly read: ReadFile;
  /** Names of the files that open the bundle; the index has its hash in its name, so that one of another build is not found. */
  readonly wasm: string;
  readonly meta: string;
}

const MEMO_LIMIT = 500;

/** Opens the bundle. It and what it answers reject with an `IndexUnavailableError` when a file cannot be used. */
export async function openPagefind({ read, wasm, meta }: PagefindOptions): Promise<TermIndex> {
  const engine = await Promise.all([read(wasm), read(meta)])
    .then(([wasmFile, metaFile]) => startPagefind(wasmFile, metaFile))
    .catch((cause: unknown) => {
      throw new IndexUnavailableError('Pagefind did not start', { cause });
    });
  const loading = new Map<string, Promise<void>>();
  const load = (chunk: string): Promise<void> => {
    const known = loading.get(chunk);
    if (known) return known;
    const added = read(`index/${chunk}.pf_index`)
      .then((file) => engine.addChunk(chunk, file))
      .catch((cause: unknown) => {
        loading.delete(chunk);
        throw new IndexUnavailableError(`the index chunk ${chunk} cannot be used`, { cause });
      });
    loading.set(chunk, added);
    return added;
  };
  const search = async (word: string): Promise<Postings> => {
    await Promise.all(engine.chunksOf(word).map(load));
    return new Map(engine.find(word).map(({ id, positions }) => [id, [...positions].sort((a, b) => a - b)]));
  };
  const memo = new Map<string, Promise<Postings>>();
  const ask = (word: string): Promise<Postings> => {
    const known = memo.get(word);
    if (known) return known;
    const answer = search(word);
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(word, answer);
    answer.catch(() => memo.delete(word));
    return answer;
  };
  return {
    term: (term) => ask(writeTerm(term)),
    prefix: (beginning) => ask(writePrefix(beginning)),
  };
}
