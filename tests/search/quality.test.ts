import { beforeAll, describe, expect, test } from 'vitest';
import { answerInNode, evaluate, readJudged, type Report } from '../../scripts/eval-search.ts';

/** Long questions that no case answers, and questions put in words that no case uses. */
const QUESTIONS = 'tests/queries/questions.json';

/** On the built site and the project's own judged queries; `npm run eval:search` prints what was missed. */
let report: Report;
beforeAll(async () => {
  report = evaluate(await answerInNode('dist', readJudged('tests/search/queries.json')));
}, 60_000);

describe('the search on queries judged by reading', () => {
  test.each([
    ['tests/queries/own.json', 0.96],
    ['tests/queries/second.json', 0.95],
    ['tests/queries/fourth.json', 0.95],
    ['tests/queries/fifth.json', 0.9],
    [QUESTIONS, 0.88],
  ])(
    '%s',
    async (file, least) => {
      const { overall, categories } = evaluate(await answerInNode('dist', readJudged(file)));
      expect(overall.successAt1).toBeGreaterThanOrEqual(least);
      expect(categories.get('no-answer')?.successAt1 ?? 1).toBeGreaterThanOrEqual(0.95);
      const weak = [...categories].filter(([, { successAt1 }]) => successAt1 < 0.8).map(([name]) => name);
      expect(weak).toEqual([]);
    },
    30_000,
  );
});

describe('the search on judged queries', () => {
  test('puts the right case first', () => {
    expect(report.overall.successAt1).toBeGreaterThanOrEqual(0.95);
  });

  test('finds what is there, and little else', () => {
    expect(report.overall.recall).toBeGreaterThanOrEqual(0.95);
    expect(report.overall.precision).toBeGreaterThanOrEqual(0.8);
  });

  test('is weak in no category', () => {
    const weak = [...report.categories].filter(([, { successAt1 }]) => successAt1 < 0.85).map(([name]) => name);
    expect(weak).toEqual([]);
  });
});
