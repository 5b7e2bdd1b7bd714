import { rm } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import type * as IndexPage from '../../src/search/index/index-page.ts';
import { checkCanary } from '../../src/search/index/canary.ts';
import type * as Index from '../../src/search/runtime/pagefind-index.ts';

const DIRECTORY = 'node_modules/.cache/search/canary-test';

/** How Pagefind is made to behave otherwise: what it is given, where it looks, what it answers. */
const changed = vi.hoisted(() => ({
  page: (html: string): string => html,
  question: (word: string): string => word,
  position: (position: number): number => position,
  chunks: (names: readonly string[]): readonly string[] => names,
}));
vi.mock('../../src/search/index/index-page.ts', async (load) => {
  const module = await load<typeof IndexPage>();
  return { ...module, toPagefindHtml: (terms: readonly string[]) => changed.page(module.toPagefindHtml(terms)) };
});
vi.mock('../../src/search/runtime/pagefind-index.ts', async (load) => {
  const module = await load<typeof Index>();
  return {
    openIndex: async (meta: ArrayBuffer): Promise<Index.PagefindIndex> => {
      const index = await module.openIndex(meta);
      return {
        ...index,
        chunksOf: (word, match) => changed.chunks(index.chunksOf(changed.question(word), match)),
        find: (word, match) =>
          index
            .find(changed.question(word), match)
            .map(({ id, positions }) => ({ id, positions: positions.map((at) => changed.position(at)) })),
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
  ['counts positions from one', { position: (at: number) => at + 1 }, /a term stands where it was put/],
  ['counts bytes', { position: (at: number) => at * 8 }, /a term stands where it was put/],
  ['takes the end off a word, as a stemmer does', { question: (word: string) => word.slice(0, -1) }, /Pagefind behaves otherwise/],
  ['matches whole words only', { question: (word: string) => (word.endsWith('0') ? word : `${word}0`) }, /all that begin so/],
  ['names no chunks', { chunks: () => [] }, /Pagefind behaves otherwise/],
])('the canary dies when Pagefind %s', async (_, change, message) => {
  Object.assign(changed, change);
  await expect(checkCanary(DIRECTORY)).rejects.toThrow(message);
});
