/**
 * Build side only: term lists → a Pagefind bundle. The only place of the build that knows Pagefind.
 *
 * Pinned to 1.6.0. What is relied on and not documented is checked on every build (`canary.ts`, the cap on index chunks, one
 * fragment a page): a release that behaves otherwise fails the build by name.
 */
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { BOUNDARY, GAP_MARK, writeTerm } from '../runtime/terms.ts';
import { splitChunks } from './split-chunks.ts';
import { toPagefindHtml } from './write-html.ts';

export class PagefindBuildError extends Error {
  override readonly name = 'PagefindBuildError';
}

export interface PagefindInput {
  /** Path of the page on the site without the base path, e.g. `/cases/busan-yeonje/`. */
  readonly url: string;
  readonly terms: readonly string[];
  /** Number of the field of every term (`FIELDS`). */
  readonly fields: readonly number[];
}

export interface PagefindOutput {
  /** Name of the index of chunks. */
  readonly meta: string;
  /** Page id in results, by url. */
  readonly ids: ReadonlyMap<string, string>;
  /** Size of the largest index chunk in bytes. */
  readonly largestChunk: number;
}

const LANGUAGE = 'ja';
/** Pages given to Pagefind before it has answered, so that neither waits for the other. It takes them in the order they come. */
const AHEAD = 4;

/** Writes `<directory>/` (which is emptied first). Throws a `PagefindBuildError` on any error Pagefind reports. */
export async function writePagefind(
  directory: string,
  pages: readonly PagefindInput[],
  largestChunkAllowed: number,
): Promise<PagefindOutput> {
  await rm(directory, { recursive: true, force: true });
  const write = rememberWritten();
  try {
    const { errors, index } = await createIndex({ forceLanguage: LANGUAGE });
    if (!index) throw new PagefindBuildError(`Pagefind did not start: ${errors.join('; ')}`);
    const waiting: (() => Promise<void>)[] = [];
    for (const { url, terms, fields } of pages) {
      const added = index.addHTMLFile({ url, content: toPagefindHtml(terms.map(write), fields) });
      waiting.push(async () => {
        assertNoErrors((await added).errors, url);
      });
      if (waiting.length > AHEAD) await waiting.shift()?.();
    }
    for (const one of waiting) await one();
    const written = await index.writeFiles({ outputPath: directory });
    assertNoErrors(written.errors, directory);
  } finally {
    await close();
  }
  const ids = await readFragments(join(directory, 'fragment'), pages, write);
  const meta = await splitChunks(directory, await metaOf(directory));
  const largestChunk = await sizeOfLargest(join(directory, 'index'));
  if (largestChunk > largestChunkAllowed) {
    throw new PagefindBuildError(`an index chunk has ${largestChunk} bytes, more than ${largestChunkAllowed}`);
  }
  // What the browser loads stays; everything else that Pagefind writes is deleted.
  for (const name of await readdir(directory)) {
    if (![meta, 'index'].includes(name)) await rm(join(directory, name), { recursive: true });
  }
  return { meta, ids, largestChunk };
}

/** Page ids, and proof that Pagefind counted positions as we did: as many words as terms, in the same places. */
async function readFragments(
  directory: string,
  pages: readonly PagefindInput[],
  write: (term: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const terms = new Map(pages.map((page) => [page.url, page.terms]));
  const ids = new Map<string, string>();
  for (const name of await readdir(directory)) {
    const json = gunzipSync(await readFile(join(directory, name)))
      .toString('utf8')
      .replace(/^pagefind_dcd/, '');
    const fragment: unknown = JSON.parse(json);
    const { url, content } = fragment as { url: string; content: string };
    const expected = terms.get(url);
    const wanted = trimGaps((expected ?? []).map(write));
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

/** `writeTerm`, once for each term: pages are made of the same few. */
function rememberWritten(): (term: string) => string {
  const known = new Map<string, string>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const written = writeTerm(term);
    known.set(term, written);
    return written;
  };
}

function trimGaps(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex((word) => word !== '' && word !== GAP_MARK);
  return words.slice(0, last + 1);
}

async function sizeOfLargest(directory: string): Promise<number> {
  const sizes = await Promise.all((await readdir(directory)).map(async (name) => (await stat(join(directory, name))).size));
  return Math.max(0, ...sizes);
}

async function metaOf(directory: string): Promise<string> {
  const [meta, ...others] = (await readdir(directory)).filter((name) => name.endsWith('.pf_meta'));
  if (meta === undefined || others.length > 0)
    throw new PagefindBuildError(`Pagefind wrote ${others.length + (meta ? 1 : 0)} indexes instead of one`);
  return meta;
}

function assertNoErrors(errors: readonly string[], what: string): void {
  if (errors.length > 0) throw new PagefindBuildError(`${what}: ${errors.join('; ')}`);
}
