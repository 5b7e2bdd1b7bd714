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

let opened: { attempt: number; engine: OpeningEngine } | undefined;

/** One engine; a new one when the page has given up on the files of the last. */
function engineOf({ site, manifest, attempt }: SiteFiles): OpeningEngine {
  if (opened && opened.attempt >= attempt) return opened.engine;
  const engine = openEngine({ site, manifest, cache: attempt > 0 ? 'reload' : 'default' });
  opened = { attempt, engine };
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
    scope.postMessage({
      type: 'failed',
      id: data.id,
      reason: error instanceof IndexUnavailableError ? 'unavailable' : 'broken',
      detail: error instanceof Error ? error.message : String(error),
    });
  });
});
