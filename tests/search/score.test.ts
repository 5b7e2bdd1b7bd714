import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARAMETERS } from '../../src/search/query/parameters.ts';
import { type ScoredCase, type Scores, scoreCases } from '../../src/search/query/score.ts';
import type { Found, Term } from '../../src/search/query/term.ts';
import type { CaseEntry } from '../../src/search/runtime/page.ts';
import { FIELDS, type Field, ROW, WINDOW, toPlace } from '../../src/search/runtime/positions.ts';

const TEXTS = WINDOW;
const ROWS = 10 * WINDOW;
const CASES: readonly CaseEntry[] = ['부평구', '강북구', '동구', '서구', '남동구', '중구'].map((municipality, at) => ({
  id: String(at),
  slug: `case-${String(at)}`,
  title: '',
  province: '서울특별시',
  municipality,
  region: '',
  sector: '',
  tier: '',
  topics: [],
  texts: TEXTS,
  rows: ROWS,
  end: ROWS + 10 * ROW,
}));

const term = (text: string, word: number, change: Partial<Term> = {}): Term => ({
  text,
  whole: text,
  word,
  class: 'noun',
  literal: [text],
  rarity: 1,
  stands: true,
  ...change,
});

/** Page → positions of an occurrence in a body text, or positions with their field. */
type Where = Readonly<Record<number, readonly (number | readonly [number, Field])[]>>;

const found = (at: number, where: Where, trust = 1): Found => ({
  variant: { kind: trust === 1 ? 'exact' : 'synonym', text: '', terms: ['x'], from: at, to: at + 1, trust },
  postings: new Map(
    Object.entries(where).map(([page, places]) => [
      Number(page),
      Int32Array.from(
        places.map((place) =>
          typeof place === 'number' ? toPlace(place, FIELDS.indexOf('body')) : toPlace(place[0], FIELDS.indexOf(place[1])),
        ),
      ).sort(),
    ]),
  ),
});

const score = (terms: readonly Term[], all: readonly Found[]): Scores =>
  scoreCases({ text: '', words: [], terms, asksAmount: false }, all, CASES, PARAMETERS);
const rank = (terms: readonly Term[], all: readonly Found[]): readonly ScoredCase[] =>
  [...score(terms, all).cases].sort((a, b) => b.score - a.score);
const pagesOf = (scored: readonly ScoredCase[]): readonly number[] => scored.map(({ page }) => page);
const of = (scored: readonly ScoredCase[], page: number): ScoredCase => {
  const one = scored.find((each) => each.page === page);
  if (!one) throw new Error(`no case ${String(page)}`);
  return one;
};

const TWO = [term('가', 0), term('나', 1)];

describe('order', () => {
  test('a case that has both words comes before those that have one', () => {
    expect(pagesOf(rank(TWO, [found(0, { 0: [200], 1: [200] }), found(1, { 0: [201], 2: [200] })]))[0]).toBe(0);
  });

  test('words in one passage come before the same words in two', () => {
    const scored = rank(TWO, [found(0, { 0: [200], 1: [200] }), found(1, { 0: [700], 1: [201] })]);
    expect(pagesOf(scored)).toEqual([1, 0]);
  });

  test('lead before text before row before note', () => {
    const scored = rank([term('가', 0)], [found(0, { 0: [[10, 'lead']], 1: [200], 2: [[ROWS, 'figure']], 3: [[200, 'note']] })]);
    expect(pagesOf(scored)).toEqual([0, 1, 2, 3]);
  });

  test('a word in a heading comes before one in a text, and a text before an ask', () => {
    const scored = rank([term('가', 0)], [found(0, { 0: [[200, 'heading']], 1: [200], 2: [[200, 'ask']] })]);
    expect(pagesOf(scored)).toEqual([0, 1, 2]);
  });

  test('the word as typed before another word for it', () => {
    const scored = rank([term('가', 0)], [found(0, { 0: [200] }), found(0, { 1: [200] }, PARAMETERS.trust.same)]);
    expect(pagesOf(scored)).toEqual([0, 1]);
  });

  test('the case whose place is named before one that only mentions it', () => {
    const where = { 0: [200], 1: [200, 210, 220] };
    expect(pagesOf(rank([term('부평구', 0)], [found(0, where)]))).toEqual([0, 1]);
    expect(pagesOf(rank([term('부평', 0)], [found(0, where)]))).toEqual([0, 1]);
    expect(pagesOf(rank([term('다른', 0)], [found(0, where)]))).toEqual([1, 0]);
  });

  test('a rare word decides over a common one, in the catalogue and in the language', () => {
    const common = found(0, { 0: [200], 1: [200], 2: [200], 3: [200], 4: [200] });
    const rare = found(1, { 5: [200] });
    expect(pagesOf(rank(TWO, [common, rare]))[0]).toBe(5);
    const alike = [found(0, { 0: [200] }), found(1, { 1: [200] })];
    expect(pagesOf(rank([term('가', 0, { rarity: 0.1 }), term('나', 1)], alike))).toEqual([1, 0]);
    expect(pagesOf(rank([term('가', 0), term('나', 1, { rarity: 0.1 })], alike))).toEqual([0, 1]);
  });
});

describe('fullness', () => {
  const { least } = PARAMETERS.full;

  test('both words side by side are full, far apart they are not', () => {
    const scored = rank(TWO, [found(0, { 0: [200], 1: [200] }), found(1, { 0: [201], 1: [900] })]);
    expect(of(scored, 0).fullness).toBeCloseTo(1);
    expect(of(scored, 1).fullness).toBeLessThan(least);
  });

  test('without one of two words nothing is full', () => {
    const scored = rank(TWO, [found(0, { 0: [200, 201, 202] })]);
    expect(of(scored, 0).fullness).toBeLessThan(least);
    expect(of(scored, 0).has).toEqual([1, 0]);
  });

  test('another name of the thing is full, what is only alike is not', () => {
    const one = [term('가', 0)];
    const fullness = (trust: number): number => of(rank(one, [found(0, { 0: [200] }, trust)]), 0).fullness;
    expect(fullness(PARAMETERS.trust.same)).toBeGreaterThanOrEqual(least);
    expect(fullness(PARAMETERS.trust.narrower)).toBeLessThan(least);
    expect(fullness(PARAMETERS.trust.alike)).toBeLessThan(least);
  });

  test('a verb that is nowhere takes less from it than a noun', () => {
    const verb = rank([term('가', 0), term('나', 1, { class: 'verb' })], [found(0, { 0: [200] })]);
    const noun = rank(TWO, [found(0, { 0: [200] })]);
    expect(of(verb, 0).fullness).toBeGreaterThan(of(noun, 0).fullness);
  });

  test('a word more that a case has never makes it less full', () => {
    const positions = fc.uniqueArray(fc.integer({ min: 0, max: ROWS - 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(positions, positions, (a, b) => {
        const before = of(rank(TWO, [found(0, { 0: a })]), 0).fullness;
        const after = of(rank(TWO, [found(0, { 0: a }), found(1, { 0: b })]), 0).fullness;
        return after >= before - 1e-9;
      }),
    );
  });
});

describe('passages', () => {
  const passagesOf = (terms: readonly Term[], all: readonly Found[]) => {
    const scores = score(terms, all);
    return scores.passagesOf(of(scores.cases, 0), Number.POSITIVE_INFINITY);
  };

  test('come best first, with the positions to mark', () => {
    const [first, second] = passagesOf(TWO, [found(0, { 0: [200, 300] }), found(1, { 0: [301] })]);
    expect(first).toMatchObject({ start: 2 * WINDOW, field: 'body' });
    expect(first?.fullness).toBeCloseTo(1);
    expect(first?.marks.map(({ position }) => position)).toEqual([300, 301]);
    expect(second).toMatchObject({ start: WINDOW });
  });

  test('the passages of one case are its own, whichever case was read last', () => {
    const scores = score(TWO, [found(0, { 0: [200], 1: [700] }), found(1, { 0: [201], 2: [900] })]);
    const starts = (page: number): readonly number[] => scores.passagesOf(of(scores.cases, page), 9).map(({ start }) => start);
    expect([starts(2), starts(0), starts(1), starts(0)]).toEqual([[7 * WINDOW], [WINDOW], [5 * WINDOW], [WINDOW]]);
  });

  test('a row is one, and counted by its list when it answers', () => {
    const all = [
      found(0, {
        0: [
          [ROWS, 'figure'],
          [ROWS + ROW, 'event'],
        ],
      }),
      found(1, { 0: [[ROWS + 1, 'figure']] }),
    ];
    expect(passagesOf(TWO, all).map(({ start, field }) => [start, field])).toEqual([
      [ROWS, 'figure'],
      [ROWS + ROW, 'event'],
    ]);
    expect([...score(TWO, all).rows]).toEqual([['figure', 1]]);
  });
});
