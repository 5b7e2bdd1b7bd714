/** The vocabulary against the pages of the built site: what it names is there, and what it must not find stays unfound. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Sources, readSources } from '../../src/integrations/index-search.ts';
import type { SearchAnswer, SearchOptions } from '../../src/search/runtime/answer.ts';
import { type MemorySite, makeSite } from '../../src/search/index/memory-site.ts';
import type { SynonymGroup } from '../../src/search/runtime/vocabulary.ts';

interface Group {
  readonly id: string;
  readonly terms?: readonly string[];
  readonly finds?: readonly string[];
  readonly from?: readonly string[];
  readonly not: string;
}

const groups = parse(readFileSync('content/vocabulary/synonyms.yaml', 'utf8')) as readonly Group[];

/** Without `asks`, which may hold any word. */
let sources: Sources;
let site: MemorySite;
beforeAll(async () => {
  sources = { ...(await readSources('dist')), asks: new Map() };
  site = await makeSite(sources.pages, sources);
}, 120_000);

const expandable = (list: readonly Group[]): readonly SynonymGroup[] =>
  list.map(({ terms = [], finds = [], from = [] }) => ({ terms, finds, from }));
const ask = (query: string, options: SearchOptions = {}): Promise<SearchAnswer> =>
  site.engine.search(query, { ...options, excerpts: false, most: Number.POSITIVE_INFINITY });
const fullOf = async (query: string, options: SearchOptions = {}): Promise<readonly string[]> =>
  (await ask(query, options)).hits.filter(({ tier }) => tier === 'full').map(({ slug }) => slug);

describe('the vocabulary on the built site', () => {
  test('a word leads to a case wherever the words of its group stand in some', async () => {
    const lost: string[] = [];
    let atWork = 0;
    for (const { id, terms = [], finds = [], from = [] } of groups) {
      const standing = await Promise.all([...terms, ...finds].map(async (word) => (await fullOf(word, { literal: true })).length > 0));
      // A case that it stood in may have gone; the next may bring it back.
      if (standing.includes(false)) continue;
      atWork += 1;
      for (const word of [...terms, ...from]) if ((await ask(word)).hits.length === 0) lost.push(`${id}: ${word}`);
    }
    expect(lost).toEqual([]);
    expect(atWork).toBeGreaterThan(groups.length / 2);
  }, 240_000);

  test('what a group must not find, no case answers in full for its sake', async () => {
    const led: string[] = [];
    for (const group of groups) {
      const literal = await fullOf(group.not, { literal: true });
      const found = (await fullOf(group.not)).filter((slug) => !literal.includes(slug));
      if (found.length === 0) continue;
      // Another group may have brought it: only few come so far.
      const others = expandable(groups.filter(({ id }) => id !== group.id));
      const without = await makeSite(sources.pages, { ...sources, synonyms: others });
      const other = await without.search(group.not);
      const own = found.filter((slug) => !other.includes(slug));
      if (own.length > 0) led.push(`${group.id}: ‘${group.not}’ → ${own.join(', ')}`);
    }
    expect(led).toEqual([]);
  }, 240_000);
});
