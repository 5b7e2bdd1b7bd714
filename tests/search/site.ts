/** A small site in memory: pages in, engine out. Same code as in the browser, with Pagefind's place taken by a map. */
import { createAnalyser } from '../../src/search/index/analyse.ts';
import { buildSite, toCaseRow, type SiteIndex } from '../../src/search/index/site.ts';
import { writeCore } from '../../src/search/runtime/assets.ts';
import { createEngine, type Engine } from '../../src/search/runtime/engine.ts';
import type { Page } from '../../src/search/page.ts';
import type { Postings, TermIndex } from '../../src/search/runtime/postings.ts';
import { openShelves, writeShelf, type Shelves } from '../../src/search/runtime/shelves.ts';
import type { SynonymGroup } from '../../src/search/vocabulary.ts';

export function makePage(slug: string, lines: readonly string[]): Page {
  return {
    slug,
    title: slug,
    province: '서울특별시',
    municipality: '강북구',
    region: 'seoul',
    sector: 'social-economy',
    tier: 'gu',
    topics: ['social-economy'],
    sections: [{ anchor: 'text', heading: '본문', pages: '1쪽', kind: '본문' }],
    lines: lines.map((text) => ({ section: 0, text })),
  };
}

export interface MemorySite {
  readonly site: SiteIndex;
  readonly engine: Engine;
  readonly index: TermIndex;
  readonly coreText: string;
  /** Slugs of the answer, best first. */
  search(query: string): Promise<readonly string[]>;
}

export async function makeSite(
  pages: readonly Page[],
  synonyms: readonly SynonymGroup[] = [],
  hanja: ReadonlyMap<string, string> = new Map(),
): Promise<MemorySite> {
  const site = buildSite({ pages, synonyms, hanja, analyse: await createAnalyser(new Map()) });
  const index = memoryIndex(new Map(site.pages.map(({ page, terms }) => [`id-${page.slug}`, terms])));
  const cases = { build: site.build, cases: site.pages.map((page) => toCaseRow(page, `id-${page.page.slug}`)) };
  const coreText = writeCore({ lexicon: site.lexicon, short: site.vocabulary.short, cases });
  const shelves = openShelvesOf(site);
  const engine = createEngine({
    build: site.build,
    coreText,
    index,
    shelves,
    loadHanja: () => Promise.resolve(site.hanja),
    loadInitials: (initial) => Promise.resolve(site.initials.get(initial) ?? ''),
    loadBlock: (slug, block) => {
      const found = site.pages.find(({ page }) => page.slug === slug)?.blocks[block];
      return found ? Promise.resolve(JSON.stringify(found)) : Promise.reject(new Error(`no block ${block} of ${slug}`));
    },
  });
  return { site, engine, index, coreText, search: async (query) => (await engine.search(query)).hits.map(({ slug }) => slug) };
}

export function openShelvesOf({ build, vocabulary }: SiteIndex): Shelves {
  const files = vocabulary.shelves.map((rows) => writeShelf(rows, build));
  return openShelves({ build, slots: vocabulary.slots, read: (shelf) => Promise.resolve(files[shelf] ?? '') });
}

function memoryIndex(pages: ReadonlyMap<string, readonly string[]>): TermIndex {
  const where = (matches: (term: string) => boolean): Promise<Postings> => {
    const found = new Map<string, number[]>();
    for (const [page, terms] of pages) {
      const positions = terms.flatMap((term, position) => (term !== '' && matches(term) ? [position] : []));
      if (positions.length > 0) found.set(page, positions);
    }
    return Promise.resolve(found);
  };
  return {
    term: (wanted) => where((term) => term === wanted),
    prefix: (beginning) => where((term) => term.normalize('NFD').startsWith(beginning.normalize('NFD'))),
  };
}
