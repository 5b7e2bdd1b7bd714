/**
 * The search of one site: opens what the index script wrote, answers queries. Runs in a worker, in Node, wherever `fetch` is.
 */
import { DEFAULT_MOST, type Facet, type Filters, type Hit, type Passage, type SearchAnswer, type SearchOptions } from './answer.ts';
import {
  type CasesFile,
  type Core,
  type Manifest,
  PAGEFIND_PATH,
  blockPath,
  corePath,
  hanjaPath,
  initialsPath,
  readCore,
  shelfPath,
} from './assets.ts';
import { type Lexicon, readLexicon } from '../lexicon.ts';
import { toAnswerNote } from './messages.ts';
import { type Block, type CaseEntry, standingAt } from '../page.ts';
import { HANJA } from '../../korean/normalise.ts';
import { IndexUnavailableError, openPagefind } from './pagefind.ts';
import type { TermIndex } from './postings.ts';
import { askOnlyKnown } from './known.ts';
import { type Spot, cutPassages, findSpots } from '../query/excerpt.ts';
import { type Plan, createPlan, textsOf } from '../query/plan.ts';
import type { RankedPage } from '../query/rank.ts';
import { nearTerms } from '../query/suggest.ts';
import { type Segmenter, createSegmenter } from '../segment.ts';
import { type GrowingDictionary, type Shelves, openShelves } from './shelves.ts';
import type { Tokeniser } from '../tokenise.ts';
import { unseal } from './sealed.ts';

export interface EngineOptions {
  /** Absolute address of the site's root with its base path and a slash at the end. */
  readonly site: string;
  /** What `search/manifest.json` says (`readManifest`). */
  readonly manifest: Manifest;
  /** `reload` goes past what the browser has kept. */
  readonly cache?: RequestCache;
}

/** Called with the first answers before all passages are there; the same shape, fewer passages. */
export type OnPartial = (answer: SearchAnswer) => void;

export interface Engine {
  /** Rejects with an `IndexUnavailableError` when files are missing, damaged or of another build. */
  search(query: string, options?: SearchOptions, onPartial?: OnPartial): Promise<SearchAnswer>;
}

/** Hits whose best passage is fetched before the first answer; those after them get what one block gives. */
const FIRST_HITS = 5;
const PASSAGES = 3;
/** Milliseconds after which the first answer does without excerpts. */
const PATIENCE = 120;
const FACETS: readonly Facet[] = ['region', 'sector', 'tier', 'topic'];

/** An engine whose files are still on their way. */
export interface OpeningEngine extends Engine {
  /** Resolves when all is there that every search needs; rejects with an `IndexUnavailableError`. */
  readonly ready: Promise<void>;
  /** Begins to fetch what the vocabulary may hold of a query that is being typed. */
  prepare(query: string): void;
}

export function openEngine({ site, manifest, cache = 'default' }: EngineOptions): OpeningEngine {
  const bytes = (path: string): Promise<ArrayBuffer> => fetchFile(site + path, cache, (response) => response.arrayBuffer());
  const { build, meta, slots } = manifest;
  const text = (path: string): Promise<string> => fetchFile(site + path, cache, async (response) => unseal(await response.text(), build));
  const shelves = openShelves({ build, slots, read: (shelf) => text(shelfPath(build, shelf)) });
  const opened = Promise.all([
    text(corePath(build)),
    openPagefind({
      read: (path) => bytes(PAGEFIND_PATH + path),
      meta,
    }),
  ]).then(([coreText, index]) =>
    createEngine({
      build,
      coreText,
      index,
      shelves,
      loadHanja: () => text(hanjaPath(build)),
      loadInitials: (initial) => text(initialsPath(build, initial)),
      loadBlock: (slug, block) => text(blockPath(build, slug, block)),
    }),
  );
  const ready = opened.then(() => undefined);
  // Told to whoever waits for it.
  ready.catch(() => undefined);
  const prepare = (query: string): void => {
    // Who needs them hears of a failure.
    for (const read of textsOf(query)) shelves.load(read).catch(() => undefined);
  };
  return {
    ready,
    prepare,
    async search(query, options, onPartial) {
      // Along with everything else: which shelves are needed is known from the query alone.
      prepare(query);
      return (await opened).search(query, options, onPartial);
    },
  };
}

async function fetchFile<T>(address: string, cache: RequestCache, read: (response: Response) => Promise<T>): Promise<T> {
  try {
    const response = await fetch(address, { cache });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await read(response);
  } catch (cause) {
    throw new IndexUnavailableError(`${address} could not be read`, { cause });
  }
}

export interface EngineParts {
  readonly build: string;
  readonly coreText: string;
  readonly index: TermIndex;
  readonly shelves: Shelves;
  /** Texts of files, as `build/` writes them. */
  readonly loadHanja: () => Promise<string>;
  readonly loadInitials: (initial: string) => Promise<string>;
  readonly loadBlock: (slug: string, block: number) => Promise<string>;
}

/** The engine from its parts; `openEngine` fetches them, tests make them. */
export function createEngine(parts: EngineParts): Engine {
  const { build, index, shelves, loadInitials, loadBlock } = parts;
  const { casesFile, lexicon, short } = readParts(parts.coreText);
  if (casesFile.build !== build) throw new IndexUnavailableError('the table of cases belongs to another build');
  const readings = new Map<string, string>();
  let hanja: Promise<void> | undefined;
  /** Only a query in hanja needs all readings; a block brings its own. */
  const withHanja = async (query: string): Promise<string> => {
    if (HANJA.test(query))
      await (hanja ??= parts.loadHanja().then((pairs) => {
        fillReadings(readings, pairs);
      }));
    return query;
  };
  shelves.add(short);
  const dictionary = shelves.extend(lexicon);
  const tokeniser: Tokeniser = { segment: segmentBy(dictionary), readings };
  const entries = new Map(casesFile.cases.map((row) => [row[0], toEntry(row)]));
  const plan: Plan = createPlan({
    index: askOnlyKnown(index, lexicon),
    lexicon,
    dictionary,
    tokeniser,
    synonyms: shelves.synonyms,
    prepare: (text) =>
      shelves.load(text).catch((cause: unknown) => {
        throw new IndexUnavailableError('a shelf of the vocabulary cannot be used', { cause });
      }),
    loadInitials,
    pageCount: entries.size,
    standing: (page, position) => standingAt(entries.get(page)?.standings ?? [], position),
  });
  const blocks = new Map<string, Promise<Block>>();
  const block = (slug: string, number: number): Promise<Block> => {
    const key = `${slug}/${number}`;
    const known = blocks.get(key) ?? loadBlock(slug, number).then((text) => readBlock(text, readings));
    blocks.set(key, known);
    known.catch(() => {
      blocks.delete(key);
    });
    return known;
  };

  /** Passages of a hit, one block after the other until there are enough. */
  const withPassages = async (hit: Hit, spots: readonly Spot[]): Promise<Hit> => {
    const passages: Passage[] = [];
    let isMissed = false;
    for (const spot of spots) {
      // A hit without its excerpt is still a hit.
      const text = await block(hit.slug, spot.block).catch(() => undefined);
      if (!text) {
        isMissed = true;
        continue;
      }
      const cut = cutPassages(hit.url, text, spot, tokeniser, PASSAGES);
      for (const passage of cut) if (!passages.some(({ url }) => url === passage.url)) passages.push(passage);
      if (passages.length >= PASSAGES) break;
    }
    return { ...hit, passages: passages.slice(0, PASSAGES), ...(isMissed && passages.length === 0 ? { isCut: true } : {}) };
  };

  return {
    async search(query, options = {}, onPartial) {
      const outcome = await plan(await withHanja(query), { literal: options.literal ?? false });
      const all = outcome.pages.flatMap((page): { hit: Hit; page: RankedPage; entry: CaseEntry }[] => {
        const entry = entries.get(page.page);
        return entry ? [{ hit: toHit(entry, page), page, entry }] : [];
      });
      const matched = all.filter(({ entry }) => FACETS.every((facet) => passes(entry, facet, options.filters)));
      const kept = matched.slice(0, options.most ?? DEFAULT_MOST);
      const answer: SearchAnswer = {
        query,
        notes: outcome.notes.map((note) => toAnswerNote(note, query)),
        hits: kept.map(({ hit }) => hit),
        matched: matched.length,
        facets: countFacets(
          all.map(({ entry }) => entry),
          options.filters ?? {},
        ),
        unfiltered: all.length,
        rows: { figures: 0, timeline: 0, organisations: 0, instruments: 0 },
        suggestions: { terms: all.length > 0 ? [] : nearTerms(outcome.units, lexicon) },
      };
      if (kept.length === 0) return answer;
      const spots = kept.map(({ page, entry }) => findSpots(page.occurrences, entry.blocks, PASSAGES));
      // On a slow line the list is shown before its excerpts are there.
      const patience = setTimeout(() => onPartial?.(answer), PATIENCE);
      const first = await Promise.all(kept.slice(0, FIRST_HITS).map(({ hit }, at) => withPassages(hit, (spots[at] ?? []).slice(0, 1))));
      clearTimeout(patience);
      onPartial?.({ ...answer, hits: [...first, ...answer.hits.slice(FIRST_HITS)] });
      return {
        ...answer,
        hits: await Promise.all(kept.map(({ hit }, at) => withPassages(hit, (spots[at] ?? []).slice(0, at < FIRST_HITS ? PASSAGES : 1)))),
      };
    },
  };
}

function fillReadings(readings: Map<string, string>, pairs: string): void {
  const characters = [...pairs];
  for (let at = 0; at + 1 < characters.length; at += 2) readings.set(characters[at] ?? '', characters[at + 1] ?? '');
}

function readBlock(text: string, readings: Map<string, string>): Block {
  try {
    const block = JSON.parse(text) as Block;
    fillReadings(readings, block.hanja ?? '');
    return block;
  } catch (cause) {
    throw new IndexUnavailableError('a block of text is damaged', { cause });
  }
}

/** A segmenter that forgets what it has cut when the dictionary has grown. */
function segmentBy(dictionary: GrowingDictionary): Segmenter {
  let grown = dictionary.grown;
  let segment = createSegmenter(dictionary);
  return (run) => {
    if (grown !== dictionary.grown) segment = createSegmenter(dictionary);
    grown = dictionary.grown;
    return segment(run);
  };
}

function readParts(text: string): { casesFile: CasesFile; lexicon: Lexicon; short: Core['short'] } {
  try {
    const { lexicon, short, cases } = readCore(text);
    return { casesFile: cases, lexicon: readLexicon(lexicon), short };
  } catch (cause) {
    throw new IndexUnavailableError('the core file is damaged', { cause });
  }
}

function toEntry(row: CasesFile['cases'][number]): CaseEntry {
  const [id, slug, title, province, municipality, region, sector, tier, topics, blocks, standings] = row;
  return { id, slug, title, province, municipality, region, sector, tier, topics, blocks, standings };
}

function toHit({ slug, title, province, municipality, region, sector, tier, topics }: CaseEntry, page: RankedPage): Hit {
  return {
    slug,
    title,
    province,
    municipality,
    region,
    sector,
    tier,
    topics,
    url: `/cases/${slug}/`,
    score: page.score,
    tier: 'full',
    missing: [],
    exact: page.exact,
    viaSynonym: !page.exact && page.occurrences.some(({ kind }) => kind === 'synonym'),
    passages: [],
  };
}

function valuesOf(entry: CaseEntry, facet: Facet): readonly string[] {
  return facet === 'topic' ? entry.topics : [entry[facet]];
}

function passes(entry: CaseEntry, facet: Facet, filters: Filters | undefined): boolean {
  const wanted = filters?.[facet] ?? [];
  return wanted.length === 0 || valuesOf(entry, facet).some((value) => wanted.includes(value));
}

function countFacets(entries: readonly CaseEntry[], filters: Filters): SearchAnswer['facets'] {
  const count = (facet: Facet): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const entry of entries) {
      if (!FACETS.every((other) => other === facet || passes(entry, other, filters))) continue;
      for (const value of valuesOf(entry, facet)) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  return { region: count('region'), sector: count('sector'), tier: count('tier'), topic: count('topic') };
}
