/**
 * How good the search is, on judged queries: `npm run eval:search [-- queries.json …] [--browser] [--without=asks,synonyms] [--validate] [--misses]`.
 *
 * By default the engine is asked in Node, over the pages of the last build (`dist/`) and an index in memory; `--browser` types every query into the
 * address of the built search page. Numbers on `tests/queries/train/` are numbers on queries that were looked at. `--validate` tries other parameters by
 * cross-validation: what a fold gains by the setting that is best on the other folds is what fitting is worth.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Sources, readSources } from '../src/integrations/index-search.ts';
import type { Tier } from '../src/search/runtime/answer.ts';
import { MANIFEST_PATH, isManifest } from '../src/search/runtime/assets.ts';
import { type Engine, openEngine } from '../src/search/runtime/engine.ts';
import { PARAMETERS, type Parameters } from '../src/search/query/parameters.ts';
import { launchBrowser } from '../src/local/browser.ts';
import { runMain } from '../src/local/console.ts';
import { serve } from '../src/local/serve.ts';
import { makeSite, withParameters } from '../src/search/index/memory-site.ts';
import { printTable } from './bench/table.ts';

const TRAIN = 'tests/queries/train';

const JudgedFile = z.strictObject({
  /** Slugs of the cases that were judged: later ones are passed over, so that they do not change what a query is worth. */
  judged: z.array(z.string()),
  queries: z.array(
    z.strictObject({
      id: z.string(),
      q: z.string(),
      category: z.string(),
      /** Slugs of every case that answers; none when no case does. */
      relevant: z.array(z.string()),
      /** Slugs of the cases that should come first. */
      best: z.array(z.string()),
      evidence: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
});

export interface Judged {
  readonly id: string;
  readonly q: string;
  readonly category: string;
  readonly relevant: readonly string[];
  readonly best: readonly string[];
  /** Slugs of all cases that were judged. */
  readonly judged: readonly string[];
}

/** Cases in the order in which they were shown, those left out that were not judged. */
export interface Answered {
  readonly hits: readonly { readonly slug: string; readonly tier: Tier }[];
  /** What the search said it understood. */
  readonly notes: readonly string[];
}

export interface Pair {
  readonly judged: Judged;
  readonly answered: Answered;
}

export interface Marks {
  readonly count: number;
  /** Share of queries with one of the best cases first, and among the first three; for a query without an answer, without a full hit. */
  readonly successAt1: number;
  readonly successAt3: number;
  readonly mrr: number;
  /** Share of queries without an answer that get no full hit; NaN when there are none. */
  readonly noAnswer: number;
  /** Over queries with an answer: share of the relevant cases that are shown, and of the shown ones that are relevant; both of full hits alone, too. */
  readonly recall: number;
  readonly precision: number;
  readonly fullRecall: number;
  readonly fullPrecision: number;
  /** Share of queries with an answer that get a relevant full hit. */
  readonly full: number;
}

/** Names of the sets in `tests/queries/train/`. */
export function trainSets(): readonly string[] {
  return readdirSync(TRAIN).map((file) => join(TRAIN, file));
}

/** Slugs of the cases that the queries of a file were judged on. */
export function judgedCases(file: string): readonly string[] {
  return JudgedFile.parse(JSON.parse(readFileSync(file, 'utf8'))).judged;
}

/**
 * The judged queries of a file, as far as they can be asked today: a case that was withdrawn answers nothing any more, and a query that
 * only such cases answered best is left out.
 * @param published slugs of the cases that there are
 */
export function readJudged(file: string, published: ReadonlySet<string>): readonly Judged[] {
  const { judged, queries } = JudgedFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const still = (slugs: readonly string[]) => slugs.filter((slug) => published.has(slug));
  return queries
    .filter(({ best }) => best.length === 0 || still(best).length > 0)
    .map(({ id, q, category, relevant, best }) => ({ id, q, category, relevant: still(relevant), best: still(best), judged }));
}

export async function answerAll(engine: Engine, queries: readonly Judged[]): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (const judged of queries) {
    const { hits, notes } = await engine.search(judged.q, { most: Number.POSITIVE_INFINITY, excerpts: false });
    pairs.push({
      judged,
      answered: { hits: hits.filter(({ slug }) => judged.judged.includes(slug)), notes: notes.map(({ text }) => text) },
    });
  }
  return pairs;
}

export function mark(pairs: readonly Pair[]): Marks {
  const answerable = pairs.filter(({ judged }) => judged.relevant.length > 0);
  const unanswerable = pairs.filter(({ judged }) => judged.relevant.length === 0);
  const precisionOf = (pair: Pair, shown: readonly string[]): number =>
    shown.length === 0 ? 0 : shown.filter((slug) => pair.judged.relevant.includes(slug)).length / shown.length;
  const recallOf = (pair: Pair, shown: readonly string[]): number =>
    pair.judged.relevant.filter((slug) => shown.includes(slug)).length / pair.judged.relevant.length;
  const fullOf = ({ answered }: Pair): readonly string[] => answered.hits.filter(({ tier }) => tier === 'full').map(({ slug }) => slug);
  const shownOf = ({ answered }: Pair): readonly string[] => answered.hits.map(({ slug }) => slug);
  return {
    count: pairs.length,
    successAt1: mean(pairs.map((pair) => success(pair, 1))),
    successAt3: mean(pairs.map((pair) => success(pair, 3))),
    mrr: mean(pairs.map((pair) => (pair.judged.relevant.length === 0 ? success(pair, 1) : 1 / rankOf(pair)))),
    noAnswer: mean(unanswerable.map((pair) => success(pair, 1))),
    recall: mean(answerable.map((pair) => recallOf(pair, shownOf(pair)))),
    precision: mean(answerable.map((pair) => precisionOf(pair, shownOf(pair)))),
    fullRecall: mean(answerable.map((pair) => recallOf(pair, fullOf(pair)))),
    fullPrecision: mean(answerable.filter((pair) => fullOf(pair).length > 0).map((pair) => precisionOf(pair, fullOf(pair)))),
    full: mean(answerable.map((pair) => (fullOf(pair).some((slug) => pair.judged.relevant.includes(slug)) ? 1 : 0))),
  };
}

function rankOf({ judged, answered }: Pair): number {
  const at = answered.hits.findIndex(({ slug }) => judged.best.includes(slug));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

/** 1 or 0. */
function success(pair: Pair, within: number): number {
  const { judged, answered } = pair;
  if (judged.relevant.length === 0) return answered.hits.some(({ tier }) => tier === 'full') ? 0 : 1;
  return rankOf(pair) <= within ? 1 : 0;
}

/** NaN of nothing. */
function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The engine of the site built in `site` and served at `address`, in Node. */
export function openBuiltEngine(site: string, address: string): Engine {
  const manifest: unknown = JSON.parse(readFileSync(join(site, MANIFEST_PATH), 'utf8'));
  if (!isManifest(manifest)) throw new Error(`${MANIFEST_PATH} is damaged`);
  return openEngine({ site: address, manifest });
}

const SETTLED = '[data-search-results]:is([data-state=done], [data-state=error])';

/** Asks the search page in a browser. */
async function answerInBrowser(site: string, queries: readonly Judged[]): Promise<readonly Pair[]> {
  const server = await serve({ dir: site, port: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const pairs: Pair[] = [];
    for (const judged of queries) {
      await page.goto(`${server.address}search/?q=${encodeURIComponent(judged.q)}`);
      await page.waitForSelector(SETTLED, { timeout: 30_000 });
      const hits = await page.$$eval('[data-search-results] [data-case]', (found) =>
        found.map((hit) => ({ slug: hit.getAttribute('data-case') ?? '', tier: hit.getAttribute('data-tier') as Tier })),
      );
      const notes = await page.$$eval('[data-search-results] [data-note]', (found) => found.map((note) => note.textContent));
      pairs.push({ judged, answered: { hits: hits.filter(({ slug }) => judged.judged.includes(slug)), notes } });
    }
    return pairs;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Settings one step away from the project's: every parameter a quarter less and a third more. */
function neighbours(): readonly { readonly name: string; readonly parameters: Parameters }[] {
  const scale = (value: unknown, path: readonly string[], by: number): unknown => {
    const [key, ...rest] = path;
    if (key === undefined) return (value as number) * by;
    return { ...(value as object), [key]: scale((value as Record<string, unknown>)[key], rest, by) };
  };
  const leaves = (value: unknown, path: readonly string[]): readonly (readonly string[])[] =>
    typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key])) : [path];
  return leaves(PARAMETERS, []).flatMap((path) =>
    [0.75, 1.33].map((by) => ({ name: `${path.join('.')} × ${String(by)}`, parameters: scale(PARAMETERS, path, by) as Parameters })),
  );
}

const FOLDS = 5;

async function validate(open: (parameters: Parameters) => Engine, queries: readonly Judged[]): Promise<void> {
  const run = async (parameters: Parameters): Promise<readonly number[]> =>
    (await answerAll(open(parameters), queries)).map((pair) => success(pair, 1));
  const own = await run(PARAMETERS);
  const tried: { name: string; successes: readonly number[] }[] = [];
  for (const { name, parameters } of neighbours()) {
    const successes = await run(parameters);
    tried.push({ name, successes });
    console.log(`${name.padEnd(32)}${(mean(successes) - mean(own)).toFixed(4)}`);
  }
  const inFold = (values: readonly number[], fold: number, inside: boolean): readonly number[] =>
    values.filter((_, at) => (at % FOLDS === fold) === inside);
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    const best = tried.reduce((a, b) => (mean(inFold(b.successes, fold, false)) > mean(inFold(a.successes, fold, false)) ? b : a));
    return [mean(inFold(own, fold, true)), mean(inFold(best.successes, fold, true)), best.name] as const;
  });
  printTable([
    ['fold', 'as it is', 'fitted on the others', 'by'],
    ...folds.map(([a, b, by], at) => [String(at + 1), a.toFixed(3), b.toFixed(3), by]),
  ]);
  console.log(`mean ${mean(folds.map(([a]) => a)).toFixed(4)}, fitted ${mean(folds.map(([, b]) => b)).toFixed(4)}`);
}

function print(sets: ReadonlyMap<string, readonly Pair[]>, showMisses: boolean): void {
  const all = [...sets.values()].flat();
  const categories = [...new Set(all.map(({ judged }) => judged.category))].sort();
  const row = (name: string, pairs: readonly Pair[]): readonly string[] => {
    const { count, ...marks } = mark(pairs);
    const { successAt1, successAt3, mrr, noAnswer, recall, precision, full, fullRecall, fullPrecision } = marks;
    const numbers = [successAt1, successAt3, mrr, noAnswer, recall, precision, full, fullRecall, fullPrecision];
    return [name, String(count), ...numbers.map((value) => (Number.isNaN(value) ? '-' : value.toFixed(3)))];
  };
  printTable([
    ['set', 'count', 'at 1', 'at 3', 'MRR', 'no answer', 'recall', 'precision', 'full', 'full recall', 'full precision'],
    ...[...sets].map(([name, pairs]) => row(name, pairs)),
    ...categories.map((category) =>
      row(
        `· ${category}`,
        all.filter(({ judged }) => judged.category === category),
      ),
    ),
    row('all', all),
  ]);
  for (const { judged, answered } of showMisses ? all.filter((pair) => success(pair, 1) === 0) : []) {
    const found = answered.hits.map(({ slug, tier }) => (tier === 'full' ? slug : `(${slug})`)).join(' ');
    console.log(
      `- [${judged.category}] ${judged.q}: ${found || '-'}; best: ${judged.best.join(' ') || '-'}; ${answered.notes.join(' / ')}`,
    );
  }
}

/** The sources without what is named. */
export function leaveOut(sources: Sources, names: readonly string[]): Sources {
  return {
    ...sources,
    ...(names.includes('asks') ? { asks: new Map() } : {}),
    ...(names.includes('synonyms') ? { synonyms: [] } : {}),
  };
}

if (import.meta.main) {
  await runMain(async () => {
    const args = process.argv.slice(2);
    const option = (name: string): string | undefined => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
    const site = option('site') ?? 'dist';
    const named = args.filter((arg) => !arg.startsWith('--'));
    const files = named.length > 0 ? named : trainSets();
    const { pages, ...sources } = leaveOut(await readSources(site), (option('without') ?? '').split(','));
    const published = new Set(pages.map(({ slug }) => slug));
    const sets = new Map(files.map((file) => [basename(file, '.json'), readJudged(file, published)]));
    if (args.includes('--browser')) {
      const answered = new Map<string, readonly Pair[]>();
      for (const [name, queries] of sets) answered.set(name, await answerInBrowser(site, queries));
      print(answered, args.includes('--misses'));
      return;
    }
    const memory = await makeSite(pages, sources);
    if (args.includes('--validate')) {
      await validate((parameters) => withParameters(memory, parameters), [...sets.values()].flat());
      return;
    }
    const answered = new Map<string, readonly Pair[]>();
    for (const [name, queries] of sets) answered.set(name, await answerAll(memory.engine, queries));
    print(answered, args.includes('--misses'));
  });
}
