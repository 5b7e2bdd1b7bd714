/**
 * The search of one site: opens what the index script wrote, answers queries. Runs in a worker, in Node, wherever `fetch` is.
 */
import { HANJA } from '../../korean/normalise.ts';
import { cutPassage } from '../query/excerpt.ts';
import { PARAMETERS, type Parameters } from '../query/parameters.ts';
import type { ScoredPassage } from '../query/score.ts';
import { createSearch, textsOf } from '../query/search.ts';
import { nearTerms } from '../query/suggest.ts';
import { type Lexicon, readLexicon } from '../text/lexicon.ts';
import { type Segmenter, createSegmenter } from '../text/segment.ts';
import type { Tokeniser } from '../text/tokenise.ts';
import { DEFAULT_MOST, type Hit, type Passage, type SearchAnswer, type SearchOptions } from './answer.ts';
import {
  type CasesFile,
  type Core,
  type Manifest,
  PAGEFIND_PATH,
  blockPath,
  corePath,
  hanjaPath,
  initialsPath,
  languagePath,
  readCore,
  shelfPath,
} from './assets.ts';
import { countFacets, passesAll } from './facets.ts';
import { fetchFile } from './fetch-file.ts';
import { countRows, toMatched } from './hits.ts';
import { askOnlyKnown } from './known.ts';
import { toAnswerNote } from './messages.ts';
import type { Block, CaseEntry } from './page.ts';
import { IndexUnavailableError, openPagefind } from './pagefind.ts';
import { blockAt } from './positions.ts';
import type { TermIndex } from './postings.ts';
import { unseal } from './sealed.ts';
import { type GrowingDictionary, type Shelves, openShelves } from './shelves.ts';

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

/** Hits whose best passage is fetched before the first answer; those after them, and those that have only a part, show one passage. */
const FIRST_HITS = 5;
const PASSAGES = 3;
/** Milliseconds after which the first answer does without excerpts. */
const PATIENCE = 120;
/** Hits that have only a part of what was asked for. */
const MOST_PARTIAL = 5;

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
  const shelves = openShelves({
    build,
    slots,
    read: (shelf) => text(shelfPath(build, shelf)),
    readLanguage: (file) => text(languagePath(build, file)),
  });
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

export interface EngineParts {
  readonly build: string;
  readonly coreText: string;
  readonly index: TermIndex;
  readonly shelves: Shelves;
  /** Texts of files, as `build/` writes them. */
  readonly loadHanja: () => Promise<string>;
  readonly loadInitials: (initial: string) => Promise<string>;
  readonly loadBlock: (slug: string, block: number) => Promise<string>;
  /** Others than `PARAMETERS`, to be tried. */
  readonly parameters?: Parameters;
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
  const cases = orderCases(casesFile, index.pages);
  const search = createSearch({
    index: askOnlyKnown(index, lexicon),
    cases,
    lexicon,
    dictionary,
    tokeniser,
    synonyms: shelves.synonyms,
    prepare: (text) =>
      shelves.load(text).catch((cause: unknown) => {
        throw new IndexUnavailableError('a shelf of the vocabulary cannot be used', { cause });
      }),
    loadInitials,
    parameters: parts.parameters ?? PARAMETERS,
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

  /** A passage as it is shown, cut once a search. A hit without its excerpt is still a hit. */
  const cutOf = ({ hit, entry, cuts }: Shown, passage: ScoredPassage): Promise<Cut> => {
    const known = cuts.get(passage);
    if (known) return known;
    const cut = block(hit.slug, blockAt(passage.start)).then(
      (text): Cut => cutPassage(hit.url, text, passage, entry, tokeniser),
      (): Cut => 'missed',
    );
    cuts.set(passage, cut);
    return cut;
  };

  /** The passages of a hit, as many as wanted. */
  const withPassages = async (shown: Shown, most: number): Promise<Hit> => {
    const { hit, passages } = shown;
    const cut = await Promise.all(passages.slice(0, most).map((passage) => cutOf(shown, passage)));
    const found = cut.filter((passage) => passage !== undefined && passage !== 'missed');
    const distinct = found.filter(({ url }, at) => found.findIndex((other) => other.url === url) === at);
    return { ...hit, passages: distinct, ...(cut.includes('missed') && distinct.length === 0 ? { isCut: true } : {}) };
  };

  return {
    async search(query, options = {}, onPartial) {
      const { filters = {}, demanded = [], literal = false, most = DEFAULT_MOST, excerpts = true } = options;
      const outcome = await search(await withHanja(query), { literal });
      const all = toMatched(outcome, cases).filter(({ hit }) => !hit.missing.some((word) => demanded.includes(word)));
      const matched = all.filter(({ entry }) => passesAll(entry, filters));
      const full = matched.filter(({ hit }) => hit.tier === 'full');
      const partial = matched.filter(({ hit }) => hit.tier === 'partial').slice(0, MOST_PARTIAL);
      const kept = [...full.slice(0, most), ...partial];
      const answer: SearchAnswer = {
        query,
        notes: outcome.notes.map((note) => toAnswerNote(note, query)),
        hits: kept.map(({ hit }) => hit),
        matched: full.length,
        facets: countFacets(
          all.map(({ entry }) => entry),
          filters,
        ),
        unfiltered: all.length,
        rows: countRows(outcome),
        suggestions: { terms: all.length > 0 ? [] : nearTerms(outcome.query.terms, lexicon) },
      };
      if (kept.length === 0 || !excerpts) return answer;
      const shown = kept.map(({ hit, entry, scored }): Shown => ({
        hit,
        entry,
        passages: outcome.passagesOf(scored, PASSAGES),
        cuts: new Map(),
      }));
      // On a slow line the list is shown before its excerpts are there.
      const patience = setTimeout(() => onPartial?.(answer), PATIENCE);
      const first = await Promise.all(shown.slice(0, FIRST_HITS).map((one) => withPassages(one, 1)));
      clearTimeout(patience);
      onPartial?.({ ...answer, hits: [...first, ...answer.hits.slice(FIRST_HITS)] });
      return {
        ...answer,
        hits: await Promise.all(shown.map((one, at) => withPassages(one, at < FIRST_HITS && one.hit.tier === 'full' ? PASSAGES : 1))),
      };
    },
  };
}

/** A hit and its passages, best first. */
interface Shown {
  readonly hit: Hit;
  readonly entry: CaseEntry;
  readonly passages: readonly ScoredPassage[];
  readonly cuts: Map<ScoredPassage, Promise<Cut>>;
}

/** A passage as it is shown; `missed` when its text did not come, undefined when none of its text is there. */
type Cut = Passage | 'missed' | undefined;

/** Cases by the number of their page in the index. Throws when the index holds other pages. */
function orderCases({ cases }: CasesFile, pages: readonly string[]): readonly CaseEntry[] {
  const entries = new Map(cases.map((row) => [row[0], toEntry(row)]));
  return pages.map((id) => {
    const entry = entries.get(id);
    if (!entry) throw new IndexUnavailableError('the table of cases belongs to another index');
    return entry;
  });
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
  const [id, slug, title, province, municipality, region, sector, tier, topics, texts, rows, end] = row;
  return { id, slug, title, province, municipality, region, sector, tier, topics, texts, rows, end };
}
