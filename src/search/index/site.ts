/**
 * Build side only: pages → everything the browser needs to search them. Pure: takes texts, gives texts.
 */
import { createHash } from 'node:crypto';
import { type HanjaReadings, HANJA } from '../../korean/normalise.ts';
import type { CaseRow } from '../runtime/assets.ts';
import { type Lexicon, compare, readLexicon, writeLexicon } from '../lexicon.ts';
import type { Block, Page } from '../page.ts';
import { type Segmenter, createSegmenter } from '../segment.ts';
import { type Tokeniser, tokenise } from '../tokenise.ts';
import { type SynonymGroup, expandGroups } from '../vocabulary.ts';
import type { Analyse } from './analyse.ts';
import { createInitialsCollector, writeInitials } from './collect-initials.ts';
import { addUnknown, countTokens, countWords } from './count.ts';
import { type FilledShelves, fillShelves } from './fill-shelves.ts';
import { type IndexedPage, indexPage } from './index-page.ts';

export class SearchBuildError extends Error {
  override readonly name = 'SearchBuildError';
}

export interface SiteInput {
  readonly pages: readonly Page[];
  readonly synonyms: readonly SynonymGroup[];
  readonly hanja: HanjaReadings;
  readonly analyse: Analyse;
}

export interface SiteIndex {
  readonly build: string;
  readonly lexicon: string;
  readonly vocabulary: FilledShelves;
  readonly hanja: string;
  readonly initials: ReadonlyMap<string, string>;
  readonly pages: readonly IndexedPage[];
  readonly tokeniser: Tokeniser;
}

/** More tokens than this are cut from the lexicon, the rarest first; what is cut is unknown on both sides. */
const LEXICON_LIMIT = 30_000;

/** Throws a `SearchBuildError` that names every hanja without a reading and the page it stands on. */
export function buildSite({ pages, synonyms: synonymGroups, hanja, analyse }: SiteInput): SiteIndex {
  checkHanja(pages, hanja);
  const texts = pages.flatMap((page) => page.lines.map(({ text }) => text));
  const seeds = [...new Set(synonymGroups.flatMap(({ terms, finds, from }) => [...terms, ...finds, ...from]))]
    .flatMap((word) => word.match(/[가-힣]+/g) ?? [])
    .sort(compare);
  const words = countWords(texts);
  const counts = countTokens(words, [...placeNames(pages), ...seeds], analyse);
  const known = createSegmenter(readLexicon(writeLexicon(counts, { limit: LEXICON_LIMIT })));
  const all = addUnknown(counts, words, known);
  const limit = LEXICON_LIMIT;
  const full = readLexicon(writeLexicon(all, { limit }));
  const tokeniser: Tokeniser = { segment: createSegmenter(full), readings: hanja };
  const { used, segment } = recordPieces(tokeniser.segment);
  const recording: Tokeniser = { segment, readings: hanja };
  const collector = createInitialsCollector();
  const indexed = [...pages]
    .sort((a, b) => compare(a.slug, b.slug))
    .map((page) =>
      indexPage(page, recording, ({ text, section }, tokens) => {
        const kind = page.sections[section]?.kind;
        collector.add({ text, row: kind === '표' || kind === '조직' }, tokens);
      }),
    );
  const synonyms = expandGroups(synonymGroups);
  const held = new Set(indexed.flatMap(({ terms }) => terms));
  // What a reader's words are cut by and no page is may wait until they are typed; what pages and synonyms are made of may not.
  for (const rest of restsOf(used, full)) used.add(rest);
  for (const { text } of [...synonyms.values()].flat()) tokenise(text, recording);
  const isShelved = (token: string): boolean => token.length > 1 && !used.has(token);
  const lexicon = writeLexicon(all, { limit, held, keep: (token) => !isShelved(token) });
  const shelved = new Map([...full.entries].filter(([token]) => isShelved(token)));
  const vocabulary = fillShelves(synonyms, shelved, tokeniser.segment);
  const initials = new Map([...collector.finish()].map(([initial, words]) => [initial, writeInitials(words)] as const));
  const hanjaText = [...hanja].map(([character, reading]) => character + reading).join('');
  // Page by page and one at a time: all in one text would pass the longest string there is at a few thousand cases.
  const parts = function* (): Generator<string> {
    yield* [lexicon, JSON.stringify(vocabulary), hanjaText];
    for (const page of indexed) yield JSON.stringify(page);
  };
  return {
    build: fingerprint(parts()),
    lexicon,
    vocabulary,
    hanja: hanjaText,
    initials,
    pages: indexed,
    tokeniser,
  };
}

/** A segmenter that remembers the pieces it has cut. */
function recordPieces(segment: Segmenter): { readonly used: Set<string>; readonly segment: Segmenter } {
  const used = new Set<string>();
  return {
    used,
    segment: (run) => {
      const pieces = segment(run);
      for (const { text } of pieces) used.add(text);
      return pieces;
    },
  };
}

/** What is left of a noun when a noun is taken from it: `createWholes` asks whether that is a word. */
function restsOf(tokens: ReadonlySet<string>, { entries }: Lexicon): readonly string[] {
  const isNoun = (token: string): boolean => entries.get(token)?.classes[0] === 'N';
  return [...tokens].filter(isNoun).flatMap((token) =>
    Array.from({ length: token.length - 1 }, (_, at) => [token.slice(0, at + 1), token.slice(at + 1)])
      .flat()
      .filter(isNoun),
  );
}

export function toCaseRow({ page, blocks, standings }: IndexedPage, id: string): CaseRow {
  return [
    id,
    page.slug,
    page.title,
    page.province,
    page.municipality,
    page.region,
    page.sector,
    page.tier,
    page.topics,
    blocks.map(({ start }: Block) => start),
    standings,
  ];
}

/** 연제 of 연제구: places are named without what they are. */
function placeNames(pages: readonly Page[]): readonly string[] {
  const names = pages.flatMap(({ province, municipality }) => [province, municipality]).filter((name) => /^[가-힣]+$/.test(name));
  const bare = names.map((name) => name.replace(/(?:특별자치|특별|광역)?[시도군구]$/, '')).filter((name) => name.length > 1);
  return [...new Set([...bare, ...names])].sort(compare);
}

function fingerprint(parts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 10);
}

function checkHanja(pages: readonly Page[], readings: HanjaReadings): void {
  const missing = new Map<string, string>();
  for (const { slug, lines } of pages) {
    for (const { text } of lines) {
      if (!HANJA.test(text)) continue;
      for (const character of text) if (HANJA.test(character) && !readings.has(character)) missing.set(character, slug);
    }
  }
  if (missing.size > 0) {
    const list = [...missing].map(([character, slug]) => `${character} (${slug})`).join(', ');
    throw new SearchBuildError(`content/vocabulary/hanja.yaml에 음이 없는 한자가 있다: ${list}`);
  }
}
