/**
 * The floor under the search: judged queries, asked of the engine over the pages of the built site. `npm run eval:search` prints more. These are queries that
 * were looked at; what the search is worth on others is measured elsewhere.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Judged, type Marks, type Pair, answerAll, judgedCases, mark, readJudged, trainSets } from '../../scripts/eval-search.ts';
import { readSources } from '../../src/integrations/index-search.ts';
import { makeSite } from '../../src/search/index/memory-site.ts';

const PERSONAS = 'tests/queries/train/personas.json';

let sets: ReadonlyMap<string, readonly Pair[]>;
const marksOf = (file: string): Marks => mark(sets.get(file) ?? []);
beforeAll(async () => {
  const { pages, ...sources } = await readSources('dist');
  const { engine } = await makeSite(pages, sources);
  const published = new Set(pages.map(({ slug }) => slug));
  const answered = new Map<string, readonly Pair[]>();
  for (const file of trainSets()) answered.set(file, await answerAll(engine, readJudged(file, published)));
  sets = answered;
}, 120_000);

describe('the search on judged queries', () => {
  test('puts a right case first', () => {
    const all = mark([...sets.values()].flat());
    expect(all.count).toBeGreaterThan(0);
    expect(all.successAt1).toBeGreaterThanOrEqual(0.93);
    expect(all.noAnswer).toBeGreaterThanOrEqual(0.95);
  });

  test('also on those written without sight of the catalogue', () => {
    const personas = marksOf(PERSONAS);
    expect(personas.successAt1).toBeGreaterThanOrEqual(0.83);
    expect(personas.successAt3).toBeGreaterThanOrEqual(0.9);
    expect(personas.recall).toBeGreaterThanOrEqual(0.88);
    expect(personas.full).toBeGreaterThanOrEqual(0.7);
  });

  test('no query stands twice', () => {
    const every = new Set(trainSets().flatMap(judgedCases));
    const queries = trainSets().flatMap((file) => readJudged(file, every).map(({ q }) => q.trim().replace(/\s+/g, ' ').toLowerCase()));
    expect(queries.length).toBe(new Set(queries).size);
  });
});

describe('marks', () => {
  const judged: Judged = { id: '', q: '', category: '', relevant: ['a', 'b'], best: ['b'], judged: ['a', 'b', 'c'] };
  const hits = (...slugs: readonly string[]): Pair['answered'] => ({
    hits: slugs.map((slug) => ({ slug: slug.toLowerCase(), tier: slug === slug.toUpperCase() ? 'full' : 'partial' })),
    notes: [],
  });

  test('of a query with an answer', () => {
    const marks = mark([{ judged, answered: hits('C', 'B', 'a') }]);
    expect(marks).toMatchObject({ successAt1: 0, successAt3: 1, mrr: 0.5, recall: 1, fullRecall: 0.5, fullPrecision: 0.5, full: 1 });
    expect(marks.precision).toBeCloseTo(2 / 3);
    expect(mark([{ judged, answered: hits() }])).toMatchObject({ successAt3: 0, mrr: 0, recall: 0, precision: 0, full: 0 });
  });

  test('of one without: no full hit is right, a partial one does no harm', () => {
    const none = { ...judged, relevant: [], best: [] };
    expect(mark([{ judged: none, answered: hits('c') }])).toMatchObject({ successAt1: 1, noAnswer: 1 });
    expect(mark([{ judged: none, answered: hits('C') }])).toMatchObject({ successAt1: 0, noAnswer: 0 });
  });
});
