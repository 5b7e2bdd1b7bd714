/** A small site in memory: pages in, engine out. Same code as in the browser, with Pagefind's place taken by a map. */
import { createAnalyser } from './analyse.ts';
import { loadLanguage } from './language.ts';
import { buildSite, toCaseRow, type SiteIndex } from './site.ts';
import { PARAMETERS, type Parameters } from '../query/parameters.ts';
import { writeCore } from '../runtime/assets.ts';
import { createEngine, type Engine } from '../runtime/engine.ts';
import type { Ask, Page } from '../runtime/page.ts';
import { toPlace } from '../runtime/positions.ts';
import type { Postings, TermIndex } from '../runtime/postings.ts';
import { openShelves, writeShelf, type Shelves } from '../runtime/shelves.ts';
import { readNumber, writeTerm } from '../runtime/terms.ts';
import type { SynonymGroup } from '../runtime/vocabulary.ts';

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
  /** Slugs of the full hits, best first. */
  search(query: string): Promise<readonly string[]>;
}

export interface MemoryOptions {
  readonly synonyms?: readonly SynonymGroup[];
  readonly hanja?: ReadonlyMap<string, string>;
  readonly asks?: ReadonlyMap<string, readonly Ask[]>;
}

/** The same site with other parameters. */
export function withParameters({ site, index, coreText }: Pick<MemorySite, 'site' | 'index' | 'coreText'>, parameters: Parameters): Engine {
  return createEngine({
    build: site.build,
    coreText,
    index,
    shelves: openShelvesOf(site),
    loadHanja: () => Promise.resolve(site.hanja),
    loadInitials: (initial) => Promise.resolve(site.initials.get(initial) ?? ''),
    loadBlock: (slug, block) => {
      const found = site.pages.find(({ page }) => page.slug === slug)?.blocks.get(block);
      return found ? Promise.resolve(JSON.stringify(found)) : Promise.reject(new Error(`no block ${block} of ${slug}`));
    },
    parameters,
  });
}

export async function makeSite(
  pages: readonly Page[],
  { synonyms = [], hanja = new Map(), asks = new Map() }: MemoryOptions = {},
): Promise<MemorySite> {
  const site = buildSite({ pages, asks, synonyms, hanja, analyse: await createAnalyser(), language: await loadLanguage() });
  const index = memoryIndex(site.pages);
  const cases = { build: site.build, cases: site.pages.map((page) => toCaseRow(page, page.page.slug)) };
  const coreText = writeCore({ lexicon: site.lexicon, short: site.vocabulary.short, cases });
  const engine = withParameters({ site, index, coreText }, PARAMETERS);
  const search = async (query: string): Promise<readonly string[]> =>
    (await engine.search(query)).hits.filter(({ tier }) => tier === 'full').map(({ slug }) => slug);
  return { site, engine, index, coreText, search };
}

export function openShelvesOf({ build, vocabulary, language }: SiteIndex): Shelves {
  const files = vocabulary.shelves.map((rows) => writeShelf(rows, build));
  return openShelves({
    build,
    slots: vocabulary.slots,
    read: (shelf) => Promise.resolve(files[shelf] ?? ''),
    readLanguage: (file) => Promise.resolve(writeShelf(language[file] ?? [], build)),
  });
}

function memoryIndex(pages: SiteIndex['pages']): TermIndex {
  const terms = new Map<string, Map<number, number[]>>();
  for (const [page, { terms: own, fields }] of pages.entries()) {
    for (const [position, term] of own.entries()) {
      if (term === '') continue;
      const postings = terms.get(term) ?? new Map<number, number[]>();
      terms.set(term, postings);
      postings.set(page, [...(postings.get(page) ?? []), toPlace(position, fields[position] ?? 0)]);
    }
  }
  return {
    pages: pages.map(({ page }) => page.slug),
    term: (term) => Promise.resolve(terms.get(term) ?? new Map<number, number[]>()),
    numbers: ({ prefix, above, below }) => {
      const found = new Map<number, number[]>();
      for (const [term, postings] of terms) {
        const value = readNumber(writeTerm(term), prefix);
        if (value === undefined || value <= above || value >= below) continue;
        for (const [page, places] of postings)
          found.set(
            page,
            [...(found.get(page) ?? []), ...places].sort((a, b) => a - b),
          );
      }
      return Promise.resolve<Postings>(found);
    },
  };
}
