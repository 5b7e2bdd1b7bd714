/**
 * Build side only: pages → everything the browser needs to search them. Pure: takes texts, gives texts.
 */
import { createHash } from 'node:crypto';
import { type HanjaReadings, HANJA } from '../../korean/normalise.ts';
import type { CaseRow } from '../assets.ts';
import { compare, readLexicon, writeLexicon } from '../lexicon.ts';
import type { Block, Page } from '../page.ts';
import { createSegmenter } from '../segment.ts';
import type { Tokeniser } from '../tokenise.ts';
import { type SynonymGroup, writeSynonyms } from '../vocabulary.ts';
import type { Analyse } from './analyse.ts';
import { createInitialsCollector, writeInitials } from './collect-initials.ts';
import { addUnknown, countTokens, countWords } from './count.ts';
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
  readonly synonyms: string;
  readonly hanja: string;
  readonly initials: ReadonlyMap<string, string>;
  readonly pages: readonly IndexedPage[];
  readonly tokeniser: Tokeniser;
}

/** More tokens than this are cut from the lexicon, the rarest first; what is cut is unknown on both sides. */
const LEXICON_LIMIT = 30_000;

/** Throws a `SearchBuildError` that names every hanja without a reading and the page it stands on. */
export function buildSite({ pages, synonyms, hanja, analyse }: SiteInput): SiteIndex {
  checkHanja(pages, hanja);
  const texts = pages.flatMap((page) => page.lines.map(({ text }) => text));
  const seeds = [...new Set(synonyms.flatMap(({ terms, finds, from }) => [...terms, ...finds, ...from]))]
    .flatMap((word) => word.match(/[가-힣]+/g) ?? [])
    .sort(compare);
  const words = countWords(texts);
  const counts = countTokens(words, [...placeNames(pages), ...seeds], analyse);
  const known = createSegmenter(readLexicon(writeLexicon(counts, { limit: LEXICON_LIMIT })));
  const all = addUnknown(counts, words, known);
  const limit = LEXICON_LIMIT;
  const tokeniser: Tokeniser = { segment: createSegmenter(readLexicon(writeLexicon(all, { limit }))), readings: hanja };
  const collector = createInitialsCollector();
  const indexed = [...pages]
    .sort((a, b) => compare(a.slug, b.slug))
    .map((page) =>
      indexPage(page, tokeniser, ({ text, section }, tokens) => {
        const kind = page.sections[section]?.kind;
        collector.add({ text, row: kind === '표' || kind === '조직' }, tokens);
      }),
    );
  const lexicon = writeLexicon(all, { limit, held: new Set(indexed.flatMap(({ terms }) => terms)) });
  const initials = new Map([...collector.finish()].map(([initial, words]) => [initial, writeInitials(words)] as const));
  const synonymText = writeSynonyms(synonyms);
  const hanjaText = [...hanja].map(([character, reading]) => character + reading).join('');
  // Page by page and one at a time: all in one text would pass the longest string there is at a few thousand cases.
  const parts = function* (): Generator<string> {
    yield* [lexicon, synonymText, hanjaText];
    for (const page of indexed) yield JSON.stringify(page);
  };
  return {
    build: fingerprint(parts()),
    lexicon,
    synonyms: synonymText,
    hanja: hanjaText,
    initials,
    pages: indexed,
    tokeniser,
  };
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
