/**
 * The lexicon: the morphemes of the site, made at build time and read by build and browser alike.
 *
 * Text form, three lines:
 *
 * 1. the kinds of token there are, separated by spaces: the classes, the most frequent first, the frequency bucket of the first (hex), the step of
 *    rarity (0 to 3), and a `-` for tokens that no page holds: `N31 VE20 N03-`; a `+` at the end when pages hold words that are not listed
 * 2. one character a token: `!` for the first kind, `"` for the second … (`markOf`)
 * 3. the tokens in code unit order, each as the number of syllables it shares with the one before it (`0` to `?`) and the rest
 *
 * Bucket = floor(log2(frequency)), at most 15. Past 30,000 tokens (about 1,500 different cases) the file is to be split by first syllable; until
 * then the rarest are left out (`LEXICON_LIMIT` in `build/site.ts`).
 */

/** N noun, X affix, J particle, E ending, V verb or adjective, M adverb, F function word. */
export type MorphemeClass = 'N' | 'X' | 'J' | 'E' | 'V' | 'M' | 'F';

const LARGEST_BUCKET = 15;

export interface LexiconEntry {
  /** Classes of the token, the most frequent first. */
  readonly classes: readonly MorphemeClass[];
  /** floor(log2(frequency)), 0 to 15. */
  readonly bucket: number;
  /** How rare the word is in the language at large: 0 (every text has it) to `RAREST`. */
  readonly rarity: number;
  /** No page holds it: a word of the vocabulary or of the language, known so that queries are cut right. */
  readonly absent: boolean;
}

/** Steps of rarity are quarters of the way from the commonest word to the rarest, in logarithms of their frequency. */
export const RAREST = 3;
const COMMONEST = Math.log(5_400);
const RARE = Math.log(3);

/** The step of rarity of a word that stands so often in the language (`index/language.ts`). */
export function rarityOf(frequency: number): number {
  const share = (COMMONEST - Math.log(Math.max(1, frequency))) / (COMMONEST - RARE);
  return Math.max(0, Math.min(RAREST, Math.floor(share * (RAREST + 1))));
}

/** What words are cut by. */
export interface Dictionary {
  readonly entries: { get(token: string): LexiconEntry | undefined };
  /** Length of the longest token, in syllables. */
  readonly longest: number;
}

export interface Lexicon extends Dictionary {
  readonly entries: ReadonlyMap<string, LexiconEntry>;
  /** Every Hangul word of two or more syllables that a page holds is listed: what is not listed stands nowhere. */
  readonly complete: boolean;
}

/** What the build counted: how often a token occurred in each class. */
export type TokenCounts = ReadonlyMap<string, Partial<Record<MorphemeClass, number>>>;

/** Classes with less than this share of a token's occurrences are noise of the analyser. */
const SMALLEST_SHARE = 0.05;
const MOST_CLASSES = 2;

export interface LexiconOptions {
  /** Only the most frequent ones are written. */
  readonly limit?: number;
  /** Of these, what is not kept is left out too. */
  readonly keep?: (token: string) => boolean;
  /** Terms that pages hold; left out, every token is taken for one. */
  readonly held?: ReadonlySet<string>;
  /** How often a token stands in the language; left out, all are rare. */
  readonly frequency?: (token: string, name: MorphemeClass) => number;
}

/** The lexicon text. Stable: the same counts give the same bytes. */
export function writeLexicon(
  counts: TokenCounts,
  { limit = Number.POSITIVE_INFINITY, keep = () => true, held, frequency = () => 0 }: LexiconOptions = {},
): string {
  const ranked = [...counts]
    .map(([token, byClass]) => {
      const pairs = (Object.entries(byClass) as [MorphemeClass, number][]).filter(([, count]) => count > 0);
      const total = pairs.reduce((sum, [, count]) => sum + count, 0);
      const kept = pairs
        .filter(([, count]) => count >= total * SMALLEST_SHARE)
        .sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))
        .slice(0, MOST_CLASSES);
      return { token, total, kept, absent: held?.has(token) === false };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || compare(a.token, b.token))
    .slice(0, limit)
    .filter(({ token }) => keep(token));

  const kinds = new Map<string, number>();
  let marks = '';
  let tokens = '';
  let last = '';
  const other = ranked.find(({ token }) => !/^[가-힣]+$/.test(token));
  if (other) throw new LexiconError(`no run of syllables: ${other.token}`);
  for (const { token, kept, absent } of ranked.sort((a, b) => compare(a.token, b.token))) {
    const bucket = Math.min(LARGEST_BUCKET, Math.floor(Math.log2(kept[0]?.[1] ?? 1)));
    const classes = kept.map(([name]) => name);
    const rarity = rarityOf(frequency(token, classes[0] ?? 'N'));
    const kind = writeKind({ classes, bucket, rarity, absent });
    if (!kinds.has(kind)) kinds.set(kind, kinds.size);
    marks += String.fromCharCode(markOf(kinds.get(kind) ?? 0));
    const shared = sharedLength(last, token);
    tokens += String.fromCharCode(FIRST_SHARED + shared) + token.slice(shared);
    last = token;
  }
  const listed = new Set(ranked.map(({ token }) => token));
  const complete = [...(held ?? [])].every((term) => listed.has(term) || !isListed(term));
  return `${[...kinds.keys(), ...(complete ? [] : [MORE])].join(' ')}\n${marks}\n${tokens}\n`;
}

/** Terms that the lexicon should know: numbers, Latin words and single syllables are not listed. */
export function isListed(term: string): boolean {
  return /^[가-힣]{2,}$/.test(term);
}

const FIRST_MARK = 0x21;
const FIRST_SHARED = 0x30;
const MOST_SHARED = 15;
/** Marks of one byte first, then Cyrillic and on: `pack.ts` takes what is between. */
const SHORT_MARKS = 94;
const LONG_MARK = 0x400 - SHORT_MARKS;

const markOf = (kind: number): number => kind + (kind < SHORT_MARKS ? FIRST_MARK : LONG_MARK);
const kindOf = (mark: number): number => mark - (mark < FIRST_MARK + SHORT_MARKS ? FIRST_MARK : LONG_MARK);
const ABSENT = '-';
const MORE = '+';
const KIND = /^[NXJEVMF]{1,2}[0-9a-f][0-3]-?$/;

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < MOST_SHARED && length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Reads the text form. Throws a `LexiconError` when the text is not of that form (truncated, another format). */
export function readLexicon(text: string): Lexicon {
  const [kindLine = '', marks = '', tokens = '', end, ...rest] = text.split('\n');
  if (end !== '' || rest.length > 0) throw new LexiconError('the lexicon has not three lines');
  const complete = !kindLine.endsWith(MORE);
  const kinds = kindLine
    .split(' ')
    .filter((kind) => kind !== MORE)
    .map(readKind);
  const entries = new Map<string, LexiconEntry>();
  let longest = 1;
  let last = '';
  let at = 0;
  for (const [, shared = '', own = ''] of tokens.matchAll(/([0-?])([^0-?]*)/g)) {
    const token = last.slice(0, shared.charCodeAt(0) - FIRST_SHARED) + own;
    const entry = kinds[kindOf(marks.charCodeAt(at++))];
    if (!entry) throw new LexiconError(`a token of no kind: ${token}`);
    entries.set(token, entry);
    longest = Math.max(longest, token.length);
    last = token;
  }
  if (at !== marks.length) throw new LexiconError('the lexicon has fewer tokens than it should');
  return { entries, longest, complete };
}

/** `N31`, `VE20`, `N03-`: classes, frequency bucket (hex), step of rarity, and whether no page holds the token. */
export function writeKind({ classes, bucket, rarity, absent }: LexiconEntry): string {
  return classes.join('') + bucket.toString(16) + String(rarity) + (absent ? ABSENT : '');
}

/** Throws a `LexiconError` when the text is no kind. */
export function readKind(kind: string): LexiconEntry {
  if (!KIND.test(kind)) throw new LexiconError(`not a kind of token: ${kind.slice(0, 20)}`);
  const classes = [...(/^[A-Z]+/.exec(kind)?.[0] ?? '')] as MorphemeClass[];
  return {
    classes,
    bucket: Number.parseInt(kind[classes.length] ?? '0', 16),
    rarity: Number(kind[classes.length + 1] ?? RAREST),
    absent: kind.endsWith(ABSENT),
  };
}

export class LexiconError extends Error {
  override readonly name = 'LexiconError';
}

/** Code unit order: independent of locale, so that two builds give the same bytes. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
