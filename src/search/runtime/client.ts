/**
 * The page's side of the search: one worker, asked through promises.
 *
 * ```ts
 * const search = createSearchClient({ worker, site: new URL(base, location.href).href }); // with a slash at the end
 * input.addEventListener('focus', () => { void search.open(input.value); });
 * const answer = await search.search('공정무역', { onPartial: render, signal });
 * ```
 *
 * A tab outlives a publication, and a browser keeps what came damaged. So when files cannot be used, the manifest is fetched anew and everything
 * else past what the browser has kept, once, before the reader hears of it.
 */
import type { SearchAnswer, SearchOptions } from './answer.ts';
import { MANIFEST_PATH, type Manifest, firstPaths, isManifest } from './assets.ts';
import type { FailureReason, Request, Response, SiteFiles } from './protocol.ts';

export interface SearchClientOptions {
  /** Address of the worker's file. */
  readonly worker: string;
  /** Absolute address of the site's root with its base path and a slash at the end. */
  readonly site: string;
  /** Tests bring a worker of their own. */
  readonly createWorker?: (address: string) => Worker;
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
  /** Gives up on everything that is under way, and begins anew at the next call: the way out of a server that does not answer. */
  restart(): void;
}

const MESSAGES: Readonly<Record<FailureReason, string>> = {
  unavailable: '검색에 필요한 파일을 받지 못했습니다. 연결을 확인하고 다시 검색하거나 아래 주제어나 목록에서 사례를 고르세요.',
  outdated: '이 페이지를 연 뒤에 사이트가 새로 게시되었습니다. 새로 고침한 뒤 검색해 주세요.',
  broken: '검색하다가 문제가 생겼습니다. 다시 검색하거나 아래 주제어나 목록에서 사례를 고르세요.',
};

/** The search cannot answer. `message` is Korean and made for the reader. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly reason: FailureReason;
  readonly detail: string;

  constructor(reason: FailureReason, detail: string) {
    super(MESSAGES[reason]);
    this.reason = reason;
    this.detail = detail;
  }
}

interface Waiting {
  readonly resolve: (answer: SearchAnswer | undefined) => void;
  readonly reject: (error: Error) => void;
  readonly onPartial: ((answer: SearchAnswer) => void) | undefined;
}

export function createSearchClient({ worker: address, site, createWorker = startWorker }: SearchClientOptions): SearchClient {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  /** How often the files were given up on (`SiteFiles`). */
  let attempt = 0;
  /** Texts that never come do not make every search fetch everything anew. */
  let hasMissedTexts = false;
  /** What the manifest says: read once an attempt. */
  let manifest: Promise<Manifest> | undefined;

  const start = (): Worker => {
    if (worker) return worker;
    // A file that came damaged may be kept under its own address.
    const started = createWorker(attempt > 0 ? `${address}?${String(attempt)}` : address);
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
      if (worker === started) stop(new SearchError('unavailable', event.message));
    });
    worker = started;
    return started;
  };
  const stop = (reason: Error): void => {
    worker?.terminate();
    worker = undefined;
    const left = [...waiting.values()];
    waiting.clear();
    for (const request of left) request.reject(reason);
  };

  const renew = (): void => {
    attempt += 1;
    manifest = undefined;
  };
  const readFiles = async (): Promise<SiteFiles> => {
    const asked = attempt;
    manifest ??= fetchManifest(site, asked > 0);
    try {
      const read = await manifest;
      // Files of a new publication, and scripts that may read them otherwise than they are meant.
      if (asked > 0 && read.worker !== undefined && !address.endsWith(`/${read.worker}`))
        throw new SearchError('outdated', `the worker is ${read.worker} now`);
      return { site, manifest: read, attempt: asked };
    } catch (error) {
      if (asked === attempt) manifest = undefined;
      throw error instanceof SearchError ? error : new SearchError('unavailable', describeError(error));
    }
  };

  const askOnce = async (
    make: (id: number, files: SiteFiles) => Request,
    options: ClientSearchOptions,
  ): Promise<SearchAnswer | undefined> => {
    const { signal, onPartial } = options;
    // Started before the manifest is there, so that both are fetched at once.
    try {
      start();
    } catch (error) {
      throw new SearchError('unavailable', describeError(error));
    }
    const files = await readFiles();
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = ++last;
      waiting.set(id, { resolve, reject, onPartial });
      signal?.addEventListener(
        'abort',
        () => {
          waiting.delete(id);
          reject(signal.reason as Error);
        },
        { once: true },
      );
      // It may have failed meanwhile.
      start().postMessage(make(id, files));
    });
  };
  const ask = async (make: (id: number, files: SiteFiles) => Request, options: ClientSearchOptions): Promise<SearchAnswer | undefined> => {
    const asked = attempt;
    try {
      return await askOnce(make, options);
    } catch (error) {
      if (!(error instanceof SearchError) || error.reason !== 'unavailable' || options.signal?.aborted === true) throw error;
      // Another request may have begun anew already.
      if (asked === attempt) renew();
      return askOnce(make, options);
    }
  };

  return {
    async open(typed) {
      await ask((id, files) => ({ type: 'open', id, files, query: typed }), {});
    },
    async search(query, options = {}) {
      const { filters, literal, demanded, most } = options;
      const sent: SearchOptions = {
        ...(filters ? { filters } : {}),
        ...(literal === undefined ? {} : { literal }),
        ...(demanded === undefined ? {} : { demanded }),
        ...(most === undefined ? {} : { most }),
      };
      const make = (id: number, files: SiteFiles): Request => ({ type: 'search', id, files, query, options: sent });
      const answer = await ask(make, options);
      if (!answer) throw new SearchError('broken', 'the worker answered without an answer');
      if (hasMissedTexts || !answer.hits.some(({ isCut }) => isCut)) return answer;
      hasMissedTexts = true;
      renew();
      return askOnce(make, options).then(
        (again) => again ?? answer,
        (error: unknown) => {
          if (error instanceof SearchError) return answer;
          throw error;
        },
      );
    },
    restart() {
      renew();
      stop(new DOMException('begun anew', 'AbortError'));
    },
  };
}

function startWorker(address: string): Worker {
  return new Worker(address, { type: 'module' });
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** @param isAgain past everything that the browser has kept */
async function fetchManifest(site: string, isAgain: boolean): Promise<Manifest> {
  const response = await fetch(site + MANIFEST_PATH, isAgain ? { cache: 'no-store' } : {});
  if (!response.ok) throw new Error(`status ${String(response.status)}`);
  const manifest: unknown = await response.json();
  if (!isManifest(manifest)) throw new Error('the manifest is damaged');
  if (isAgain) return manifest;
  // The worker is still on its way: what it asks for first will be in the browser's cache. It hears of a failure itself.
  for (const path of firstPaths(manifest)) {
    fetch(site + path)
      .then((file) => file.arrayBuffer())
      .catch(() => undefined);
  }
  return manifest;
}
