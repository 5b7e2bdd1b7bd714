/**
 * Build side only: a page → its index terms, each at the position and in the field that say which passage it belongs to (`positions.ts`), and the blocks
 * that excerpts are cut from.
 */
import { HANJA, type HanjaReadings } from '../../korean/normalise.ts';
import type { Ask, Block, BlockLine, Line, Page, Section } from '../runtime/page.ts';
import { FIELDS, type Field, ROW, WINDOW, type Zones, blockAt } from '../runtime/positions.ts';
import { GAP, type Token, type Tokeniser, placeTokens, tokenise } from '../text/tokenise.ts';

export class PassageError extends Error {
  override readonly name = 'PassageError';
}

export interface IndexedPage extends Zones {
  readonly page: Page;
  /** Terms and gaps; the place in the list is the index position. */
  readonly terms: readonly string[];
  /** Number of the field of every term. */
  readonly fields: readonly number[];
  readonly blocks: ReadonlyMap<number, Block>;
}

/** Told the tokens of each line, which cost most of the work and are not kept. */
type Hear = (line: Line, tokens: readonly Token[]) => void;

/** Throws a `PassageError` for an ask whose passage is not on the page. */
export function layOut(page: Page, asks: readonly Ask[], tokeniser: Tokeniser, hear: Hear): IndexedPage {
  const tape = createTape();
  const shown: Shown[] = [];
  const read = (line: Line): readonly string[] => {
    const tokens = tokenise(line.text, tokeniser);
    hear(line, tokens);
    return placeTokens(line.text, tokens).map(({ term }) => term);
  };
  const takeAsks = askTaker(asks, tokeniser);
  const { lead, texts, rows } = groupLines(page);

  for (const line of lead) {
    const own = read(line);
    const { anchor = '', silent = false } = page.sections[line.section] ?? {};
    const places = tape.put(own, anchor === '' ? 'heading' : 'lead');
    if (!silent) shown.push({ line, places });
  }
  for (const ask of [...LEAD].flatMap(takeAsks)) tape.put(ask, 'ask');
  tape.fill(WINDOW);
  const textsFrom = tape.length();

  for (const { anchor, heading, field, lines } of texts) {
    const isHeading = lines[0]?.text === heading;
    const head = isHeading && lines[0] ? read(lines[0]) : [];
    tape.open(head, field === 'note' ? field : 'heading');
    for (const ask of takeAsks(anchor)) tape.putInWindow(ask, 'ask');
    for (const line of isHeading ? lines.slice(1) : lines) shown.push({ line, places: tape.putInWindow(read(line), field) });
  }
  tape.fill(WINDOW);
  const rowsFrom = tape.length();

  for (const { anchor, field, lines } of rows) {
    tape.fill(ROW);
    for (const line of lines) shown.push({ line, places: tape.put(read(line), field) });
    for (const ask of takeAsks(anchor)) tape.put(ask, 'ask');
  }
  takeAsks.assertNoneLeft(page.slug);
  return {
    page,
    terms: tape.terms,
    fields: tape.fields,
    texts: textsFrom,
    rows: rowsFrom,
    blocks: toBlocks(shown, page.sections, tokeniser.readings),
  };
}

/** A line that an excerpt may show, and the position of each of its terms. */
interface Shown {
  readonly line: Line;
  readonly places: readonly number[];
}

interface Tape {
  readonly terms: string[];
  readonly fields: number[];
  readonly length: () => number;
  /** Empty positions up to the next multiple. */
  readonly fill: (size: number) => void;
  /** Begins a window with a heading, which every further window of the passage repeats. */
  readonly open: (heading: readonly string[], field: Field) => void;
  /** Terms one after the other and a gap; gives their positions. */
  readonly put: (terms: readonly string[], field: Field) => readonly number[];
  /** The same in this window or the next: what does not fit whole is parted between sentences. */
  readonly putInWindow: (terms: readonly string[], field: Field) => readonly number[];
}

function createTape(): Tape {
  const terms: string[] = [];
  const fields: number[] = [];
  let opening: { readonly heading: readonly string[]; readonly field: Field } = { heading: [], field: 'heading' };
  const push = (term: string, field: Field): number => fields.push(FIELDS.indexOf(field)) && terms.push(term) - 1;
  const put: Tape['put'] = (added, field) => {
    if (added.length === 0) return [];
    const places = added.map((term) => push(term, field));
    push(GAP, field);
    return places;
  };
  const fill: Tape['fill'] = (size) => {
    while (terms.length % size !== 0) push(GAP, 'body');
  };
  const open: Tape['open'] = (heading, field) => {
    opening = { heading, field };
    fill(WINDOW);
    put(heading, field);
  };
  const putInWindow: Tape['putInWindow'] = (added, field) => {
    const used = terms.length % WINDOW;
    const first = opening.heading.length === 0 ? 0 : opening.heading.length + 1;
    // A window that is full to the last position leads into the next: what follows would seem to go on in it.
    if (used > 0 && used + added.length < WINDOW) return put(added, field);
    if (first + added.length < WINDOW) {
      open(opening.heading, opening.field);
      return put(added, field);
    }
    const parts = sentences(added);
    return parts.length === 1 ? put(added, field) : parts.flatMap((part) => putInWindow(part, field));
  };
  return { terms, fields, length: () => terms.length, fill, open, put, putInWindow };
}

/** Terms parted after each gap. */
function sentences(terms: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [[]];
  for (const term of terms) {
    parts.at(-1)?.push(term);
    if (term === GAP) parts.push([]);
  }
  return parts.filter(({ length }) => length > 0);
}

interface AskTaker {
  /** Terms of each ask of a passage. */
  (anchor: string): readonly (readonly string[])[];
  readonly assertNoneLeft: (slug: string) => void;
}

function askTaker(asks: readonly Ask[], tokeniser: Tokeniser): AskTaker {
  const left = new Map<string, (readonly string[])[]>();
  for (const { passage, text } of asks) {
    left.set(passage, [...(left.get(passage) ?? []), placeTokens(text, tokenise(text, tokeniser)).map(({ term }) => term)]);
  }
  const take = (anchor: string): readonly (readonly string[])[] => {
    const found = left.get(anchor) ?? [];
    left.delete(anchor);
    return found;
  };
  return Object.assign(take, {
    assertNoneLeft: (slug: string) => {
      if (left.size > 0) throw new PassageError(`${slug}: asks의 자리가 쪽에 없다: ${[...left.keys()].join(', ')}`);
    },
  });
}

/** Lines under one anchor. */
interface Passage {
  readonly anchor: string;
  readonly heading: string;
  readonly field: Field;
  readonly lines: Line[];
}

/** Anchors of what opens a page: place and title, summary, headline figures, facts. They are one passage. */
const LEAD = new Set(['', 'summary', 'headline', 'facts']);

/** Rows by the beginning of their id. */
const ROW_FIELDS: readonly (readonly [prefix: string, field: Field])[] = [
  ['event-', 'event'],
  ['figure-', 'figure'],
  ['org-', 'organisation'],
  ['instrument-', 'instrument'],
];

/** 주요 언론보도, 보도와 발표: what others wrote about the case. */
const PRESS = /(?:^|\s)(?:주요\s?)?(?:언론|신문|방송)?\s?보도(?:$|와|\s|\()/;

function fieldOf({ anchor, heading, kind }: Section): Field {
  if (kind === '메모' || PRESS.test(heading)) return 'note';
  if (kind === '본문') return 'body';
  return kind === '표' ? 'table' : (ROW_FIELDS.find(([prefix]) => anchor.startsWith(prefix))?.[1] ?? 'note');
}

/** The zones of a page. Lines of one anchor are put together: a table may stand in the middle of its section. */
function groupLines({ sections, lines }: Page): { lead: readonly Line[]; texts: readonly Passage[]; rows: readonly Passage[] } {
  const lead: Line[] = [];
  const passages = new Map<string, Passage>();
  for (const line of lines) {
    const section = sections[line.section];
    if (!section || LEAD.has(section.anchor)) {
      lead.push(line);
      continue;
    }
    const { anchor, heading } = section;
    const known = passages.get(anchor);
    if (known) known.lines.push(line);
    else passages.set(anchor, { anchor, heading, field: fieldOf(section), lines: [line] });
  }
  const isRow = ({ field }: Passage): boolean => ROW_FIELDS.some(([, name]) => name === field);
  const all = [...passages.values()];
  return { lead, texts: all.filter((passage) => !isRow(passage)), rows: all.filter(isRow) };
}

function toBlocks(shown: readonly Shown[], sections: readonly Section[], readings: HanjaReadings): ReadonlyMap<number, Block> {
  const byBlock = new Map<number, Shown[]>();
  for (const one of shown) {
    for (const block of new Set(one.places.map(blockAt))) byBlock.set(block, [...(byBlock.get(block) ?? []), one]);
  }
  return new Map([...byBlock].map(([block, lines]) => [block, toBlock(lines, sections, readings)]));
}

function toBlock(shown: readonly Shown[], sections: readonly Section[], readings: HanjaReadings): Block {
  const used = [...new Set(shown.map(({ line }) => line.section))];
  const hanja = [...new Set(shown.flatMap(({ line }) => [...line.text].filter((character) => HANJA.test(character))))]
    .map((character) => character + (readings.get(character) ?? character))
    .join('');
  return {
    sections: used.flatMap((index) => sections[index] ?? []),
    lines: shown.map(({ line, places }): BlockLine => {
      const [start = 0] = places;
      const jumps = places.flatMap((place, term) => (term > 0 && place !== (places[term - 1] ?? 0) + 1 ? [term, place] : []));
      return [used.indexOf(line.section), line.text, start, ...jumps];
    }),
    ...(shown.some(({ line }) => line.firsts !== undefined) ? { firsts: shown.map(({ line }) => line.firsts ?? '') } : {}),
    ...(hanja === '' ? {} : { hanja }),
  };
}
