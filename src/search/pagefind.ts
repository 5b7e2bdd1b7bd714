/**
 * The one place of the browser side that knows Pagefind. It is used as a store of postings and nothing more: no ranking, no
 * excerpts, no fragments of Pagefind's are asked for.
 *
 * Pinned to 1.6.0; what is relied on is checked at build time (`build/write-pagefind.ts`).
 */
import type { Postings, TermIndex } from './postings.ts';
import { writePrefix, writeTerm } from './terms.ts';

/** What is used of `pagefind.js`. */
interface PagefindModule {
  options(options: { basePath: string; baseUrl: string; noWorker: true }): Promise<void>;
  init(): Promise<void>;
  search(query: string): Promise<{ results: readonly { id: string; words: readonly number[] }[] }>;
}

/** The index is missing, damaged, blocked, or of another build than the rest. */
export class IndexUnavailableError extends Error {
  override readonly name = 'IndexUnavailableError';
}

export interface PagefindOptions {
  /** Address of the bundle, with a slash at the end, e.g. `https://host/base/pagefind/`. */
  readonly url: string;
  /** The bundle's hash as our manifest has it. */
  readonly hash: string;
  /** Id of a page to leave out of every answer. */
  readonly ignored?: string;
  /** How to import `pagefind.js`; by default from `url`. In Node a file is imported instead. */
  readonly load?: () => Promise<unknown>;
}

const MEMO_LIMIT = 500;

/** Opens the bundle. Rejects with an `IndexUnavailableError` when it cannot be used. */
export async function openPagefind({ url, hash, ignored, load }: PagefindOptions): Promise<TermIndex> {
  const [module] = await Promise.all([loadModule(load ?? (() => importFrom(`${url}pagefind.js`))), checkHash(url, hash)]);
  try {
    await module.options({ basePath: url, baseUrl: '/', noWorker: true });
    await module.init();
  } catch (cause) {
    throw new IndexUnavailableError('Pagefind did not start', { cause });
  }
  const memo = new Map<string, Promise<Postings>>();
  const ask = (query: string): Promise<Postings> => {
    const known = memo.get(query);
    if (known) return known;
    const answer = search(module, query, ignored);
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(query, answer);
    answer.catch(() => memo.delete(query));
    return answer;
  };
  return {
    term: (term) => ask(writeTerm(term)),
    prefix: (beginning) => ask(writePrefix(beginning)),
  };
}

async function search(module: PagefindModule, query: string, ignored: string | undefined): Promise<Postings> {
  let results;
  try {
    ({ results } = await module.search(query));
  } catch (cause) {
    throw new IndexUnavailableError(`the index did not answer ${query}`, { cause });
  }
  return new Map(results.filter(({ id }) => id !== ignored).map(({ id, words }) => [id, [...words].sort((a, b) => a - b)]));
}

async function loadModule(load: () => Promise<unknown>): Promise<PagefindModule> {
  let module: unknown;
  try {
    module = await load();
  } catch (cause) {
    throw new IndexUnavailableError('pagefind.js could not be loaded', { cause });
  }
  if (!isPagefind(module)) throw new IndexUnavailableError('pagefind.js is not what it should be');
  return module;
}

/** The address stands in a variable, so that no bundler follows it. */
function importFrom(address: string): Promise<unknown> {
  return import(/* @vite-ignore */ address);
}

async function checkHash(url: string, hash: string): Promise<void> {
  let found: unknown;
  try {
    const response = await fetch(`${url}pagefind-entry.json`, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`status ${response.status}`);
    found = await response.json();
  } catch (cause) {
    throw new IndexUnavailableError('pagefind-entry.json could not be read', { cause });
  }
  const languages = isRecord(found) && isRecord(found['languages']) ? Object.values(found['languages']) : [];
  if (!languages.some((language) => isRecord(language) && language['hash'] === hash)) {
    throw new IndexUnavailableError('the index belongs to another build');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPagefind(module: unknown): module is PagefindModule {
  return isRecord(module) && ['options', 'init', 'search'].every((name) => typeof module[name] === 'function');
}
