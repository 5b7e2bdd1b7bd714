/**
 * The search worker: `new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })`. All work is done here, so that the
 * page never waits; only answers cross. See `protocol.ts`.
 */
import { type OpeningEngine, openEngine } from './engine.ts';
import { IndexUnavailableError } from './pagefind.ts';
import type { Request, Response, SiteFiles } from './protocol.ts';

/** The little of a worker's global scope that is used; the DOM library types `self` as a window. */
interface WorkerScope {
  postMessage(message: Response): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}
const scope = self as unknown as WorkerScope;

let opened: { build: string; engine: OpeningEngine } | undefined;
/** A file was damaged: the browser may have kept it, so the next engine asks the server again. */
let distrusted = false;

/** One engine; after a file that could not be used, a new one at the next request. */
function engineOf({ site, manifest }: SiteFiles): OpeningEngine {
  if (opened?.build === manifest.build) return opened.engine;
  const engine = openEngine({ site, manifest, cache: distrusted ? 'reload' : 'default' });
  opened = { build: manifest.build, engine };
  return engine;
}

async function answer(request: Request): Promise<void> {
  const engine = engineOf(request.files);
  if (request.type === 'open') {
    engine.prepare(request.query);
    await engine.ready;
    scope.postMessage({ type: 'opened', id: request.id });
    return;
  }
  const { id, query, options } = request;
  const found = await engine.search(query, options, (partial) => {
    scope.postMessage({ type: 'partial', id, answer: partial });
  });
  scope.postMessage({ type: 'answer', id, answer: found });
}

scope.addEventListener('message', ({ data }) => {
  answer(data).catch((error: unknown) => {
    if (error instanceof IndexUnavailableError) {
      opened = undefined;
      distrusted = true;
    }
    scope.postMessage({
      type: 'failed',
      id: data.id,
      reason: error instanceof IndexUnavailableError ? 'unavailable' : 'broken',
      detail: error instanceof Error ? error.message : String(error),
    });
  });
});
