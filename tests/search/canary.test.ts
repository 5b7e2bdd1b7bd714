import { rm } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import type * as IndexPage from '../../src/search/build/index-page.ts';
import { checkCanary } from '../../src/search/build/write-pagefind.ts';

const DIRECTORY = 'node_modules/.cache/search/canary-test';
/** What the canary page is changed into before Pagefind sees it. */
const broken = vi.hoisted(() => ({ change: (html: string): string => html }));
vi.mock('../../src/search/build/index-page.ts', async (load) => {
  const module = await load<typeof IndexPage>();
  return { ...module, toPagefindHtml: (terms: readonly string[]) => broken.change(module.toPagefindHtml(terms)) };
});

afterEach(async () => {
  await rm(DIRECTORY, { recursive: true, force: true });
});

test('the canary lives while boundaries are kept', async () => {
  broken.change = (html) => html;
  await expect(checkCanary(DIRECTORY)).resolves.toBeUndefined();
});

test.each([
  ['drops the boundaries', (html: string) => html.replaceAll('\u200b', '')],
  ['cuts at them into other words', (html: string) => html.replaceAll('\u200b', 'x\u200bx')],
])('the canary dies when Pagefind %s', async (_, change) => {
  broken.change = change;
  await expect(checkCanary(DIRECTORY)).rejects.toThrow(/Pagefind cut the terms otherwise/);
});
