import { rm } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { checkCanary } from '../../src/search/index/canary.ts';
import type * as WriteHtml from '../../src/search/index/write-html.ts';
import type * as Index from '../../src/search/runtime/pagefind-index.ts';
import { type Place, fieldOf, positionOf, toPlace } from '../../src/search/runtime/positions.ts';
import type { Postings } from '../../src/search/runtime/postings.ts';

const DIRECTORY = 'node_modules/.cache/search/canary-test';

/** How Pagefind is made to behave otherwise: what it is given, where it looks, what it answers. */
const changed = vi.hoisted(() => ({
  page: (html: string): string => html,
  question: (word: string): string => word,
  place: (place: Place): Place => place,
  chunks: (names: readonly string[]): readonly string[] => names,
}));
vi.mock('../../src/search/index/write-html.ts', async (load) => {
  const module = await load<typeof WriteHtml>();
  return {
    ...module,
    toPagefindHtml: (terms: readonly string[], fields: readonly number[]) => changed.page(module.toPagefindHtml(terms, fields)),
  };
});
vi.mock('../../src/search/runtime/pagefind-index.ts', async (load) => {
  const module = await load<typeof Index>();
  return {
    ...module,
    openIndex: async (meta: ArrayBuffer): Promise<Index.PagefindIndex> => {
      const index = await module.openIndex(meta);
      const move = (postings: Postings): Postings => new Map([...postings].map(([page, places]) => [page, places.map(changed.place)]));
      return {
        ...index,
        chunksOf: (first, last) => changed.chunks(index.chunksOf(changed.question(first), changed.question(last))),
        find: (word) => move(index.find(changed.question(word))),
        findNumbers: (range) => move(index.findNumbers(range)),
      };
    },
  };
});

const same = { ...changed };
afterEach(async () => {
  Object.assign(changed, same);
  await rm(DIRECTORY, { recursive: true, force: true });
});

test('the canary lives while Pagefind does what it did', async () => {
  await expect(checkCanary(DIRECTORY)).resolves.toBeUndefined();
});

test.each([
  ['drops the boundaries', { page: (html: string) => html.replaceAll('\u200b', '') }, /Pagefind cut the terms otherwise/],
  ['cuts at them into other words', { page: (html: string) => html.replaceAll('\u200b', 'x\u200bx') }, /Pagefind cut the terms otherwise/],
  ['counts positions from one', { place: (at: Place) => toPlace(positionOf(at) + 1, fieldOf(at)) }, /a term stands where it was put/],
  ['counts bytes', { place: (at: Place) => toPlace(positionOf(at) * 8, fieldOf(at)) }, /a term stands where it was put/],
  ['forgets weights', { page: (html: string) => html.replace(/ data-pagefind-weight="\d+"/g, '') }, /a term stands where it was put/],
  ['weighs otherwise', { place: (at: Place) => toPlace(positionOf(at), fieldOf(at) + 1) }, /a term stands where it was put/],
  ['takes the end off a word, as a stemmer does', { question: (word: string) => word.slice(0, -1) }, /Pagefind behaves otherwise/],
  ['names no chunks', { chunks: () => [] }, /Pagefind behaves otherwise/],
])('the canary dies when Pagefind %s', async (_, change, message) => {
  Object.assign(changed, change);
  await expect(checkCanary(DIRECTORY)).rejects.toThrow(message);
});
