/**
 * Build side only: term lists → a Pagefind bundle. The only place of the build that knows Pagefind.
 *
 * Pinned to 1.6.0. What is relied on and not documented is checked on every build (`checkCanary`, the cap on index chunks, one
 * fragment a page): a release that behaves otherwise fails the build by name.
 */
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { BOUNDARY, GAP_MARK, writeTerm } from '../terms.ts';
import { makeBallast } from './ballast.ts';
import { toPagefindHtml, toPagefindPage } from './index-page.ts';

export class PagefindBuildError extends Error {
  override readonly name = 'PagefindBuildError';
}

export interface PagefindInput {
  /** Path of the page on the site without the base path, e.g. `/cases/busan-yeonje/`. */
  readonly url: string;
  readonly terms: readonly string[];
}

export interface PagefindOutput {
  /** Pagefind's hash of the whole bundle, repeated in our manifest. */
  readonly hash: string;
  /** Page id in results, by url. */
  readonly ids: ReadonlyMap<string, string>;
  /** Id of the page that no answer may hold (`ballast.ts`); empty when there is none. */
  readonly ballast: string;
  /** Size of the largest index chunk in bytes. */
  readonly largestChunk: number;
}

const LANGUAGE = 'ja';
const BALLAST_URL = '/-/';
/** What the browser loads; everything else that Pagefind writes is deleted. */
const KEPT = [/^pagefind\.js$/, /^pagefind-entry\.json$/, /^wasm\.unknown\.pagefind$/, /^pagefind\..*\.pf_meta$/, /^index$/];
const CANARY_TERMS = ['협동', '조합', '가방', '', '협동'];

/** Writes `<directory>/` (which is emptied first). Throws a `PagefindBuildError` on any error Pagefind reports. */
export async function writePagefind(
  directory: string,
  pages: readonly PagefindInput[],
  largestChunkAllowed: number,
): Promise<PagefindOutput> {
  await rm(directory, { recursive: true, force: true });
  const ballast = makeBallast(pages.map(({ terms }) => terms));
  try {
    const { errors, index } = await createIndex({ forceLanguage: LANGUAGE });
    if (!index) throw new PagefindBuildError(`Pagefind did not start: ${errors.join('; ')}`);
    for (const { url, terms } of pages) {
      const added = await index.addHTMLFile({ url, content: toPagefindHtml(terms) });
      assertNoErrors(added.errors, url);
    }
    if (ballast.length > 0) {
      const added = await index.addHTMLFile({ url: BALLAST_URL, content: toPagefindPage(ballast) });
      assertNoErrors(added.errors, BALLAST_URL);
    }
    const written = await index.writeFiles({ outputPath: directory });
    assertNoErrors(written.errors, directory);
  } finally {
    await close();
  }
  const ids = await readFragments(join(directory, 'fragment'), pages);
  const largestChunk = await sizeOfLargest(join(directory, 'index'));
  if (largestChunk > largestChunkAllowed) {
    throw new PagefindBuildError(`an index chunk has ${largestChunk} bytes, more than ${largestChunkAllowed}`);
  }
  for (const name of await readdir(directory)) {
    if (!KEPT.some((pattern) => pattern.test(name))) await rm(join(directory, name), { recursive: true });
  }
  return { hash: await readHash(directory), ids, ballast: ids.get(BALLAST_URL) ?? '', largestChunk };
}

/** Indexes two lines apart from the site and checks that terms, boundaries and gaps come out as they went in. */
export async function checkCanary(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  try {
    const { errors, index } = await createIndex({ forceLanguage: LANGUAGE });
    if (!index) throw new PagefindBuildError(`Pagefind did not start: ${errors.join('; ')}`);
    assertNoErrors((await index.addHTMLFile({ url: '/canary/', content: toPagefindHtml(CANARY_TERMS) })).errors, 'canary');
    assertNoErrors((await index.writeFiles({ outputPath: directory })).errors, 'canary');
    // Throws unless every boundary was kept.
    await readFragments(join(directory, 'fragment'), [{ url: '/canary/', terms: CANARY_TERMS }]);
  } finally {
    await close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Page ids, and proof that Pagefind counted positions as we did: as many words as terms, in the same places. */
async function readFragments(directory: string, pages: readonly PagefindInput[]): Promise<ReadonlyMap<string, string>> {
  const terms = new Map(pages.map((page) => [page.url, page.terms]));
  const ids = new Map<string, string>();
  for (const name of await readdir(directory)) {
    const json = gunzipSync(await readFile(join(directory, name)))
      .toString('utf8')
      .replace(/^pagefind_dcd/, '');
    const fragment: unknown = JSON.parse(json);
    const { url, content } = fragment as { url: string; content: string };
    if (url === BALLAST_URL) {
      ids.set(url, name.replace(/\.pf_fragment$/, ''));
      continue;
    }
    const expected = terms.get(url);
    const wanted = trimGaps((expected ?? []).map(writeTerm));
    // Pagefind closes the last sentence with a full stop of its own.
    const found = trimGaps(
      content
        .replace(/\.$/, '')
        .split(BOUNDARY)
        .map((word) => word.trim()),
    );
    const mismatch = wanted.findIndex((term, index) => found[index] !== term);
    if (!expected || mismatch >= 0 || found.length !== wanted.length) {
      throw new PagefindBuildError(
        `${url}: Pagefind cut the terms otherwise than they were given, from position ${mismatch}: ` +
          `${wanted.slice(mismatch, mismatch + 3).join(' ')} became ${found.slice(mismatch, mismatch + 3).join(' ')}`,
      );
    }
    ids.set(url, name.replace(/\.pf_fragment$/, ''));
  }
  const missing = pages.filter(({ url }) => !ids.has(url));
  if (missing.length > 0) throw new PagefindBuildError(`no fragment for ${missing.map(({ url }) => url).join(', ')}`);
  return ids;
}

function trimGaps(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => word !== '' && word !== GAP_MARK);
  return words.slice(0, last + 1);
}

async function sizeOfLargest(directory: string): Promise<number> {
  const sizes = await Promise.all((await readdir(directory)).map(async (name) => (await stat(join(directory, name))).size));
  return Math.max(0, ...sizes);
}

async function readHash(directory: string): Promise<string> {
  const entry: unknown = JSON.parse(await readFile(join(directory, 'pagefind-entry.json'), 'utf8'));
  const { languages } = entry as { languages: Record<string, { hash: string }> };
  const hash = languages[LANGUAGE]?.hash;
  if (hash === undefined) throw new PagefindBuildError('Pagefind wrote no index in the language that was asked for');
  return hash;
}

function assertNoErrors(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new PagefindBuildError(`${what}: ${errors.join('; ')}`);
}
