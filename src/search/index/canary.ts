/**
 * Build side only: a page of a few words apart from the site, to see that Pagefind still does what is relied on and not documented.
 *
 * It goes the whole way: written by `write-pagefind.ts`, read by the browser's own adapter. So a release that cuts words otherwise, counts positions
 * otherwise or writes its index otherwise fails the build by name.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openPagefind } from '../runtime/pagefind.ts';
import { FIELDS, toPlace } from '../runtime/positions.ts';
import type { Postings } from '../runtime/postings.ts';
import { writePagefind } from './write-pagefind.ts';

export class CanaryError extends Error {
  override readonly name = 'CanaryError';
}

const URL = '/canary/';
const TERMS = ['협동', '조합', '가방', '', '협동', '협동조', 'w70000000', '사회', '99', '100', '235', '1000'];
/** Every field; the first words are of one. */
const CANARY_FIELDS = TERMS.map((_, at) => Math.max(0, at - TERMS.length + FIELDS.length));
const LARGEST_CHUNK = 50_000;

/** What each question must bring: positions in `TERMS`. */
const EXPECTED = [
  ['a term stands where it was put', '협동', [0, 4]],
  ['a term is not found in a longer one', '협', []],
  ['a term is not cut down to a shorter one', '협동조합원', []],
  ['a longer term is its own', '협동조', [5]],
  ['a canonical term is one', 'w70000000', [6]],
  ['a number does not begin a longer one', '100', [9]],
] as const;

/** Writes into `directory` and removes it. Throws a `CanaryError` or what the writing throws. */
export async function checkCanary(directory: string): Promise<void> {
  try {
    const { ids, meta } = await writePagefind(directory, [{ url: URL, terms: TERMS, fields: CANARY_FIELDS }], LARGEST_CHUNK);
    const read = async (path: string): Promise<ArrayBuffer> => new Uint8Array(await readFile(join(directory, path))).buffer;
    const index = await openPagefind({ read, meta });
    if (index.pages.join() !== ids.get(URL)) throw new CanaryError('Pagefind behaves otherwise than it did: pages have other ids');
    const check = (law: string, found: Postings, wanted: readonly number[]): void => {
      const places = wanted.map((position) => toPlace(position, CANARY_FIELDS[position] ?? 0));
      if (JSON.stringify([...found]) !== JSON.stringify(places.length === 0 ? [] : [[0, places]])) {
        throw new CanaryError(`Pagefind behaves otherwise than it did: ${law} (${JSON.stringify([...found])})`);
      }
    };
    for (const [law, term, wanted] of EXPECTED) check(law, await index.term(term), wanted);
    check('numbers of a range lie together', await index.numbers({ prefix: '', above: 99, below: 1000 }), [9, 10]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
