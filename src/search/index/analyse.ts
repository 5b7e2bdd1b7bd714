/**
 * Build side only: words → morphemes aligned with the surface, by garu-ko.
 *
 * A word is analysed alone and once; what it was cut into is kept in a cache file, because the analyser is
 * slow on long input and a build sees the same words again. Its cuts never reach the index: they only say which
 * tokens the lexicon holds.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Garu } from 'garu-ko';
import startEngine from 'garu-ko/pkg/garu_wasm.js';
import type { MorphemeClass } from '../lexicon.ts';

export interface Morpheme {
  readonly text: string;
  readonly class: MorphemeClass;
}

/** Morphemes of one run of Hangul, whose texts joined are the run. */
export type Analyse = (word: string) => readonly Morpheme[];

/** Cached analyses: word → `협동/N 조합/N 을/J`. */
export type AnalysisCache = Map<string, string>;

export async function createAnalyser(cache: AnalysisCache): Promise<Analyse> {
  // Garu.load() starts its engine in a way that the engine itself warns of; one that runs is left alone.
  await startEngine({ module_or_path: await readFile(createRequire(import.meta.url).resolve('garu-ko/pkg/garu_wasm_bg.wasm')) });
  const garu = await Garu.load();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return readMorphemes(known);
    const analysis = garu.analyze(word);
    const morphemes = align(word, Array.isArray(analysis) ? [] : analysis.tokens);
    cache.set(word, morphemes.map(({ text, class: name }) => `${text}/${name}`).join(' '));
    return morphemes;
  };
}

function readMorphemes(line: string): readonly Morpheme[] {
  return line.split(' ').map((piece) => {
    const [text = '', name = 'N'] = piece.split('/');
    return { text, class: name as MorphemeClass };
  });
}

/**
 * Sejong tags → our classes. What does not stand in the surface as it is (하 + ㄴ in 행복한마당, 아프 + 아서 in 아파서) is one token up
 * to the next morpheme that does.
 */
function align(word: string, tokens: readonly { text: string; pos: string }[]): readonly Morpheme[] {
  const out: Morpheme[] = [];
  let at = 0;
  for (let i = 0; i < tokens.length && at < word.length; i++) {
    const { text = '', pos = '' } = tokens[i] ?? {};
    if (text !== '' && word.startsWith(text, at)) {
      out.push({ text, class: classOf(pos) });
      at += text.length;
      continue;
    }
    const name = /^V[VAX]/.test(pos) ? 'V' : 'E';
    const next = tokens.findIndex(
      (token, index) => index > i && token.text.length >= SHORTEST_ANCHOR && word.indexOf(token.text, at + 1) > 0,
    );
    const end = next < 0 ? word.length : word.indexOf(tokens[next]?.text ?? '', at + 1);
    out.push({ text: word.slice(at, end), class: name });
    at = end;
    i = next < 0 ? tokens.length : next - 1;
  }
  if (at < word.length) out.push({ text: word.slice(at), class: 'E' });
  return out;
}

/** Syllables of a morpheme that surely is the next one when it stands later in the word. */
const SHORTEST_ANCHOR = 2;

function classOf(pos: string): MorphemeClass {
  if (/^J/.test(pos)) return 'J';
  if (/^V[VAX]$/.test(pos)) return 'V';
  if (/^(?:E|XS[VA]|VC)/.test(pos)) return 'E';
  if (/^XSN/.test(pos)) return 'X';
  if (/^MAJ|^MM|^IC/.test(pos)) return 'F';
  if (/^MAG/.test(pos)) return 'M';
  return 'N';
}
