/**
 * Passages of a case and the blocks that hold their text → excerpts with the words marked.
 */
import type { ExcerptPart, Passage } from '../runtime/answer.ts';
import type { Block, BlockLine, Section } from '../runtime/page.ts';
import { chooseFragment } from '../runtime/fragment.ts';
import { type Zones, passageAt } from '../runtime/positions.ts';
import { type Tokeniser, placeTerms } from '../text/tokenise.ts';
import { LIMITS } from './parameters.ts';
import type { Mark, ScoredPassage } from './score.ts';

const { length: LENGTH, leadIn: LEAD_IN } = LIMITS.excerpt;

interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: 'exact' | 'synonym';
  readonly minor: boolean;
}

type Marked = ReadonlyMap<number, Pick<MarkedSpan, 'kind' | 'minor'>>;

/**
 * The excerpt of a passage, or undefined when none of its text is in the block. Where the words stand only in what an excerpt does not show (a heading, an
 * ask) it is the beginning of the passage.
 */
export function cutPassage(
  path: string,
  block: Block,
  { start, marks }: ScoredPassage,
  zones: Zones,
  tokeniser: Tokeniser,
): Passage | undefined {
  const line = bestLine(block, start, marks, zones);
  const section = line && block.sections[line[0]];
  if (!section) return undefined;
  const marked = new Map<number, Pick<MarkedSpan, 'kind' | 'minor'>>();
  for (const { position, length, exact, minor } of marks) {
    for (let offset = 0; offset < length; offset++) marked.set(position + offset, { kind: exact ? 'exact' : 'synonym', minor });
  }
  const firsts = block.firsts?.[block.lines.indexOf(line)] ?? '';
  return toPassage(path, section, line[1], mergeSpans(spansOf(line, marked, tokeniser), line[1]), firsts);
}

/** The line of the passage with most marks, the first one when there are none. Which line a mark lies in is told by where lines begin. */
function bestLine(block: Block, passage: number, marks: readonly Mark[], zones: Zones): BlockLine | undefined {
  const beginnings = block.lines
    .flatMap((line) => beginningsOf(line).map((position) => ({ line, position })))
    .filter(({ position }) => passageAt(position, zones) === passage)
    .sort((a, b) => a.position - b.position);
  const counts = new Map<BlockLine, number>();
  for (const { position, minor } of marks) {
    const line = minor ? undefined : beginnings.findLast((beginning) => beginning.position <= position)?.line;
    if (line) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return beginnings.find(({ line }) => (counts.get(line) ?? 0) === most)?.line;
}

function beginningsOf([, , first, ...jumps]: BlockLine): readonly number[] {
  return [first, ...jumps.filter((_, at) => at % 2 === 1)];
}

function spansOf([, text, first, ...jumps]: BlockLine, marked: Marked, tokeniser: Tokeniser): readonly MarkedSpan[] {
  const positions = new Map(jumps.flatMap((term, at) => (at % 2 === 0 ? [[term, jumps[at + 1] ?? 0] as const] : [])));
  let position = first - 1;
  return placeTerms(text, tokeniser).flatMap(({ start, end }, term): MarkedSpan[] => {
    position = positions.get(term) ?? position + 1;
    const mark = marked.get(position);
    return mark === undefined || start === end ? [] : [{ start, end, ...mark }];
  });
}

function toPassage(
  path: string,
  { anchor, heading, pages, kind }: Section,
  text: string,
  spans: readonly MarkedSpan[],
  firsts: string,
): Passage {
  const fragment = chooseFragment(text, spans, firsts);
  return {
    url: anchor === '' ? path : `${path}#${anchor}`,
    heading,
    pages,
    kind,
    excerpt: cutExcerpt(text, spans),
    ...(fragment === undefined ? {} : { fragment }),
  };
}

/** Marks that touch or are parted by a space only become one, so that a compound is marked whole. A minor one does not stand alone. */
function mergeSpans(spans: readonly MarkedSpan[], text: string): readonly MarkedSpan[] {
  const merged: MarkedSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && last.kind === span.kind && /^\s?$/.test(text.slice(last.end, span.start))) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end), minor: last.minor && span.minor };
    } else if (!last || span.start >= last.end) merged.push(span);
  }
  return merged.filter(({ minor }) => !minor);
}

function cutExcerpt(text: string, spans: readonly MarkedSpan[]): readonly ExcerptPart[] {
  const first = spans[0]?.start ?? 0;
  let start = Math.max(0, first - LEAD_IN);
  if (text.length <= LENGTH) start = 0;
  else start = Math.min(start, text.length - LENGTH);
  if (start > 0) start = nextWord(text, start, first);
  let end = Math.min(text.length, start + LENGTH);
  if (end < text.length) end = previousWord(text, end, start);
  const parts: ExcerptPart[] = [];
  const put = (part: string, mark?: MarkedSpan['kind']): void => {
    const clean = part.replaceAll(' | ', ' · ');
    if (clean !== '') parts.push(mark === undefined ? { text: clean } : { text: clean, mark });
  };
  let at = start;
  if (start > 0) put('…');
  for (const span of spans) {
    if (span.start < at || span.end > end) continue;
    put(text.slice(at, span.start));
    put(text.slice(span.start, span.end), span.kind);
    at = span.end;
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
