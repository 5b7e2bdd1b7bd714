/**
 * Initial consonants → the words they can stand for.
 */
import { INITIALS, isInitials, toInitials } from '../../korean/jamo.ts';

/** The words beginning with two initials, as `build/collect-initials.ts` writes them; empty when there are none. */
export type LoadInitials = (pair: string) => Promise<string>;

const SHORTEST = 2;

/** The letters of a query that is initials only (spaces allowed), or undefined. Letters typed as a pair (ㄳ) count as two. */
export function initialsOf(query: string): string | undefined {
  const letters = query.replace(/\s/g, '').replace(/[ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ]/g, (pair) => PAIRS.get(pair) ?? pair);
  return letters.length >= SHORTEST && isInitials(letters) ? letters : undefined;
}

const PAIRS: ReadonlyMap<string, string> = new Map([
  ['ㄳ', 'ㄱㅅ'],
  ['ㄵ', 'ㄴㅈ'],
  ['ㄶ', 'ㄴㅎ'],
  ['ㄺ', 'ㄹㄱ'],
  ['ㄻ', 'ㄹㅁ'],
  ['ㄼ', 'ㄹㅂ'],
  ['ㄽ', 'ㄹㅅ'],
  ['ㄾ', 'ㄹㅌ'],
  ['ㄿ', 'ㄹㅍ'],
  ['ㅀ', 'ㄹㅎ'],
  ['ㅄ', 'ㅂㅅ'],
]);

/**
 * Words with exactly these initials, of the likeliest kind that there are: names that stand alone, other names, words that
 * stand alone, parts of words. The frequent ones come first.
 */
export async function findByInitials(letters: string, load: LoadInitials): Promise<readonly string[]> {
  const pair = letters.slice(0, 2);
  if (![...pair].every((letter) => INITIALS.includes(letter))) return [];
  const found: { word: string; count: number; rank: number }[] = [];
  for (const row of (await load(pair)).split('\n')) {
    const [key = '', words = ''] = row.split('\t');
    const rank = (key.includes('n') ? 2 : 0) + (key.includes('*') ? 1 : 0);
    for (const word of words.split(' ')) {
      if (word.length !== letters.length || toInitials(word) !== letters) continue;
      found.push({ word, count: Number.parseInt(key, 10), rank });
    }
  }
  const best = Math.max(0, ...found.map(({ rank }) => rank));
  return found
    .filter(({ rank }) => rank === best)
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}
