/**
 * How good the search is, on judged queries: `npm run eval:search [-- queries.json] [--fast] [--site=dist]`.
 *
 * By default every query is typed into the address of the built search page in a real browser. `--fast` asks the same engine in Node,
 * for tuning. Prints per category success@1, MRR, recall and precision, and what was missed with what was understood.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { MANIFEST_PATH, isManifest } from '../src/search/runtime/assets.ts';
import { type Engine, openEngine } from '../src/search/runtime/engine.ts';
import { launchBrowser } from '../src/local/browser.ts';
import { serve } from '../src/local/serve.ts';

const JudgedFile = z.array(
  z.object({
    id: z.string(),
    q: z.string(),
    category: z.string(),
    /** Slugs of every case that answers; none when no case does. */
    relevant: z.array(z.string()),
    /** Slugs of the cases that should come first. */
    best: z.array(z.string()),
  }),
);
export type Judged = z.infer<typeof JudgedFile>[number];

/** What one query brought: slugs in rank order, and what the page said it understood. */
export interface Answered {
  readonly slugs: readonly string[];
  readonly notes: readonly string[];
}

export interface Marks {
  readonly count: number;
  /** Share of queries whose first hit is one of the best; for a query without an answer, whose list is empty. */
  readonly successAt1: number;
  readonly mrr: number;
  readonly recall: number;
  /** Averaged over the queries that have an answer. */
  readonly precision: number;
}

export interface Miss {
  readonly judged: Judged;
  readonly answered: Answered;
}

export interface Report {
  readonly overall: Marks;
  readonly categories: ReadonlyMap<string, Marks>;
  readonly misses: readonly Miss[];
}

export function readJudged(file: string): readonly Judged[] {
  return JudgedFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function evaluate(pairs: readonly Miss[]): Report {
  const byCategory = new Map<string, Miss[]>();
  for (const pair of pairs) {
    const list = byCategory.get(pair.judged.category) ?? [];
    list.push(pair);
    byCategory.set(pair.judged.category, list);
  }
  const sorted = [...byCategory].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    overall: mark(pairs),
    categories: new Map(sorted.map(([category, list]) => [category, mark(list)])),
    misses: pairs.filter((pair) => success(pair) === 0 || recall(pair) < 1),
  };
}

function mark(pairs: readonly Miss[]): Marks {
  const answerable = pairs.filter(({ judged }) => judged.relevant.length > 0);
  return {
    count: pairs.length,
    successAt1: mean(pairs.map(success)),
    mrr: mean(pairs.map(reciprocalRank)),
    recall: mean(pairs.map(recall)),
    precision: mean(answerable.map(precision)),
  };
}

function success({ judged, answered }: Miss): number {
  const [first] = answered.slugs;
  if (judged.relevant.length === 0) return first === undefined ? 1 : 0;
  return first !== undefined && judged.best.includes(first) ? 1 : 0;
}

function reciprocalRank(pair: Miss): number {
  if (pair.judged.relevant.length === 0) return success(pair);
  const rank = pair.answered.slugs.findIndex((slug) => pair.judged.best.includes(slug));
  return rank < 0 ? 0 : 1 / (rank + 1);
}

function recall({ judged, answered }: Miss): number {
  if (judged.relevant.length === 0) return answered.slugs.length === 0 ? 1 : 0;
  return judged.relevant.filter((slug) => answered.slugs.includes(slug)).length / judged.relevant.length;
}

function precision({ judged, answered }: Miss): number {
  if (answered.slugs.length === 0) return 0;
  return answered.slugs.filter((slug) => judged.relevant.includes(slug)).length / answered.slugs.length;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The engine of the site built in `site` and served at `address`, in Node. */
export function openBuiltEngine(site: string, address: string): Engine {
  const manifest: unknown = JSON.parse(readFileSync(join(site, MANIFEST_PATH), 'utf8'));
  if (!isManifest(manifest)) throw new Error(`${MANIFEST_PATH} is damaged`);
  return openEngine({ site: address, manifest });
}

/** Asks the engine in Node. */
export async function answerInNode(site: string, queries: readonly Judged[]): Promise<readonly Miss[]> {
  const server = await serve({ dir: site, port: 0 });
  try {
    const engine = openBuiltEngine(site, server.address);
    const pairs: Miss[] = [];
    for (const judged of queries) {
      const { hits, notes } = await engine.search(judged.q);
      pairs.push({ judged, answered: { slugs: hits.map(({ slug }) => slug), notes: notes.map(({ text }) => text) } });
    }
    return pairs;
  } finally {
    await server.close();
  }
}

const SETTLED = '[data-search-results]:is([data-state=done], [data-state=error])';

/** Asks the search page in a browser. */
async function answerInBrowser(site: string, queries: readonly Judged[]): Promise<readonly Miss[]> {
  const server = await serve({ dir: site, port: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const pairs: Miss[] = [];
    for (const judged of queries) {
      await page.goto(`${server.address}search/?q=${encodeURIComponent(judged.q)}`);
      await page.waitForSelector(SETTLED, { timeout: 30_000 });
      const slugs = await page.$$eval('[data-search-results] [data-case]', (hits) =>
        hits.map((hit) => hit.getAttribute('data-case') ?? ''),
      );
      const notes = await page.$$eval('[data-search-results] [data-note]', (found) => found.map((note) => note.textContent));
      pairs.push({ judged, answered: { slugs, notes } });
    }
    return pairs;
  } finally {
    await browser.close();
    await server.close();
  }
}

function print({ overall, categories, misses }: Report): void {
  const row = (name: string, { count, successAt1, mrr, recall: found, precision: exact }: Marks): string =>
    [name.padEnd(16), String(count).padStart(5), ...[successAt1, mrr, found, exact].map((value) => value.toFixed(3).padStart(10))].join('');
  console.log(`${'category'.padEnd(16)}count success@1       MRR    recall precision`);
  for (const [category, marks] of categories) console.log(row(category, marks));
  console.log(row('all', overall));
  for (const { judged, answered } of misses) {
    const found = answered.slugs.length === 0 ? '(none)' : answered.slugs.join(', ');
    const understood = answered.notes.length === 0 ? '' : `; understood: ${answered.notes.join(' / ')}`;
    console.log(`- [${judged.category}] ${judged.q}: ${found}; best: ${judged.best.join(', ') || '(none)'}${understood}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const option = (name: string): string | undefined => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const file = args.find((arg) => !arg.startsWith('--')) ?? 'tests/search/queries.json';
  const site = option('site') ?? 'dist';
  const queries = readJudged(file);
  print(evaluate(await (args.includes('--fast') ? answerInNode(site, queries) : answerInBrowser(site, queries))));
}
