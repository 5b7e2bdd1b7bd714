/**
 * Build side only: which words of a page stand there for the first time.
 *
 * A link with a text fragment (`#contest:~:text=…`) shows the first place of the page that has the words, wherever the id leads. So a hit may
 * name words only where nothing before them on the whole page, its header and list of contents included, reads the same.
 */
import type { Element, Root, RootContent, Text } from 'hast';

/** Text of elements that a browser does not look into. */
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head']);
/**
 * Elements within a line of text; whatever else there is begins a line of its own. A style may make a box of any of them, across whose edge no
 * browser finds words: such words are never offered.
 */
const INLINE = new Set(
  'a abbr b bdi bdo button cite code data del dfn em i img input ins kbd mark meter progress q ruby s samp select small span strong sub sup svg time u var wbr'.split(
    ' ',
  ),
);
/** More words than this make no link better. */
const MOST_WORDS = 8;
/** Words are looked up by their first three letters; shorter ones are not offered. */
const SHORTEST = 3;

export interface PageText {
  /** Where a text node stands: start, and the place after its end. */
  rangeOf(node: Text): readonly [start: number, end: number];
  /**
   * For each word of `line` the number of words, from it on, that stand in `from`–`to` and nowhere before: a digit each, 0 where there are none.
   * Zeros at the end are left out.
   */
  findFirsts(line: string, from: number, to: number): string;
}

export function readPageText(root: Root): PageText {
  const parts: string[] = [];
  let length = 0;
  /** A space is written when a word follows it on its line. */
  let spaceDue = false;
  const write = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  const ranges = new Map<Text, readonly [number, number]>();
  const seams: number[] = [];
  const breakLine = (): void => {
    spaceDue = false;
    if (parts.at(-1) !== '\n') write('\n');
  };
  const read = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        const words = comparable(node.value);
        const start = length;
        spaceDue ||= words.startsWith(' ');
        if (words.trim() !== '') {
          if (spaceDue && parts.at(-1) !== '\n') write(' ');
          write(words.trim());
          spaceDue = words.endsWith(' ');
        }
        ranges.set(node, [start, length]);
      } else if (node.type === 'element') readElement(node);
    }
  };
  const readElement = ({ tagName, children }: Element): void => {
    if (UNSEEN.has(tagName)) return;
    if (INLINE.has(tagName)) {
      seams.push(length);
      read(children);
      seams.push(length);
      return;
    }
    breakLine();
    read(children);
    breakLine();
  };
  read(root.children);
  const text = parts.join('');

  // First place of every three letters, and from each place the next one of the same three.
  const keyAt = (of: string, at: number): number => (of.charCodeAt(at) * 0x10000 + of.charCodeAt(at + 1)) * 0x10000 + of.charCodeAt(at + 2);
  const firstPlace = new Map<number, number>();
  const nextPlace = new Int32Array(text.length).fill(-1);
  for (let at = text.length - SHORTEST; at >= 0; at--) {
    const key = keyAt(text, at);
    nextPlace[at] = firstPlace.get(key) ?? -1;
    firstPlace.set(key, at);
  }
  const isSeam = new Uint8Array(length + 1);
  for (const seam of seams) isSeam[seam] = 1;
  const isParted = (start: number, end: number): boolean => isSeam.subarray(start + 1, end).includes(1);
  const isApart = (start: number, end: number): boolean => /^\s?$/.test(text[start - 1] ?? '') && /^\s?$/.test(text[end] ?? '');
  /** The words' first place lies in the line, and a browser finds them there: it looks for whole words, and for none across a button. */
  const isFirst = (words: string, from: number, to: number): boolean => {
    let start = firstPlace.get(keyAt(words, 0)) ?? -1;
    for (; start >= 0; start = nextPlace[start] ?? -1) {
      if (!text.startsWith(words, start)) continue;
      const end = start + words.length;
      if (start < from || end > to) return false;
      if (isApart(start, end) && !isParted(start, end)) return true;
    }
    return false;
  };

  return {
    rangeOf(node) {
      const range = ranges.get(node);
      if (!range) throw new Error('a text node of another page');
      return range;
    },
    findFirsts(line, from, to) {
      const words = comparable(line);
      // A sign that is written with a space of its own would shift the digits.
      if (words.length !== line.length && words.split(' ').length !== line.split(' ').length) return '';
      const starts = [0, ...[...words.matchAll(/ /g)].map(({ index }) => index + 1)];
      return starts
        .map((start, at) => {
          for (let count = 1; count <= MOST_WORDS && at + count <= starts.length; count++) {
            const run = words.slice(start, (starts[at + count] ?? words.length + 1) - 1);
            if (run.length >= SHORTEST && isFirst(run, from, to)) return String(count);
          }
          return '0';
        })
        .join('')
        .replace(/0+$/, '');
    },
  };
}

/** Browsers compare without regard to case, to the width of letters and to the shape of white space. */
function comparable(text: string): string {
  // Most of a page; several times as fast.
  if (/^[ -@[-~가-힣]*$/.test(text) && !text.includes('  ')) return text;
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}
