/**
 * Passages of a case and the blocks that hold their text → excerpts with the words marked.
 */
import type { ExcerptPart, Passage } from '../runtime/answer.ts';
import type { Block, BlockLine, Section } from '../runtime/page.ts';
import { chooseFragment } from '../runtime/fragment.ts';
import { type Zones, passageAt } from '../runtime/positions.ts';
import { type Tokeniser, placeTerms } from '../text/tokenise.ts';
import type { ScoredPassage } from './score.ts';

/** Characters of an excerpt, and how much of it may stand before the first mark. */
const EXCERPT_LENGTH = 130;
const LEAD_IN = 36;

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
  const marked = new Map<number, Pick<MarkedSpan, 'kind' | 'minor'>>();
  for (const { position, length, exact, minor } of marks) {
    for (let offset = 0; offset < length; offset++) marked.set(position + offset, { kind: exact ? 'exact' : 'synonym', minor });
  }
  let best: { line: BlockLine; firsts: string; spans: readonly MarkedSpan[] } | undefined;
  for (const [at, line] of block.lines.entries()) {
    if (!holdsPassage(line, start, zones)) continue;
    const spans = spansOf(line, marked, tokeniser);
    if (!best || countTelling(spans) > countTelling(best.spans)) best = { line, firsts: block.firsts?.[at] ?? '', spans };
  }
  const section = best && block.sections[best.line[0]];
  return best && section ? toPassage(path, section, best.line[1], mergeSpans(best.spans, best.line[1]), best.firsts) : undefined;
}

function countTelling(spans: readonly MarkedSpan[]): number {
  return spans.filter(({ minor }) => !minor).length;
}

function holdsPassage([, , first, ...jumps]: BlockLine, start: number, zones: Zones): boolean {
  return [first, ...jumps.filter((_, at) => at % 2 === 1)].some((position) => passageAt(position, zones) === start);
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
  if (text.length <= EXCERPT_LENGTH) start = 0;
  else start = Math.min(start, text.length - EXCERPT_LENGTH);
  if (start > 0) start = nextWord(text, start, first);
  let end = Math.min(text.length, start + EXCERPT_LENGTH);
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
