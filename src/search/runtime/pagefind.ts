/**
 * The one place of the browser side that knows Pagefind. It is used as a store of postings and nothing more: no ranking, no
 * excerpts, no fragments of Pagefind's are asked for.
 *
 * Pinned to 1.6.0; what is relied on is checked at build time (`index/canary.ts`).
 */
import { openIndex } from './pagefind-index.ts';
import type { TermIndex } from './postings.ts';
import { numberBounds, writeTerm } from './terms.ts';

/** The index is missing, damaged, blocked, or of another build than the rest. */
export class IndexUnavailableError extends Error {
  override readonly name = 'IndexUnavailableError';
}

/** Reads a file of the bundle by its path in it. Rejects when it is not there. */
export type ReadFile = (path: string) => Promise<ArrayBuffer>;

export interface PagefindOptions {
  readonly read: ReadFile;
  /** Name of the index of chunks; it has its hash in its name, so that one of another build is not found. */
  readonly meta: string;
}

/** A range of numbers that lies in more chunks than this is not fetched. */
const MOST_RANGE_CHUNKS = 40;

/** Opens the bundle. It and what it answers reject with an `IndexUnavailableError` when a file cannot be used. */
export async function openPagefind({ read, meta }: PagefindOptions): Promise<TermIndex> {
  const index = await read(meta)
    .then(openIndex)
    .catch((cause: unknown) => {
      throw new IndexUnavailableError('the index of chunks cannot be used', { cause });
    });
  const loading = new Map<string, Promise<void>>();
  const load = (chunk: string): Promise<void> => {
    const known = loading.get(chunk);
    if (known) return known;
    const added = read(`index/${chunk}.pf_index`)
      .then((file) => index.addChunk(chunk, file))
      .catch((cause: unknown) => {
        loading.delete(chunk);
        throw new IndexUnavailableError(`the index chunk ${chunk} cannot be used`, { cause });
      });
    loading.set(chunk, added);
    return added;
  };
  return {
    pages: index.pages,
    async term(term) {
      const written = writeTerm(term);
      await Promise.all(index.chunksOf(written, written).map(load));
      return index.find(written);
    },
    async numbers(range) {
      const chunks = index.chunksOf(...numberBounds(range.prefix, range.above, range.below));
      if (chunks.length > MOST_RANGE_CHUNKS) return new Map();
      await Promise.all(chunks.map(load));
      return index.findNumbers(range);
    },
  };
}
