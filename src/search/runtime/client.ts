/**
 * The page's side of the search: one worker, asked through promises.
 *
 * ```ts
 * const search = createSearchClient({
 *   createWorker: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
 *   site: new URL(base, location.href).href, // with a slash at the end
 * });
 * input.addEventListener('focus', () => { void search.open(input.value); });
 * const answer = await search.search('공정무역', { onPartial: render, signal });
 * ```
 */
import type { SearchAnswer, SearchOptions } from './answer.ts';
import { MANIFEST_PATH, type Manifest, firstPaths, isManifest } from './assets.ts';
import type { FailureReason, Request, Response, SiteFiles } from './protocol.ts';

export interface SearchClientOptions {
  /** Written by the caller, so that the bundler sees the worker's address. */
  readonly createWorker: () => Worker;
  /** Absolute address of the site's root with its base path and a slash at the end. */
  readonly site: string;
}

export interface ClientSearchOptions extends SearchOptions {
  /** Aborting rejects with an `AbortError`; a search asked before is not aborted by the next one. */
  readonly signal?: AbortSignal;
  /** The first answer, before all passages are there. */
  readonly onPartial?: (answer: SearchAnswer) => void;
}

export interface SearchClient {
  /** Fetches what a search needs, and what has been typed of it; safe to call often. Rejects with a `SearchError`. */
  open(typed: string): Promise<void>;
  /** Rejects with a `SearchError` or, when aborted, with an `AbortError`. */
  search(query: string, options?: ClientSearchOptions): Promise<SearchAnswer>;
}

/** The search cannot answer. `message` is Korean and made for the reader. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly reason: FailureReason;
  readonly detail: string;

  constructor(reason: FailureReason, detail: string) {
    super(
      reason === 'unavailable'
        ? '찾기에 필요한 파일을 받지 못했다. 연결을 확인하고 다시 시도하거나, 사례 목록에서 찾는다.'
        : '찾는 도중에 문제가 생겼다. 사례 목록에서 찾을 수 있다.',
    );
    this.reason = reason;
    this.detail = detail;
  }
}

interface Waiting {
  readonly resolve: (answer: SearchAnswer | undefined) => void;
  readonly reject: (error: Error) => void;
  readonly onPartial: ((answer: SearchAnswer) => void) | undefined;
}

export function createSearchClient({ createWorker, site }: SearchClientOptions): SearchClient {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  const start = (): Worker => {
    if (worker) return worker;
    const started = createWorker();
    started.addEventListener('message', ({ data }: MessageEvent<Response>) => {
      const request = waiting.get(data.id);
      if (!request) return;
      if (data.type === 'partial') {
        request.onPartial?.(data.answer);
        return;
      }
      waiting.delete(data.id);
      if (data.type === 'failed') request.reject(new SearchError(data.reason, data.detail));
      else request.resolve(data.type === 'answer' ? data.answer : undefined);
    });
    // The worker's own file did not load, or threw outside a request.
    started.addEventListener('error', (event) => {
      worker = undefined;
      for (const request of waiting.values()) request.reject(new SearchError('unavailable', event.message));
      waiting.clear();
    });
    worker = started;
    return started;
  };

  /** What the manifest says: read once, again after a failure. */
  let manifest: Promise<Manifest> | undefined;
  const readFiles = async (): Promise<SiteFiles> => {
    manifest ??= fetchManifest(site);
    try {
      return { site, manifest: await manifest };
    } catch (error) {
      manifest = undefined;
      throw new SearchError('unavailable', error instanceof Error ? error.message : String(error));
    }
  };

  const ask = async (make: (id: number, files: SiteFiles) => Request, options: ClientSearchOptions): Promise<SearchAnswer | undefined> => {
    // Started before the manifest is there, so that both are fetched at once.
    let asked: Worker;
    try {
      asked = start();
    } catch (error) {
      throw new SearchError('unavailable', error instanceof Error ? error.message : String(error));
    }
    const files = await readFiles();
    const { signal, onPartial } = options;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new DOMException('aborted', 'AbortError'));
        return;
      }
      // It may have failed meanwhile.
      if (asked !== worker) asked = start();
      const id = ++last;
      waiting.set(id, { resolve, reject, onPartial });
      signal?.addEventListener(
        'abort',
        () => {
          waiting.delete(id);
          reject(new DOMException('aborted', 'AbortError'));
        },
        { once: true },
      );
      asked.postMessage(make(id, files));
    });
  };

  return {
    async open(typed) {
      await ask((id, files) => ({ type: 'open', id, files, query: typed }), {});
    },
    async search(query, options = {}) {
      const { filters, literal, most } = options;
      const sent: SearchOptions = {
        ...(filters ? { filters } : {}),
        ...(literal === undefined ? {} : { literal }),
        ...(most === undefined ? {} : { most }),
      };
      const answer = await ask((id, files) => ({ type: 'search', id, files, query, options: sent }), options);
      if (!answer) throw new SearchError('broken', 'the worker answered without an answer');
      return answer;
    },
  };
}

async function fetchManifest(site: string): Promise<Manifest> {
  const response = await fetch(site + MANIFEST_PATH);
  if (!response.ok) throw new Error(`status ${response.status}`);
  const manifest: unknown = await response.json();
  if (!isManifest(manifest)) throw new Error('the manifest is damaged');
  // The worker is still on its way: what it asks for first will be in the browser's cache. It hears of a failure itself.
  for (const path of firstPaths(manifest)) {
    fetch(site + path)
      .then((file) => file.arrayBuffer())
      .catch(() => undefined);
  }
  return manifest;
}
