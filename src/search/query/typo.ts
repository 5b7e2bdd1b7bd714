/**
 * One wrong jamo: the words of the lexicon that a word may have been meant for.
 *
 * The word is cut again with exactly one piece that is a lexicon word one jamo away and all others known, so that a slip inside
 * a compound (은평상상허부) is found as well. Whether a candidate stands in any page is for the caller to ask.
 */
import { isHangul, soundAlikes, toJamo, withinOneEdit } from '../../korean/jamo.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Segmenter, createSegmenter } from '../segment.ts';

export interface Correction {
  readonly text: string;
  readonly terms: readonly string[];
}

export type FindCorrections = (word: string) => readonly Correction[];

const SHORTEST_PIECE = 2;
const SURE_PIECE = 3;
const SHORTEST_MISSPELT = 4;
const LONGEST_PIECE = 8;
const LONGEST_WORD = 16;
const MOST_CORRECTIONS = 12;

interface Candidate extends Correction {
  /** Syllables of the corrected piece: the longer, the surer. */
  readonly size: number;
  readonly pieces: number;
  readonly bucket: number;
}

/**
 * A short piece has many neighbours: two syllables are corrected only as a whole word or beside the rest of a compound, and a single
 * syllable is never left over by so short a piece (제주도 is no slip of 제조 + 도), but by a longer one it may (업싸이클링).
 */
function isSure(start: number, end: number, length: number): boolean {
  const before = start;
  const after = length - end;
  return end - start >= SURE_PIECE || (before !== 1 && before + after !== 1);
}

export function createCorrector(lexicon: Lexicon, segment: Segmenter): FindCorrections {
  // By length in jamo: only neighbours in length can be one edit away. Made at the first use.
  let byLength: Map<number, { token: string; jamo: string; bucket: number }[]> | undefined;
  const tokensOf = (length: number): readonly { token: string; jamo: string; bucket: number }[] => {
    if (!byLength) {
      byLength = new Map();
      for (const [token, { classes, bucket }] of lexicon.entries) {
        if (token.length < SHORTEST_PIECE || !classes.some((name) => name === 'N' || name === 'V' || name === 'X')) continue;
        const jamo = toJamo(token);
        const list = byLength.get(jamo.length) ?? [];
        list.push({ token, jamo, bucket });
        byLength.set(jamo.length, list);
      }
    }
    return byLength.get(length) ?? [];
  };
  // What was not typed is cut by the words of the pages alone: nothing else could be found.
  const segmentAlike = createSegmenter(lexicon);
  /** Terms of a known stretch, or undefined when a piece of it is unknown. */
  const known = (text: string, cut: Segmenter = segment): readonly string[] | undefined => {
    if (text === '') return [];
    const pieces = cut(text);
    if (pieces.some((piece) => piece.class === 'U')) return undefined;
    return pieces.filter((piece) => !'JEF'.includes(piece.class)).map((piece) => piece.text);
  };

  return (word) => {
    if (!isHangul(word) || word.length > LONGEST_WORD) return [];
    const candidates: Candidate[] = [];
    // A slip of spelling may lie in any piece of a word that the lexicon holds in pieces.
    if (word.length >= SHORTEST_MISSPELT) {
      for (const text of soundAlikes(word)) {
        const terms = known(text, segmentAlike);
        if (terms) candidates.push({ text, terms, size: word.length, pieces: terms.length, bucket: 0 });
      }
    }
    for (let start = 0; start <= word.length - SHORTEST_PIECE; start++) {
      const before = known(word.slice(0, start));
      if (!before) continue;
      for (let end = start + SHORTEST_PIECE; end <= Math.min(word.length, start + LONGEST_PIECE); end++) {
        const after = known(word.slice(end));
        if (!after || !isSure(start, end, word.length)) continue;
        const jamo = toJamo(word.slice(start, end));
        for (const length of [jamo.length, jamo.length - 1, jamo.length + 1]) {
          for (const entry of tokensOf(length)) {
            if (entry.jamo === jamo || !withinOneEdit(entry.jamo, jamo)) continue;
            candidates.push({
              text: word.slice(0, start) + entry.token + word.slice(end),
              terms: [...before, entry.token, ...after],
              size: end - start,
              pieces: before.length + after.length + 1,
              bucket: entry.bucket,
            });
          }
        }
      }
    }
    return candidates
      .sort((a, b) => b.size - a.size || a.pieces - b.pieces || b.bucket - a.bucket || (a.text < b.text ? -1 : 1))
      .slice(0, MOST_CORRECTIONS);
  };
}
