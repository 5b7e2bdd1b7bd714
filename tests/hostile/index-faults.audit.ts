/**
 * The files of the search, each missing, empty, cut in half, replaced or damaged: a query that has hits gets the right ones, or an error that is
 * said; never "nothing found", never a blank page. The engine is asked in this process, where thousands of faults take a minute; a browser then
 * takes one file of each kind, where it is shown what a reader is told.
 */
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openBuiltEngine } from '../../scripts/eval-search.ts';
import { launchBrowser } from '../browser.ts';
import { type Answer, type BadHost, openBadHost, readFiles } from './bad-host.ts';
import { seed } from './random.ts';

const FILES = readFiles('dist');
const HOME = Buffer.from(FILES.get('index.html') ?? '');
/** The names of folders and files carry it, and files may. */
const BUILD = (JSON.parse(readFileSync('dist/search/manifest.json', 'utf8')) as { build: string }).build;
const random = seed(2_026);

/** A whole file in another state; undefined where it cannot be in it. */
type Harm = (whole: Buffer) => Answer | undefined;

const ok = (body: Buffer, type?: string): Answer => ({ status: 200, body, ...(type === undefined ? {} : { type }) });
const HARMS: Readonly<Record<string, Harm>> = {
  missing: () => ({ status: 404, body: Buffer.from('404'), type: 'text/html' }),
  refused: () => ({ status: 503, body: Buffer.from('') }),
  'cut off': () => ({ status: 0, body: Buffer.from('') }),
  empty: () => ok(Buffer.alloc(0)),
  half: (whole) => ok(whole.subarray(0, whole.length >> 1)),
  'short of its last byte': (whole) => ok(whole.subarray(0, -1)),
  'a page instead': () => ok(HOME, 'text/html; charset=utf-8'),
  'of another build': (whole) =>
    whole.includes(BUILD) ? ok(Buffer.from(whole.toString('latin1').replaceAll(BUILD, '0'.repeat(BUILD.length)), 'latin1')) : undefined,
  'damaged in one byte': (whole) => {
    const body = Buffer.from(whole);
    const at = random.below(body.length);
    body.writeUInt8(body.readUInt8(at) ^ (1 << random.below(8)), at);
    return ok(body);
  },
};

/** Queries of every kind that is read differently, each with hits. */
const QUERIES = [
  '공공구매',
  '사회적 경제',
  '시니어 다방',
  '마을기업 지원센터',
  '산업단지 조성',
  '70,000천원',
  '2015-09-25',
  '2016년',
  '共同購買',
  '社會的經濟',
  'ㅎㄷㅈㅎ',
  'ㅅㅎㅈㄱㅈ',
  'rhdrhdrnao',
  '협둉조합',
  '연제구',
  '남동구 생활임금',
  '할인권을 나눠주는 카페',
  '주민참여예산',
];

interface Found {
  readonly slugs: readonly string[];
  /** What was fetched for it. */
  readonly paths: readonly string[];
}

describe('the engine', () => {
  const SITE = 'http://site.test/';
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  /** Asks a new engine; `spoil` stands between it and the files. */
  async function ask(query: string, spoil: (path: string, whole: Buffer) => Answer | undefined): Promise<Found> {
    const paths: string[] = [];
    vi.stubGlobal('fetch', (address: string | URL) => {
      const path = String(address).slice(SITE.length);
      paths.push(path);
      const whole = FILES.get(path);
      const { status, body } = (whole && spoil(path, whole)) ?? (whole ? ok(whole) : { status: 404, body: Buffer.from('') });
      return status === 0 ? Promise.reject(new TypeError('fetch failed')) : Promise.resolve(new Response(new Uint8Array(body), { status }));
    });
    const { hits } = await openBuiltEngine('dist', SITE).search(query);
    return { slugs: hits.map(({ slug }) => slug), paths: [...new Set(paths)] };
  }

  test('2,000 faults and more: the right answer or an error', { timeout: 600_000 }, async () => {
    const faults: string[] = [];
    let count = 0;
    for (const query of QUERIES) {
      const whole = await ask(query, () => undefined);
      expect(whole.slugs, query).not.toEqual([]);
      for (const path of whole.paths) {
        for (const [name, harm] of Object.entries(HARMS)) {
          const file = FILES.get(path);
          const answer = file && harm(file);
          if (!answer) continue;
          count += 1;
          const got = await ask(query, (asked) => (asked === path ? answer : undefined)).catch((error: unknown) => error);
          // An error is said.
          if (got instanceof Error) continue;
          const { slugs } = got as Found;
          // No host turns a bit over unnoticed: what is asked of a file that has one is that the search does not fall silent.
          const isRight = name === 'damaged in one byte' ? slugs.length > 0 : slugs.join() === whole.slugs.join();
          if (!isRight) faults.push(`‘${query}’ with ${path} ${name}: ${slugs.length === 0 ? 'nothing found' : slugs.join(' ')}`);
        }
      }
    }
    console.log(`index faults: ${String(count)}, wrong answers: ${String(faults.length)}`);
    expect(count).toBeGreaterThanOrEqual(2_000);
    expect(faults).toEqual([]);
  });
});

describe('the search page', () => {
  /** One file of each kind, by the query that needs it. */
  const KINDS: readonly (readonly [name: string, query: string, pattern: RegExp])[] = [
    ['the manifest', '공공구매', /^search\/manifest\.json$/],
    ['the core', '공공구매', /\/core\./],
    ['the index of chunks', '공공구매', /\.pf_meta$/],
    ['chunks of the index', '공공구매', /\.pf_index$/],
    ['words', '공공구매', /\/words\//],
    ['readings of hanja', '共同購買', /\/hanja\./],
    ['initials', 'ㅎㄷㅈㅎ', /\/initials\//],
    ['texts of excerpts', '공공구매', /\/text\//],
    ['the worker', '공공구매', /_astro\/worker[^/]*\.js$/],
  ];
  /** More than the search itself waits for a file. */
  const MOST_WAIT = 15_000;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function withHost<Result>(run: (host: BadHost) => Promise<Result>): Promise<Result> {
    const host = await openBadHost(FILES);
    try {
      return await run(host);
    } finally {
      await host.close();
    }
  }

  /** What a reader is told: the hits, or what stands there instead. */
  async function read(host: BadHost, query: string) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    try {
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto(`${host.address}search/?q=${encodeURIComponent(query)}`);
      const settled = '[data-search-results]:is([data-state=done], [data-state=error])';
      await page.waitForSelector(settled, { timeout: MOST_WAIT }).catch(() => undefined);
      const seen = await page.evaluate(() => {
        const results = document.querySelector<HTMLElement>('[data-search-results]');
        return {
          state: results?.dataset['state'] ?? '',
          slugs: [...(results?.querySelectorAll('[data-case]') ?? [])].map((hit) => hit.getAttribute('data-case') ?? ''),
          told: results?.innerText.trim() ?? '',
          ways: [...document.querySelectorAll('main a[href], main button')].filter((way) => way.checkVisibility()).length,
        };
      });
      return { ...seen, errors };
    } finally {
      await context.close();
    }
  }

  /** What is wrong when every file of a kind comes in another state. */
  async function findFaults(name: string, query: string, pattern: RegExp, harm: Harm): Promise<string[]> {
    return withHost(async (host) => {
      const whole = await read(host, query);
      expect(whole.state).toBe('done');
      expect(whole.slugs).not.toEqual([]);
      expect(host.asked.filter((path) => pattern.test(path))).not.toEqual([]);
      host.spoil((path, body) => (body && pattern.test(path) ? harm(body) : undefined));
      const got = await read(host, query);
      const isRight = got.state === 'done' && got.slugs.join() === whole.slugs.join();
      const isSaid = got.state === 'error' && got.slugs.length === 0 && /[가-힣]{2}/.test(got.told) && got.ways > 0;
      return [
        ...(isRight || isSaid ? [] : [`${name}: ${got.state}, ${String(got.slugs.length)} hits, ‘${got.told.split('\n')[0] ?? ''}’`]),
        ...got.errors.map((error) => `${name}: ${error}`),
      ];
    });
  }

  test.for(KINDS)('%s: hits or an error with a way on, however they come', { timeout: 120_000 }, async ([, query, pattern]) => {
    const faults: string[] = [];
    for (const [name, harm] of Object.entries(HARMS))
      if (name !== 'damaged in one byte') faults.push(...(await findFaults(name, query, pattern, harm)));
    expect(faults).toEqual([]);
  });

  test('files that never come: hits or an error with a way on', { timeout: 120_000 }, async () => {
    const never: Harm = (body) => ({ status: 200, body, after: 60_000 });
    const faults = await Promise.all(KINDS.map(([name, query, pattern]) => findFaults(name, query, pattern, never)));
    expect(faults.flat()).toEqual([]);
  });
});
