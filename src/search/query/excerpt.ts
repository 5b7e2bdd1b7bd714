/**
 * Occurrences on a page → the places worth showing, and an excerpt of each from the block that holds it.
 */
import type { ExcerptPart, Passage } from '../runtime/answer.ts';
import { chooseFragment } from '../runtime/fragment.ts';
import type { Block, Section } from '../page.ts';
import { type Tokeniser, placeTerms } from '../tokenise.ts';
import type { Occurrence } from './retrieve.ts';

/** Where to look: the block and the occurrences in it. */
export interface Spot {
  readonly block: number;
  readonly occurrences: readonly Occurrence[];
  readonly weight: number;
}

const WINDOW = 30;
/** Characters of an excerpt, and how much of it may stand before the first mark. */
const EXCERPT_LENGTH = 130;
const LEAD_IN = 36;

/** Blocks with the densest windows, best first. `starts` are the index positions where blocks begin, ascending. */
export function findSpots(occurrences: readonly Occurrence[], starts: readonly number[], most: number): readonly Spot[] {
  const byBlock = new Map<number, Occurrence[]>();
  for (const occurrence of occurrences) {
    const block = blockOf(occurrence.position, starts);
    const list = byBlock.get(block) ?? [];
    list.push(occurrence);
    byBlock.set(block, list);
  }
  return [...byBlock]
    .map(([block, list]) => ({ block, occurrences: list, weight: densest(list) }))
    .sort((a, b) => b.weight - a.weight || a.block - b.block)
    .slice(0, most);
}

function blockOf(position: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function densest(occurrences: readonly Occurrence[]): number {
  let best = 0;
  for (const { position: from } of occurrences) {
    let sum = 0;
    for (const { position, weight, length, prominence } of occurrences) {
      if (position >= from && position <= from + WINDOW) sum += weight * Math.sqrt(length) * Math.min(1, prominence);
    }
    best = Math.max(best, sum);
  }
  return best;
}

interface MarkedLine {
  readonly section: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly firsts: string;
  readonly weight: number;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'exact' | 'synonym';
}

/** Excerpts of a block, one a section, best first. */
export function cutPassages(path: string, block: Block, { occurrences }: Spot, tokeniser: Tokeniser, most: number): readonly Passage[] {
  const covered = new Map<number, Mark['kind']>();
  for (const { position, length, kind } of occurrences) {
    for (let offset = 0; offset < length; offset++) covered.set(position + offset, kind === 'exact' ? 'exact' : 'synonym');
  }
  const last = Math.max(...covered.keys());
  const best = new Map<number, MarkedLine>();
  let position = block.start;
  for (const [section, text, firsts = ''] of block.lines) {
    if (position > last) break;
    const placed = placeTerms(text, tokeniser);
    const marks = placed.flatMap(({ start, end }, index): Mark[] => {
      const kind = covered.get(position + index);
      return kind === undefined || start === end ? [] : [{ start, end, kind }];
    });
    if (placed.length > 0) position += placed.length + 1;
    if (marks.length === 0 || block.sections[section]?.silent === true) continue;
    const line: MarkedLine = { section, text, marks: mergeMarks(marks, text), firsts, weight: marks.length };
    if (line.weight > (best.get(section)?.weight ?? 0)) best.set(section, line);
  }
  return [...best.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .flatMap((line) => {
      const section = block.sections[line.section];
      return section ? [toPassage(path, section, line)] : [];
    });
}

function toPassage(path: string, { anchor, heading, pages, kind }: Section, line: MarkedLine): Passage {
  const fragment = chooseFragment(line.text, line.marks, line.firsts);
  return {
    url: anchor === '' ? path : `${path}#${anchor}`,
    heading,
    pages,
    kind,
    excerpt: cutExcerpt(line.text, line.marks),
    ...(fragment === undefined ? {} : { fragment }),
  };
}

/** Marks that touch or are parted by a space only become one, so that a compound is marked whole. */
function mergeMarks(marks: readonly Mark[], text: string): readonly Mark[] {
  const merged: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && last.kind === mark.kind && /^\s?$/.test(text.slice(last.end, mark.start))) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, mark.end) };
    } else if (!last || mark.start >= last.end) merged.push(mark);
  }
  return merged;
}

export function cutExcerpt(text: string, marks: readonly Mark[]): readonly ExcerptPart[] {
  const first = marks[0]?.start ?? 0;
  let start = Math.max(0, first - LEAD_IN);
  if (text.length <= EXCERPT_LENGTH) start = 0;
  else start = Math.min(start, text.length - EXCERPT_LENGTH);
  if (start > 0) start = nextWord(text, start, first);
  let end = Math.min(text.length, start + EXCERPT_LENGTH);
  if (end < text.length) end = previousWord(text, end, start);
  const parts: ExcerptPart[] = [];
  const put = (part: string, mark?: Mark['kind']): void => {
    const clean = part.replaceAll(' | ', ' · ');
    if (clean !== '') parts.push(mark === undefined ? { text: clean } : { text: clean, mark });
  };
  let at = start;
  if (start > 0) put('…');
  for (const mark of marks) {
    if (mark.start < at || mark.end > end) continue;
    put(text.slice(at, mark.start));
    put(text.slice(mark.start, mark.end), mark.kind);
    at = mark.end;
  }
  put(text.slice(at, end));
  if (end < text.length) put('…');
  return parts;
}

function nextWord(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from);
  return space >= 0 && space < limit ? space + 1 : from;
}

function previousWord(text: string, from: number, limit: number): number {
  const space = text.lastIndexOf(' ', from);
  return space > limit ? space : from;
}
