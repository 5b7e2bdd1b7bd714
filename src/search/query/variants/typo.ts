/**
 * One wrong letter: words of the pages that a word may have been meant for.
 *
 * The word is cut again with exactly one piece that is a word of the pages one letter (jamo) away and all others known, so that a slip inside
 * a compound (은평상상허부) is found as well. A word that is common in the language is never taken for a slip.
 */
import { isHangul, soundAlikes, toJamo, withinOneEdit } from '../../../korean/jamo.ts';
import { synonymKey } from '../../runtime/vocabulary.ts';
import { type Lexicon, RAREST, isListed } from '../../text/lexicon.ts';
import { type Segmenter, createSegmenter } from '../../text/segment.ts';
import type { Knowledge } from '../knowledge.ts';
import { LIMITS } from '../parameters.ts';
import type { Query, Term, Variant } from '../term.ts';

/** A word of fewer syllables has many neighbours. */
const SURE_LENGTH = 3;

export function typoVariants(
  { terms }: Query,
  knowledge: Pick<Knowledge, 'lexicon' | 'dictionary' | 'tokeniser' | 'synonyms' | 'parameters'>,
): readonly Variant[] {
  const { trust } = knowledge.parameters;
  const correct = correctorOf(knowledge.lexicon, knowledge.tokeniser.segment);
  return terms.flatMap((first, from) => {
    if (terms[from - 1]?.word === first.word) return [];
    const to = terms.findLastIndex(({ word }) => word === first.word) + 1;
    const span = terms.slice(from, to);
    const typed = [span.map(({ text }) => text).join(''), first.whole.replace(/[^가-힣]/g, '')];
    if (!isDoubtful(span) || typed.some((word) => isKnown(word, knowledge))) return [];
    const found = [...new Set(typed)].flatMap(correct);
    const [best] = found;
    return found
      .filter(({ size, pieces }) => size === best?.size && pieces === best.pieces)
      .slice(0, LIMITS.guesses)
      .map(({ text, terms: corrected }): Variant => ({
        kind: 'typo',
        text,
        terms: corrected,
        from,
        to,
        trust: text.length >= SURE_LENGTH ? trust.same : trust.alike,
      }));
  });
}

/** A part stands nowhere, or the word was cut down to a syllable: 은평상상허 + 부. */
function isDoubtful(span: readonly Term[]): boolean {
  return span.some(({ text, stands }) => !stands || (span.length > 1 && text.length === 1 && isHangul(text)));
}

function isKnown(word: string, { dictionary, synonyms }: Pick<Knowledge, 'dictionary' | 'synonyms'>): boolean {
  const entry = dictionary.entries.get(word);
  return synonyms.has(synonymKey(word)) || (entry !== undefined && (!entry.absent || entry.rarity < RAREST));
}

interface Correction {
  readonly text: string;
  readonly terms: readonly string[];
  /** Syllables of the corrected piece: the longer, the surer. */
  readonly size: number;
  readonly pieces: number;
  readonly bucket: number;
}

type Correct = (word: string) => readonly Correction[];

const SHORTEST_PIECE = 2;
const SHORTEST_MISSPELT = 4;
const LONGEST_PIECE = 8;
const LONGEST_WORD = 16;

/**
 * A short piece has many neighbours: two syllables are corrected only as a whole word or beside the rest of a compound, and a single
 * syllable is never left over by so short a piece (제주도 is no slip of 제조 + 도), but by a longer one it may (업싸이클링).
 */
function isSure(start: number, end: number, length: number): boolean {
  const after = length - end;
  return end - start >= SURE_LENGTH || (start !== 1 && start + after !== 1);
}

const correctors = new WeakMap<Lexicon, Correct>();

function correctorOf(lexicon: Lexicon, segment: Segmenter): Correct {
  const before = correctors.get(lexicon);
  if (before) return before;
  const made = createCorrector(lexicon, segment);
  correctors.set(lexicon, made);
  return made;
}

function createCorrector(lexicon: Lexicon, segment: Segmenter): Correct {
  // By length in jamo: only neighbours in length can be one edit away.
  const byLength = new Map<number, { token: string; jamo: string; bucket: number }[]>();
  for (const [token, { classes, bucket, absent }] of lexicon.entries) {
    if (absent || token.length < SHORTEST_PIECE || !classes.some((name) => name === 'N' || name === 'V' || name === 'X')) continue;
    const jamo = toJamo(token);
    byLength.set(jamo.length, [...(byLength.get(jamo.length) ?? []), { token, jamo, bucket }]);
  }
  const onPages = (token: string): boolean => !isListed(token) || lexicon.entries.get(token)?.absent === false;
  // What was not typed is cut by the words of the pages alone: nothing else could be found.
  const segmentAlike = createSegmenter(lexicon);
  /** Terms of a stretch whose pieces all are words, or undefined. */
  const known = (text: string, cut: Segmenter = segment): readonly string[] | undefined => {
    if (text === '') return [];
    const pieces = cut(text);
    if (pieces.some((piece) => piece.class === 'U' || !onPages(piece.text))) return undefined;
    return pieces.filter((piece) => !'JEF'.includes(piece.class)).map((piece) => piece.text);
  };
  return (word) => {
    if (!isHangul(word) || word.length > LONGEST_WORD) return [];
    const found: Correction[] = [];
    // A slip of spelling may lie in any piece of a word that the lexicon holds in pieces.
    if (word.length >= SHORTEST_MISSPELT) {
      for (const text of soundAlikes(word)) {
        const terms = known(text, segmentAlike);
        if (terms) found.push({ text, terms, size: word.length, pieces: terms.length, bucket: 0 });
      }
    }
    for (let start = 0; start <= word.length - SHORTEST_PIECE; start++) {
      const before = known(word.slice(0, start));
      if (!before) continue;
      for (let end = start + SHORTEST_PIECE; end <= Math.min(word.length, start + LONGEST_PIECE); end++) {
        const after = known(word.slice(end));
        if (!after || !isSure(start, end, word.length)) continue;
        const jamo = toJamo(word.slice(start, end));
        for (const { token, jamo: other, bucket } of [0, -1, 1].flatMap((more) => byLength.get(jamo.length + more) ?? [])) {
          if (other === jamo || !withinOneEdit(other, jamo)) continue;
          const terms = [...before, token, ...after];
          found.push({ text: word.slice(0, start) + token + word.slice(end), terms, size: end - start, pieces: terms.length, bucket });
        }
      }
    }
    return found.sort((a, b) => b.size - a.size || a.pieces - b.pieces || b.bucket - a.bucket || (a.text < b.text ? -1 : 1));
  };
}
