/**
 * Build side only: pages → everything the browser needs to search them. Pure: takes texts, gives texts.
 */
import { createHash } from 'node:crypto';
import { type HanjaReadings, HANJA, fold } from '../../korean/normalise.ts';
import type { CaseRow } from '../runtime/assets.ts';
import type { Ask, Page } from '../runtime/page.ts';
import { type SynonymGroup, expandGroups } from '../runtime/vocabulary.ts';
import { type MorphemeClass, compare, readLexicon, writeLexicon } from '../text/lexicon.ts';
import { type Segmenter, createSegmenter } from '../text/segment.ts';
import { type Tokeniser, tokenise } from '../text/tokenise.ts';
import type { Analyse } from './analyse.ts';
import { createInitialsCollector, writeInitials } from './collect-initials.ts';
import { addUnknown, countTokens, countWords } from './count.ts';
import { type FilledShelves, fillLanguage, fillShelves } from './fill-shelves.ts';
import { type Language, commonWords, frequencyOf } from './language.ts';
import { type IndexedPage, layOut } from './lay-out.ts';

export class SearchBuildError extends Error {
  override readonly name = 'SearchBuildError';
}

export interface SiteInput {
  readonly pages: readonly Page[];
  /** Slug → what its passages answer in words that are not their own. */
  readonly asks?: ReadonlyMap<string, readonly Ask[]>;
  readonly synonyms: readonly SynonymGroup[];
  readonly hanja: HanjaReadings;
  readonly analyse: Analyse;
  readonly language: Language;
}

export interface SiteIndex {
  readonly build: string;
  readonly lexicon: string;
  readonly vocabulary: FilledShelves;
  /** Rows of every file of the language. */
  readonly language: readonly (readonly string[])[];
  readonly hanja: string;
  readonly initials: ReadonlyMap<string, string>;
  readonly pages: readonly IndexedPage[];
  readonly tokeniser: Tokeniser;
}

/** More tokens than this are cut from the lexicon, the rarest first; what is cut is unknown on both sides. */
const LEXICON_LIMIT = 30_000;

/**
 * Throws a `SearchBuildError` that names every hanja without a reading and the page it stands on, and a `PassageError` for an ask whose passage is not
 * on its page.
 */
export function buildSite({ pages, asks = new Map(), synonyms: synonymGroups, hanja, analyse, language }: SiteInput): SiteIndex {
  checkHanja(pages, hanja);
  const texts = pages.flatMap((page) => page.lines.map(({ text }) => fold(text)));
  const askTexts = [...asks.values()].flat().map(({ text }) => fold(text));
  const seeds = [...new Set([...synonymGroups.flatMap(({ terms, finds, from }) => [...terms, ...finds, ...from]), ...askTexts])]
    .flatMap((word) => word.match(/[가-힣]+/g) ?? [])
    .sort(compare);
  const words = countWords(texts);
  const common = [...commonWords(language)];
  const { counts, stems } = countTokens(
    words,
    { seeds: [...placeNames(pages), ...seeds], common: common.map(([word, name]) => [word, name]) },
    analyse,
  );
  const frequency = (token: string, name: MorphemeClass): number => frequencyOf(stems.get(token) ?? token, name, language);
  const limit = LEXICON_LIMIT + common.length;
  const known = createSegmenter(readLexicon(writeLexicon(counts, { limit })));
  const all = addUnknown(counts, countWords([...texts, ...askTexts]), known);
  const full = readLexicon(writeLexicon(all, { limit, frequency }));
  const tokeniser: Tokeniser = { segment: createSegmenter(full), readings: hanja };
  const { used, segment } = recordPieces(tokeniser.segment);
  const recording: Tokeniser = { segment, readings: hanja };
  const collector = createInitialsCollector();
  const indexed = [...pages]
    .sort((a, b) => compare(a.slug, b.slug))
    .map((page) =>
      layOut(page, asks.get(page.slug) ?? [], recording, ({ text, section }, tokens) => {
        const kind = page.sections[section]?.kind;
        collector.add({ text, row: kind === '표' || kind === '조직' }, tokens);
      }),
    );
  const synonyms = expandGroups(synonymGroups);
  const held = new Set(indexed.flatMap(({ terms }) => terms));
  // What a reader's words are cut by and no page is may wait until they are typed; what pages and synonyms are made of may not.
  for (const { text } of [...synonyms.values()].flat()) tokenise(text, recording);
  const isShelved = (token: string): boolean => token.length > 1 && !used.has(token);
  const lexicon = writeLexicon(all, { limit, held, frequency, keep: (token) => !isShelved(token) });
  const shelved = [...full.entries].filter(([token]) => isShelved(token));
  // Common words lie apart: a query asks for them by how its words begin, for those of the vocabulary by any pair of letters.
  const isCommon = new Set(common.map(([word]) => word));
  const vocabulary = fillShelves(synonyms, new Map(shelved.filter(([token]) => !isCommon.has(token))), tokeniser.segment);
  const initials = new Map([...collector.finish()].map(([initial, found]) => [initial, writeInitials(found)] as const));
  const hanjaText = [...hanja].map(([character, reading]) => character + reading).join('');
  const languageRows = fillLanguage(shelved.filter(([token]) => isCommon.has(token)));
  // Page by page and one at a time: all in one text would pass the longest string there is at a few thousand cases.
  const parts = function* (): Generator<string> {
    yield* [lexicon, JSON.stringify(vocabulary), JSON.stringify(languageRows), hanjaText];
    for (const { blocks, ...page } of indexed) yield JSON.stringify([page, [...blocks]]);
  };
  return {
    build: fingerprint(parts()),
    lexicon,
    vocabulary,
    language: languageRows,
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

export function toCaseRow({ page, terms, texts, rows }: IndexedPage, id: string): CaseRow {
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
    texts,
    rows,
    terms.length,
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
