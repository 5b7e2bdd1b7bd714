/**
 * Build side only: a page of a few words apart from the site, to see that Pagefind still does what is relied on and not documented.
 *
 * It goes the whole way: written by `write-pagefind.ts`, read by the browser's own adapter. So a release that cuts words otherwise, counts positions
 * otherwise or writes its index otherwise fails the build by name.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPagefind } from '../runtime/pagefind.ts';
import type { Postings } from '../runtime/postings.ts';
import { writePagefind } from './write-pagefind.ts';

export class CanaryError extends Error {
  override readonly name = 'CanaryError';
}

const URL = '/canary/';
const TERMS = ['협동', '조합', '가방', '', '협동', '협동조', 'w70000000', '사회'];
const LARGEST_CHUNK = 50_000;

/** What each question must bring: positions in `TERMS`. */
const EXPECTED = [
  ['a term stands where it was put', 'term', '협동', [0, 4]],
  ['a term is not found in a longer one', 'term', '협', []],
  ['a term is not cut down to a shorter one', 'term', '협동조합원', []],
  ['a longer term is its own', 'term', '협동조', [5]],
  ['a canonical term is one', 'term', 'w70000000', [6]],
  ['the beginning of a term finds all that begin so', 'prefix', '협동', [0, 4, 5]],
  ['a half syllable is a beginning', 'prefix', '사호', [7]],
] as const;

/** Writes into `directory` and removes it. Throws a `CanaryError` or what the writing throws. */
export async function checkCanary(directory: string): Promise<void> {
  try {
    const { ids, meta } = await writePagefind(directory, [{ url: URL, terms: TERMS }], LARGEST_CHUNK);
    const read = async (path: string): Promise<ArrayBuffer> => new Uint8Array(await readFile(join(directory, path))).buffer;
    const index = await openPagefind({ read, meta });
    for (const [law, kind, word, wanted] of EXPECTED) {
      const found = await index[kind](word);
      if (!isAt(found, ids.get(URL) ?? '', wanted)) {
        throw new CanaryError(`Pagefind behaves otherwise than it did: ${law} (${word}: ${JSON.stringify([...found])})`);
      }
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function isAt(found: Postings, page: string, wanted: readonly number[]): boolean {
  return wanted.length === 0 ? found.size === 0 : found.size === 1 && found.get(page)?.join() === wanted.join();
}
