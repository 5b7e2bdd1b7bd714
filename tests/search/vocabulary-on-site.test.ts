/** The vocabulary against the built site: what it names is there, and what it must not find stays unfound. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openBuiltEngine } from '../../scripts/eval-search.ts';
import { serve } from '../../src/local/serve.ts';
import type { Engine } from '../../src/search/runtime/engine.ts';

interface Group {
  readonly id: string;
  readonly terms?: readonly string[];
  readonly finds?: readonly string[];
  readonly from?: readonly string[];
  readonly not: string;
}

const SITE = 'dist';
const groups = parse(readFileSync('content/vocabulary/synonyms.yaml', 'utf8')) as readonly Group[];

let server: Awaited<ReturnType<typeof serve>>;
let engine: Engine;
beforeAll(async () => {
  server = await serve({ dir: SITE, port: 0 });
  engine = openBuiltEngine(SITE, server.address);
});
afterAll(() => server.close());

/** With a filter that nothing passes, so that no passages are fetched. */
const NOWHERE = { region: ['nowhere'] };

const findsNothing = async (query: string, literal: boolean): Promise<boolean> =>
  (await engine.search(query, { literal, filters: NOWHERE })).unfiltered === 0;

const casesOf = async (query: string, literal = false): Promise<readonly string[]> =>
  (await engine.search(query, { literal })).hits.map(({ slug }) => slug);

describe('the vocabulary on the built site', () => {
  test('every word that finds leads to a case', async () => {
    const lost: string[] = [];
    for (const { id, terms = [], from = [] } of groups) {
      for (const word of [...terms, ...from]) if (await findsNothing(word, false)) lost.push(`${id}: ${word}`);
    }
    expect(lost).toEqual([]);
  }, 240_000);

  test('every word that is only found stands in a case', async () => {
    const absent: string[] = [];
    for (const { id, finds = [] } of groups) {
      for (const word of finds) if (await findsNothing(word, true)) absent.push(`${id}: ${word}`);
    }
    expect(absent).toEqual([]);
  }, 240_000);

  test('what a group must not find gives none of its cases', async () => {
    const led: string[] = [];
    for (const { id, terms = [], finds = [], not } of groups) {
      if (await findsNothing(not, false)) continue;
      const own = (await Promise.all([...terms, ...finds].map((word) => casesOf(word, true)))).flat();
      const found = (await casesOf(not)).filter((slug) => own.includes(slug));
      if (found.length > 0) led.push(`${id}: ‘${not}’ → ${found.join(', ')}`);
    }
    expect(led).toEqual([]);
  }, 240_000);
});
