/**
 * The lexicon: the morphemes of the site, made at build time and read by build and browser alike.
 *
 * Text form, one line per (class, frequency bucket): `<class><bucket, hex>\t<token> <token> …`. A token may
 * stand in several lines when it has several classes. Bucket = floor(log2(frequency)), at most 15.
 */

/** N noun, X affix, J particle, E ending, V verb or adjective, M adverb, F function word. */
export type MorphemeClass = 'N' | 'X' | 'J' | 'E' | 'V' | 'M' | 'F';

const CLASSES: ReadonlySet<string> = new Set(['N', 'X', 'J', 'E', 'V', 'M', 'F']);
const LARGEST_BUCKET = 15;

export interface LexiconEntry {
  /** Classes of the token, the most frequent first. */
  readonly classes: readonly MorphemeClass[];
  /** floor(log2(frequency)), 0 to 15. */
  readonly bucket: number;
}

export interface Lexicon {
  readonly entries: ReadonlyMap<string, LexiconEntry>;
  /** Length of the longest token, in syllables. */
  readonly longest: number;
}

/** What the build counted: how often a token occurred in each class. */
export type TokenCounts = ReadonlyMap<string, Partial<Record<MorphemeClass, number>>>;

/** Classes with less than this share of a token's occurrences are noise of the analyser. */
const SMALLEST_SHARE = 0.05;
const MOST_CLASSES = 2;

/** The lexicon text of the `limit` most frequent tokens. Stable: the same counts give the same bytes. */
export function writeLexicon(counts: TokenCounts, limit = Number.POSITIVE_INFINITY): string {
  const ranked = [...counts]
    .map(([token, byClass]) => {
      const pairs = (Object.entries(byClass) as [MorphemeClass, number][]).filter(([, count]) => count > 0);
      const total = pairs.reduce((sum, [, count]) => sum + count, 0);
      const kept = pairs
        .filter(([, count]) => count >= total * SMALLEST_SHARE)
        .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
        .slice(0, MOST_CLASSES);
      return { token, total, kept };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || compare(a.token, b.token))
    .slice(0, limit);

  const lines = new Map<string, string[]>();
  for (const { token, kept } of ranked) {
    // The first class carries the bucket of its own count, so that reading restores the order of classes.
    for (const [name, count] of kept) {
      const bucket = Math.min(LARGEST_BUCKET, Math.floor(Math.log2(count)));
      const key = name + bucket.toString(16);
      const line = lines.get(key);
      if (line) line.push(token);
      else lines.set(key, [token]);
    }
  }
  return [...lines]
    .sort((a, b) => compare(a[0], b[0]))
    .map(([key, tokens]) => `${key}\t${tokens.sort(compare).join(' ')}\n`)
    .join('');
}

/** Reads the text form. Throws a `LexiconError` when a line is not of that form (truncated, another format). */
export function readLexicon(text: string): Lexicon {
  const found = new Map<string, { name: MorphemeClass; bucket: number }[]>();
  let longest = 1;
  if (!text.endsWith('\n')) throw new LexiconError('the lexicon does not end with a line break');
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const name = line[0] ?? '';
    const bucket = Number.parseInt(line[1] ?? '', 16);
    if (!isClass(name) || Number.isNaN(bucket) || line[2] !== '\t') {
      throw new LexiconError(`not a lexicon line: ${line.slice(0, 20)}`);
    }
    for (const token of line.slice(3).split(' ')) {
      const classes = found.get(token);
      if (classes) classes.push({ name, bucket });
      else found.set(token, [{ name, bucket }]);
      longest = Math.max(longest, token.length);
    }
  }
  const entries = new Map<string, LexiconEntry>();
  for (const [token, classes] of found) {
    classes.sort((a, b) => b.bucket - a.bucket || compare(a.name, b.name));
    entries.set(token, { classes: classes.map(({ name }) => name), bucket: classes[0]?.bucket ?? 0 });
  }
  return { entries, longest };
}

export class LexiconError extends Error {
  override readonly name = 'LexiconError';
}

function isClass(name: string): name is MorphemeClass {
  return CLASSES.has(name);
}

/** Code unit order: independent of locale, so that two builds give the same bytes. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
