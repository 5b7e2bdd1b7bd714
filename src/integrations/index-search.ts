/**
 * Indexes a built site for search.
 *
 * Reads `<site>/cases/<slug>/index.html`, writes `<site>/pagefind/` and `<site>/search/`. Run after the Astro build and before the swap. Fails,
 * and leaves no half-written manifest, on any error; the same pages give the same bytes.
 */
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readAsks } from '../content/read-asks.ts';
import { readHanja } from '../content/schema/hanja.ts';
import { readSynonyms } from '../content/schema/synonyms.ts';
import { INITIALS } from '../korean/jamo.ts';
import {
  type CasesFile,
  MANIFEST_PATH,
  type Manifest,
  PAGEFIND_PATH,
  blockPath,
  corePath,
  hanjaPath,
  initialsPath,
  languagePath,
  shelfPath,
  writeCore,
} from '../search/runtime/assets.ts';
import { createAnalyser } from '../search/index/analyse.ts';
import { loadLanguage } from '../search/index/language.ts';
import { readPage } from '../search/index/read-page.ts';
import { buildSite, toCaseRow } from '../search/index/site.ts';
import { checkCanary } from '../search/index/canary.ts';
import { writePagefind } from '../search/index/write-pagefind.ts';
import { seal } from '../search/runtime/sealed.ts';
import type { Ask, Page } from '../search/runtime/page.ts';
import { writeShelf } from '../search/runtime/shelves.ts';
import type { SynonymGroup } from '../search/runtime/vocabulary.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CONTENT = join(ROOT, 'content');
/** Bytes. A query fetches one chunk for each of its words. */
const LARGEST_CHUNK = 50_000;

export interface IndexOptions {
  readonly log?: (line: string) => void;
}

/** Indexes the site in `directory`. Throws when a page, the vocabulary or Pagefind is not as it should be. */
export async function indexSite(directory: string, { log = () => undefined }: IndexOptions = {}): Promise<void> {
  const started = performance.now();
  const site = buildSite({ ...(await readSources(directory)), analyse: await createAnalyser(), language: await loadLanguage() });

  // A folder of its own: two projects that are built at once may share what is installed.
  const canary = await mkdtemp(join(tmpdir(), 'canary-'));
  try {
    await checkCanary(canary);
  } finally {
    await rm(canary, { recursive: true, force: true });
  }
  const url = (slug: string): string => `/cases/${slug}/`;
  await rm(join(directory, 'search', 'manifest.json'), { force: true });
  for (const name of await readdir(join(directory, 'search')).catch(() => [])) {
    // Folders of earlier builds; the results page itself (index.html) stays.
    if (/^[0-9a-f]{10}$/.test(name)) await rm(join(directory, 'search', name), { recursive: true });
  }
  const write = async (path: string, text: string): Promise<void> => {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  const { build } = site;
  const writeSealed = (path: string, text: string): Promise<void> => write(path, seal(text, build));
  const writeBlocks = async (): Promise<void> => {
    for (const { page, blocks } of site.pages)
      await Promise.all([...blocks].map(([number, block]) => writeSealed(blockPath(build, page.slug, number), JSON.stringify(block))));
  };
  // Pagefind works in a process of its own.
  const [bundle] = await Promise.all([
    writePagefind(
      join(directory, PAGEFIND_PATH),
      site.pages.map(({ page, terms, fields }) => ({ url: url(page.slug), terms, fields })),
      LARGEST_CHUNK,
    ),
    writeBlocks(),
  ]);
  const cases: CasesFile = {
    build,
    cases: site.pages.map((indexed) => {
      const id = bundle.ids.get(url(indexed.page.slug));
      if (id === undefined) throw new Error(`Pagefind has no page for ${indexed.page.slug}`);
      return toCaseRow(indexed, id);
    }),
  };
  await writeSealed(corePath(build), writeCore({ lexicon: site.lexicon, short: site.vocabulary.short, cases }));
  for (const [shelf, rows] of site.vocabulary.shelves.entries()) await writeSealed(shelfPath(build, shelf), writeShelf(rows, build));
  for (const [file, rows] of site.language.entries()) await writeSealed(languagePath(build, file), writeShelf(rows, build));
  await writeSealed(hanjaPath(build), site.hanja);
  // Also the empty ones: what is not there is then missing.
  for (const first of INITIALS) {
    for (const second of INITIALS) await writeSealed(initialsPath(build, first + second), site.initials.get(first + second) ?? '');
  }
  const worker = await findWorker(directory);
  const manifest: Manifest = { build, meta: bundle.meta, slots: site.vocabulary.slots, ...(worker === undefined ? {} : { worker }) };
  await write(MANIFEST_PATH, JSON.stringify(manifest));
  log(
    `검색 색인: 사례 ${site.pages.length}개, 단어 ${site.pages.reduce((sum, { terms }) => sum + terms.filter((term) => term !== '').length, 0)}개, ` +
      `가장 큰 조각 ${Math.round(bundle.largestChunk / 1000)}KB, ${Math.round(performance.now() - started)}ms`,
  );
}

/** Path of the worker's file in the site; undefined for pages without scripts, as tests make them. */
async function findWorker(directory: string): Promise<string | undefined> {
  const names = await readdir(join(directory, '_astro')).catch(() => undefined);
  if (!names) return undefined;
  const [worker, ...others] = names.filter((name) => /^worker\b.*\.js$/.test(name));
  if (worker === undefined || others.length > 0) throw new Error(`${names.join(', ')}: there should be one file of the search worker`);
  return `_astro/${worker}`;
}

/** What the index of a site is made from: its built pages, and the project's vocabulary and front matter. */
export interface Sources {
  readonly pages: readonly Page[];
  /** Slug → what its passages answer in words that are not their own. */
  readonly asks: ReadonlyMap<string, readonly Ask[]>;
  readonly synonyms: readonly SynonymGroup[];
  readonly hanja: ReadonlyMap<string, string>;
}

/** Throws when a page or the vocabulary is not as it should be. */
export async function readSources(directory: string): Promise<Sources> {
  return {
    pages: await readPages(join(directory, 'cases')),
    // The built pages do not show them.
    asks: readAsks(CONTENT),
    synonyms: readSynonyms(CONTENT),
    hanja: readHanja(CONTENT),
  };
}

async function readPages(directory: string): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const entry of (await readdir(directory, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory()) continue;
    const file = join(directory, entry.name, 'index.html');
    const html = await readFile(file, 'utf8').catch(() => undefined);
    const page = html === undefined ? undefined : readPage(html, file);
    if (page) pages.push(page);
  }
  if (pages.length === 0) throw new Error(`${directory}에 검색에 넣을 사례가 없습니다. ‘npm run build’로 빌드하세요.`);
  return pages;
}
