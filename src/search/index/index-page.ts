/**
 * Build side only: a page → its index terms and the blocks that excerpts are cut from.
 */
import { HANJA, type HanjaReadings } from '../../korean/normalise.ts';
import { type Block, type Line, type Page, STANDINGS, type Section, type Standing, type StandingFrom } from '../page.ts';
import { BOUNDARY } from '../terms.ts';
import { GAP, type Token, type Tokeniser, placeTokens, tokenise } from '../tokenise.ts';

/** Terms a block should hold: one excerpt's worth of text is a kilobyte or so on the wire. */
const BLOCK_TERMS = 260;

export interface IndexedPage {
  readonly page: Page;
  /** Terms and gaps; the place in the list is the index position. */
  readonly terms: readonly string[];
  readonly blocks: readonly Block[];
  /** Where text of another standing begins. */
  readonly standings: readonly StandingFrom[];
}

/** @param hear is told the tokens of each line, which cost most of the work and are not kept */
export function indexPage(page: Page, tokeniser: Tokeniser, hear: (line: Line, tokens: readonly Token[]) => void): IndexedPage {
  const terms: string[] = [];
  const blocks: Block[] = [];
  let start = 0;
  const standings: StandingFrom[] = [];
  let standing = 0;
  let pending: Line[] = [];
  const close = (): void => {
    if (pending.length > 0) blocks.push(toBlock(start, pending, page.sections, tokeniser.readings));
    pending = [];
    start = terms.length;
  };
  for (const line of page.lines) {
    if (terms.length - start >= BLOCK_TERMS) close();
    const next = STANDINGS.indexOf(standingOf(page.sections[line.section]));
    if (next !== standing) standings.push([terms.length, next]);
    standing = next;
    const tokens = tokenise(line.text, tokeniser);
    terms.push(...lineTerms(line.text, tokens));
    hear(line, tokens);
    pending.push(line);
  }
  close();
  return { page, terms, blocks, standings };
}

/** 주요 언론보도, 보도와 발표: what others wrote about the case. */
const PRESS = /(?:^|\s)(?:주요\s?)?(?:언론|신문|방송)?\s?보도(?:$|와|\s|\()/;

function standingOf(section: Section | undefined): Standing {
  if (!section) return 'own';
  if (section.kind === '메모' || PRESS.test(section.heading)) return 'aside';
  return section.kind === '연표' || section.kind === '수치' || section.kind === '조직' ? 'repeated' : 'own';
}

/** The terms of a line and the gap that closes it. A line without terms takes no position. */
function lineTerms(text: string, tokens: readonly Token[]): readonly string[] {
  const placed = placeTokens(text, tokens);
  return placed.length === 0 ? [] : [...placed.map(({ term }) => term), GAP];
}

function toBlock(start: number, lines: readonly Line[], sections: readonly Section[], readings: HanjaReadings): Block {
  const used = [...new Set(lines.map(({ section }) => section))];
  const hanja = [...new Set(lines.flatMap(({ text }) => [...text].filter((character) => HANJA.test(character))))]
    .map((character) => character + (readings.get(character) ?? character))
    .join('');
  return {
    start,
    sections: used.flatMap((index) => sections[index] ?? []),
    lines: lines.map(({ section, text, firsts = '' }) =>
      firsts === '' ? [used.indexOf(section), text] : [used.indexOf(section), text, firsts],
    ),
    ...(hanja === '' ? {} : { hanja }),
  };
}

/**
 * What Pagefind is given in place of the page: terms and exact boundaries, nothing else. Written terms need no escaping.
 * @param written the terms as they are written in the index
 */
export function toPagefindHtml(written: readonly string[]): string {
  const words = written.join(BOUNDARY);
  return `<!doctype html><html lang="ja"><head><title>-</title></head><body><p data-pagefind-body>${words}</p></body></html>`;
}
