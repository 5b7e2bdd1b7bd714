/**
 * The one place of the browser side that knows Pagefind. It is used as a store of postings and nothing more: no ranking, no
 * excerpts, no fragments of Pagefind's are asked for.
 *
 * Pinned to 1.6.0; what is relied on is checked at build time (`build/canary.ts`).
 */
import { type Match, openIndex } from './pagefind-index.ts';
import type { Postings, TermIndex } from './postings.ts';
import { writePrefix, writeTerm } from '../terms.ts';

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

const MEMO_LIMIT = 500;

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
  const search = async (word: string, match: Match): Promise<Postings> => {
    await Promise.all(index.chunksOf(word, match).map(load));
    const pages = new Map<string, readonly number[]>();
    for (const { id, positions } of index.find(word, match)) {
      const others = pages.get(id);
      pages.set(id, others ? [...others, ...positions].sort((a, b) => a - b) : positions);
    }
    return pages;
  };
  const memo = new Map<string, Promise<Postings>>();
  const ask = (word: string, match: Match): Promise<Postings> => {
    const key = `${match} ${word}`;
    const known = memo.get(key);
    if (known) return known;
    const answer = search(word, match);
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(key, answer);
    answer.catch(() => memo.delete(key));
    return answer;
  };
  return {
    term: (term) => ask(writeTerm(term), 'word'),
    prefix: (beginning) => ask(writePrefix(beginning), 'beginning'),
  };
}
