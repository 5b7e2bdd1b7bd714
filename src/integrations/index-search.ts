/**
 * Indexes a built site for search: `node scripts/index-search.ts <site-dir>`.
 *
 * Reads `<site>/cases/<slug>/index.html`, writes `<site>/pagefind/` and `<site>/search/`. Run after the Astro build and before the swap. Fails,
 * and leaves no half-written manifest, on any error; the same pages give the same bytes.
 */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
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
  shelfPath,
  writeCore,
} from '../search/runtime/assets.ts';
import { type AnalysisCache, createAnalyser } from '../search/index/analyse.ts';
import { readPage } from '../search/index/read-page.ts';
import { buildSite, toCaseRow } from '../search/index/site.ts';
import { checkCanary } from '../search/index/canary.ts';
import { writePagefind } from '../search/index/write-pagefind.ts';
import type { Page } from '../search/page.ts';
import { seal } from '../search/runtime/sealed.ts';
import { writeShelf } from '../search/runtime/shelves.ts';
import type { SynonymGroup } from '../search/vocabulary.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE_DIRECTORY = join(ROOT, 'node_modules/.cache/search');
/** The versions of the analyser and of our alignment belong to the name: others cut otherwise. */
const CACHE_FILE = join(CACHE_DIRECTORY, 'words-garu-0.3.7-2.json');
/** Bytes. A query fetches one chunk for each of its words. */
const LARGEST_CHUNK = 50_000;

const SynonymFile = z.array(
  z
    .strictObject({
      id: z.string().regex(/^[a-z][a-z0-9-]*$/),
      terms: z.array(z.string().min(1)).default([]),
      finds: z.array(z.string().min(1)).default([]),
      from: z.array(z.string().min(1)).default([]),
      why: z.string().min(1),
      not: z.string().min(1),
    })
    .refine(({ terms, finds }) => terms.length + finds.length > 0, 'terms나 finds가 있어야 한다.'),
);
const HanjaFile = z.record(z.string().length(1), z.string().min(1));

export interface IndexOptions {
  readonly log?: (line: string) => void;
}

/** Indexes the site in `directory`. Throws when a page, the vocabulary or Pagefind is not as it should be. */
export async function indexSite(directory: string, { log = () => undefined }: IndexOptions = {}): Promise<void> {
  const started = performance.now();
  const pages = await readPages(join(directory, 'cases'));
  const cache = await readCache();
  const known = cache.size;
  const site = buildSite({
    pages,
    synonyms: await readSynonymGroups(),
    hanja: await readHanjaReadings(),
    analyse: await createAnalyser(cache),
  });
  if (cache.size > known) await writeCache(cache);

  await checkCanary(join(CACHE_DIRECTORY, 'canary'));
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
      await Promise.all(blocks.map((block, number) => writeSealed(blockPath(build, page.slug, number), JSON.stringify(block))));
  };
  // Pagefind works in a process of its own.
  const [bundle] = await Promise.all([
    writePagefind(
      join(directory, PAGEFIND_PATH),
      site.pages.map(({ page, terms }) => ({ url: url(page.slug), terms })),
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
  await writeSealed(hanjaPath(build), site.hanja);
  // Also the empty ones: what is not there is then missing.
  for (const first of INITIALS) {
    for (const second of INITIALS) await writeSealed(initialsPath(build, first + second), site.initials.get(first + second) ?? '');
  }
  const worker = await findWorker(directory);
  const manifest: Manifest = { build, meta: bundle.meta, slots: site.vocabulary.slots, ...(worker === undefined ? {} : { worker }) };
  await write(MANIFEST_PATH, JSON.stringify(manifest));
  log(
    `찾기 색인: 사례 ${site.pages.length}개, 낱말 ${site.pages.reduce((sum, { terms }) => sum + terms.length, 0)}개, ` +
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

async function readPages(directory: string): Promise<readonly Page[]> {
  const pages: Page[] = [];
  for (const entry of (await readdir(directory, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory()) continue;
    const file = join(directory, entry.name, 'index.html');
    const html = await readFile(file, 'utf8').catch(() => undefined);
    const page = html === undefined ? undefined : readPage(html, file);
    if (page) pages.push(page);
  }
  if (pages.length === 0) throw new Error(`${directory}에 찾기에 넣을 사례가 없다. Astro 빌드를 먼저 한다.`);
  return pages;
}

async function readSynonymGroups(): Promise<readonly SynonymGroup[]> {
  const file = join(ROOT, 'content/vocabulary/synonyms.yaml');
  return SynonymFile.parse(parse(await readFile(file, 'utf8')));
}

async function readHanjaReadings(): Promise<ReadonlyMap<string, string>> {
  const file = join(ROOT, 'content/vocabulary/hanja.yaml');
  const readings = new Map<string, string>();
  for (const [reading, characters] of Object.entries(HanjaFile.parse(parse(await readFile(file, 'utf8'))))) {
    for (const character of characters) readings.set(character, reading);
  }
  return readings;
}

async function readCache(): Promise<AnalysisCache> {
  const text = await readFile(CACHE_FILE, 'utf8').catch(() => '{}');
  try {
    return new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(text))));
  } catch {
    // A damaged cache is no error: it is made anew.
    return new Map();
  }
}

async function writeCache(cache: AnalysisCache): Promise<void> {
  await mkdir(CACHE_DIRECTORY, { recursive: true });
  await writeFile(CACHE_FILE, JSON.stringify(Object.fromEntries([...cache].sort(([a], [b]) => (a < b ? -1 : 1)))));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const directory = process.argv[2];
  if (directory === undefined) {
    console.error('사용법: node scripts/index-search.ts <사이트 폴더>');
    process.exit(2);
  }
  await indexSite(directory, {
    log: (line) => {
      console.log(line);
    },
  });
}
