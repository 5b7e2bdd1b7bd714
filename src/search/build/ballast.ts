/**
 * Build side only: smaller index chunks than Pagefind would make.
 *
 * Pagefind sorts all words and closes a chunk when the words in it have 20,000 positions or so, which is some 40 KB; a query
 * fetches a whole chunk for every word it holds. The limit is no option. So one page without address is added, the *ballast*: it
 * holds words that sort where a chunk should end, each repeated until the chunk is full. Its positions run on by one, so that they compress to next
 * to nothing. No query can ask for a ballast word (they lack the closing mark), and the adapter leaves the page out of every answer.
 *
 * Only small sites need it: where a few words fill a chunk, there is nothing to cut.
 */
import { compare } from '../lexicon.ts';
import { writeTerm } from '../terms.ts';

/** Positions that close a chunk; a little more than Pagefind's limit. */
const FULL = 20_500;
/** Positions of real words that a chunk should hold: some 3 KB. */
const WANTED = 1_300;
/** Each cut costs 20,000 more words in the build, some 40 ms. */
const MOST_CUTS = 54;

/** Words of the ballast page, already written, or nothing when the site is too large to need it. */
export function makeBallast(pages: readonly (readonly string[])[]): readonly string[] {
  const weights = new Map<string, number>();
  for (const terms of pages) {
    const seen = new Set<string>();
    for (const term of terms) {
      if (term === '') continue;
      const word = writeTerm(term);
      // A page that has the word costs more than one more place on it.
      weights.set(word, (weights.get(word) ?? 0) + (seen.has(word) ? 1 : 4));
      seen.add(word);
    }
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total > WANTED * MOST_CUTS * 2) return [];
  const wanted = Math.max(WANTED, total / MOST_CUTS);
  const words: string[] = [];
  let filled = 0;
  for (const [word, weight] of [...weights].sort((a, b) => compare(a[0], b[0]))) {
    if (filled > 0 && filled + weight > wanted) {
      words.push(cutBefore(word));
      filled = 0;
    }
    filled += weight;
  }
  return words.flatMap((word) => new Array<string>(FULL).fill(word));
}

/** A word that sorts just before this one and is no term: 협동's last letter is made smaller and lengthened. */
function cutBefore(word: string): string {
  const letters = word.slice(0, -1);
  const last = letters.charCodeAt(letters.length - 1);
  const smaller = last === 0x61 /* a */ ? '9' : String.fromCharCode(last - 1);
  return `${letters.slice(0, -1)}${smaller}zzzz`;
}
