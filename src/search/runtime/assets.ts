/**
 * The files that the index script writes beside Pagefind's, and where they are. Paths are relative to the site's base path.
 *
 * Everything but the manifest lies in a folder named after the build, so that files of two builds cannot be mixed.
 */
import { packHangul, unpackHangul } from './pack.ts';

/** `search/manifest.json`: fetched first; it names everything else. */
export interface Manifest {
  readonly build: string;
  /** Pagefind's index of chunks, below `pagefind/`. It carries a hash of itself: that of another build is not found. */
  readonly meta: string;
  /** Which slots of the vocabulary are taken (`writeSlots`). */
  readonly slots: string;
  /** Path of the worker's file, which holds a hash of it: a page whose worker is another was published before. Left out while developing. */
  readonly worker?: string;
}

export const MANIFEST_PATH = 'search/manifest.json';
export const PAGEFIND_PATH = 'pagefind/';

export function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['build', 'meta', 'slots'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string')
  );
}

/** Lexicon, the shortest words of the vocabulary and cases in one file (`writeCore`): one request, and one compression for what is alike in them. */
export const corePath = (build: string): string => `search/${build}/core.txt`;
/** Words of the vocabulary (`shelves.ts`); a query fetches the few that it may hold words of. */
export const shelfPath = (build: string, shelf: number): string => `search/${build}/words/${shelf}.txt`;
/** What every search needs first: worth asking for before anything asks. */
export const firstPaths = ({ build, meta }: Manifest): readonly string[] => [corePath(build), PAGEFIND_PATH + meta];
export const blockPath = (build: string, slug: string, block: number): string => `search/${build}/text/${slug}/${block}.txt`;
/** Hanja and readings, alternating: `洞동展전`; fetched only for a query in hanja. */
export const hanjaPath = (build: string): string => `search/${build}/hanja.txt`;
/** Words that are common in the language (`language.ts`), by their first pair of letters. */
export const languagePath = (build: string, file: number): string => `search/${build}/language/${file}.txt`;
/** Words whose first two syllables begin with these consonants; fetched only for a query of initials. */
export const initialsPath = (build: string, pair: string): string =>
  `search/${build}/initials/${[...pair].map((initial) => initial.charCodeAt(0).toString(16)).join('-')}.txt`;

/** The table of cases. */
export interface CasesFile {
  readonly build: string;
  readonly cases: readonly CaseRow[];
}

/** One case, short: id, slug, title, province, municipality, region, sector, tier, topics, where its texts and its rows begin in the index and where they end. */
export type CaseRow = readonly [
  id: string,
  slug: string,
  title: string,
  province: string,
  municipality: string,
  region: string,
  sector: string,
  tier: string,
  topics: readonly string[],
  texts: number,
  rows: number,
  end: number,
];

export interface Core {
  readonly lexicon: string;
  /** Rows of words that are too short for a shelf. */
  readonly short: readonly string[];
  readonly cases: CasesFile;
}

/** Parts the files; stands in none of them. */
const PART = '\f';

export function writeCore({ lexicon, short, cases }: Core): string {
  return packHangul([lexicon, short.join('\n'), JSON.stringify(cases)].join(PART));
}

/** Throws a `SyntaxError` when the text is not whole. */
export function readCore(text: string): Core {
  const [lexicon, short, cases, ...rest] = unpackHangul(text).split(PART);
  if (lexicon === undefined || short === undefined || cases === undefined || rest.length > 0) {
    throw new SyntaxError('the core file is not whole');
  }
  return { lexicon, short: short.split('\n'), cases: JSON.parse(cases) as CasesFile };
}
