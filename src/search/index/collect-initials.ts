/**
 * Build side only: the words that a query of initials (ㅎㄷㅈㅎ) can mean.
 *
 * Every run of nouns that begins and ends where a morpheme does, over spaces, up to `LONGEST` syllables: 투게더 나눔재단 is found by
 * ㅌㄱㄷㄴㅈㄷ. To stay small, only runs that begin a word or follow a known part are kept, and each pair of initials has its own file.
 */
import { isSyllable, toInitials } from '../../korean/jamo.ts';
import { compare } from '../text/lexicon.ts';
import type { Token } from '../text/tokenise.ts';

/** A word and how much it looks like one. */
export interface InitialsWord {
  readonly word: string;
  readonly count: number;
  /** It stood alone between spaces somewhere. */
  readonly whole: boolean;
  /** It opened a quotation or a cell of a table somewhere, as names do: people type the initials of names. */
  readonly name: boolean;
}

/** A text, and whether its beginning may be a name (a row of a table). */
export interface InitialsSource {
  readonly text: string;
  readonly row: boolean;
}

const SHORTEST = 2;
const LONGEST = 12;

export interface InitialsCollector {
  /** @param tokens those of the whole text */
  readonly add: (source: InitialsSource, tokens: readonly Token[]) => void;
  /** First two initials → words beginning with them, sorted. */
  readonly finish: () => ReadonlyMap<string, readonly InitialsWord[]>;
}

export function createInitialsCollector(): InitialsCollector {
  const words = new Map<string, { -readonly [Key in 'count' | 'whole' | 'name']: InitialsWord[Key] }>();
  return {
    add({ text: line, row }, tokens) {
      for (const run of nounRuns(tokens)) {
        for (let first = 0; first < run.length; first++) {
          let word = '';
          for (let last = first; last < run.length; last++) {
            const piece = run[last];
            if (!piece) break;
            word += line.slice(piece.start, piece.end);
            if (word.length > LONGEST) break;
            if (word.length < SHORTEST || ![...word].every(isSyllable)) continue;
            // Across a space only from the beginning of a word to the end of one.
            const head = first === 0 || (run[first - 1]?.end ?? 0) < (run[first]?.start ?? 0);
            const next = run[last + 1];
            const tail =
              next === undefined || next.start > piece.end || (last + 2 >= run.length && (next.kind === 'J' || next.kind === 'E'));
            if (!(head && tail) && isSpaced(run, first, last)) continue;
            const known = words.get(word) ?? { count: 0, whole: false, name: false };
            if (known.count === 0) words.set(word, known);
            known.count += 1;
            known.whole ||= head && tail;
            known.name ||= first === 0 && opensName(line, run[0]?.start ?? 0, row);
          }
        }
      }
    },
    finish() {
      const byPair = new Map<string, InitialsWord[]>();
      for (const [word, found] of [...words].sort((a, b) => compare(a[0], b[0]))) {
        const pair = toInitials(word).slice(0, 2);
        const list = byPair.get(pair) ?? [];
        list.push({ word, ...found });
        byPair.set(pair, list);
      }
      return byPair;
    },
  };
}

/** Whether there is a space between two of the tokens from `first` to `last`. */
function isSpaced(run: readonly Token[], first: number, last: number): boolean {
  for (let at = first; at < last; at++) if ((run[at]?.end ?? 0) < (run[at + 1]?.start ?? 0)) return true;
  return false;
}

/** One line a rank: `<count, at most 9>[*][n]<tab>word word …`; `*` for a word that stands alone, `n` for a name. */
export function writeInitials(words: readonly InitialsWord[]): string {
  const rows = new Map<string, string[]>();
  for (const { word, count, whole, name } of words) {
    const key = `${Math.min(count, 9)}${whole ? '*' : ''}${name ? 'n' : ''}`;
    const row = rows.get(key) ?? [];
    row.push(word);
    rows.set(key, row);
  }
  return [...rows]
    .sort((a, b) => compare(a[0], b[0]))
    .map(([key, row]) => `${key}\t${row.join(' ')}\n`)
    .join('');
}

function opensName(line: string, start: number, row: boolean): boolean {
  const before = line.slice(0, start).trimEnd().at(-1);
  if (before === undefined || before === '|') return row;
  return /['"‘“『「<《〈(【[)]/.test(before);
}

/**
 * Runs of words with nothing but spaces between them. Particles and endings belong to the run inside a word (함께일하는재단), but close it at
 * the end of one.
 */
function nounRuns(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  tokens.forEach((token, index) => {
    if (token.kind === 'mark' || token.kind === 'number' || token.kind === 'latin' || token.kind === 'canonical') {
      close();
      return;
    }
    run.push(token);
    const next = tokens[index + 1];
    const wordEnds = next === undefined || next.start > token.end;
    if (wordEnds && (token.kind === 'J' || token.kind === 'E')) close();
  });
  close();
  return runs;
}
