/** The page's side of the search, with a worker and a server of the test's own: what is asked for again, and what the reader is told. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Hit, SearchAnswer } from '../../src/search/runtime/answer.ts';
import { createSearchClient, SearchError } from '../../src/search/runtime/client.ts';
import type { Request, Response as WorkerResponse } from '../../src/search/runtime/protocol.ts';

const ANSWER: SearchAnswer = {
  query: '협동조합',
  notes: [],
  hits: [],
  matched: 0,
  facets: { region: {}, sector: {}, tier: {}, topic: {} },
  unfiltered: 0,
  rows: { figures: 0, timeline: 0, organisations: 0, instruments: 0 },
  suggestions: { terms: [] },
};
const CUT: SearchAnswer = { ...ANSWER, hits: [{ slug: 'a', passages: [], isCut: true } as unknown as Hit] };
const WORKER = '/_astro/worker-1.js';
const manifestOf = (build: string, worker = '_astro/worker-1.js') => ({ build, meta: `${build}.pf_meta`, slots: '1', worker });

type Reply = WorkerResponse | 'nothing' | 'broken file';
/** What becomes of a request. */
type Work = (request: Request) => Reply;

const answers: Work = ({ id }) => ({ type: 'answer', id, answer: ANSWER });
const isAway: Work = ({ id }) => ({ type: 'failed', id, reason: 'unavailable', detail: 'status 404' });

function open(work: Work) {
  const requests: Request[] = [];
  const workers: string[] = [];
  let terminated = 0;
  const createWorker = (address: string) => {
    workers.push(address);
    const worker = new EventTarget() as EventTarget & { postMessage(request: Request): void; terminate(): void };
    worker.postMessage = (request) => {
      requests.push(request);
      const reply = work(request);
      if (reply === 'broken file') queueMicrotask(() => worker.dispatchEvent(Object.assign(new Event('error'), { message: 'no script' })));
      else if (reply !== 'nothing') queueMicrotask(() => worker.dispatchEvent(new MessageEvent('message', { data: reply })));
    };
    worker.terminate = () => {
      terminated += 1;
    };
    return worker as unknown as Worker;
  };
  const client = createSearchClient({ worker: WORKER, site: 'https://a.kr/', createWorker });
  return { client, requests, workers, terminated: () => terminated };
}

/** Serves one manifest after the other; the last one stays. */
function publish(...manifests: readonly unknown[]) {
  const modes: (RequestCache | undefined)[] = [];
  let at = 0;
  vi.stubGlobal('fetch', (address: string, { cache }: RequestInit = {}) => {
    if (!address.endsWith('manifest.json')) return Promise.resolve(new Response(''));
    modes.push(cache);
    const manifest = manifests[Math.min(at++, manifests.length - 1)];
    return manifest === undefined ? Promise.reject(new TypeError('no connection')) : Promise.resolve(Response.json(manifest));
  });
  return modes;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a tab that outlives a publication', () => {
  test('asks for the manifest anew, past every cache, and answers from the new files', async () => {
    const modes = publish(manifestOf('old'), manifestOf('new'));
    const { client, requests } = open((request) => (request.files.manifest.build === 'old' ? isAway(request) : answers(request)));
    await expect(client.search('협동조합')).resolves.toEqual(ANSWER);
    expect(modes).toEqual([undefined, 'no-store']);
    expect(requests.map(({ files }) => [files.manifest.build, files.attempt])).toEqual([
      ['old', 0],
      ['new', 1],
    ]);
    await client.search('협동조합');
    expect(requests.at(-1)?.files.manifest.build).toBe('new');
    expect(modes).toHaveLength(2);
  });

  test('says so where the scripts have changed too', async () => {
    publish(manifestOf('old'), manifestOf('new', '_astro/worker-2.js'));
    const { client, requests } = open(isAway);
    await expect(client.search('협동조합')).rejects.toMatchObject({ reason: 'outdated' });
    expect(requests).toHaveLength(1);
  });

  test('answers as long as its own files do, whatever is published meanwhile', async () => {
    publish(manifestOf('old'), manifestOf('new', '_astro/worker-2.js'));
    const { client } = open(answers);
    await client.search('협동조합');
    await expect(client.search('공정무역')).resolves.toEqual(ANSWER);
  });
});

describe('files that cannot be used', () => {
  test('are asked for again once, then the reader hears of it', async () => {
    const modes = publish(manifestOf('same'));
    const { client, requests } = open(isAway);
    const failed = await client.search('협동조합').catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(SearchError);
    expect(failed).toMatchObject({ reason: 'unavailable' });
    expect(String(failed)).toMatch(/받지 못했습니다.*고르세요\.$/);
    expect(requests).toHaveLength(2);
    expect(modes).toHaveLength(2);
  });

  test('a manifest that does not come, or is something else, is asked for again', async () => {
    publish(undefined, manifestOf('same'));
    await expect(open(answers).client.search('협동조합')).resolves.toEqual(ANSWER);
    publish('<p>404</p>', manifestOf('same'));
    await expect(open(answers).client.search('협동조합')).resolves.toEqual(ANSWER);
    publish({ build: 'same' });
    await expect(open(answers).client.search('협동조합')).rejects.toMatchObject({ reason: 'unavailable' });
  });

  test('a fault of ours is not asked for again', async () => {
    publish(manifestOf('same'));
    const { client, requests } = open(({ id }) => ({ type: 'failed', id, reason: 'broken', detail: 'x' }));
    await expect(client.search('협동조합')).rejects.toMatchObject({ reason: 'broken' });
    expect(requests).toHaveLength(1);
  });

  test('a worker that does not load is loaded again under another address', async () => {
    publish(manifestOf('same'));
    let tried = 0;
    const { client, workers } = open((request) => (tried++ === 0 ? 'broken file' : answers(request)));
    await expect(client.search('협동조합')).resolves.toEqual(ANSWER);
    expect(workers).toEqual([WORKER, `${WORKER}?1`]);
  });

  test('texts of excerpts are asked for again once a page, and the answer stands without them', async () => {
    publish(manifestOf('same'));
    const { client, requests } = open(({ id }) => ({ type: 'answer', id, answer: CUT }));
    await expect(client.search('협동조합')).resolves.toEqual(CUT);
    expect(requests.map(({ files }) => files.attempt)).toEqual([0, 1]);
    await client.search('협동조합');
    expect(requests).toHaveLength(3);
  });
});

test('a search that is aborted says so, and a new one is answered', async () => {
  publish(manifestOf('same'));
  let tried = 0;
  const { client, workers, terminated } = open((request) => (tried++ === 0 ? 'nothing' : answers(request)));
  const control = new AbortController();
  const first = client.search('협동조합', { signal: control.signal });
  await vi.waitUntil(() => tried === 1);
  control.abort();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  client.restart();
  await expect(client.search('협동조합')).resolves.toEqual(ANSWER);
  expect(workers).toHaveLength(2);
  expect(terminated()).toBe(1);
});
