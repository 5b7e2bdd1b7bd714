/**
 * The files that the index script writes beside Pagefind's, and where they are. Paths are relative to the site's base path.
 *
 * Everything but the manifest lies in a folder named after the build, so that files of two builds cannot be mixed.
 */

/** `search/manifest.json`: fetched first. */
export interface Manifest {
  readonly build: string;
  /** Pagefind's own hash of its bundle; another one means another build. */
  readonly pagefind: string;
  /** Id of the page in the index that is no page (`build/ballast.ts`). */
  readonly ballast: string;
}

export const MANIFEST_PATH = 'search/manifest.json';
export const PAGEFIND_PATH = 'pagefind/';

export const lexiconPath = (build: string): string => `search/${build}/lexicon.txt`;
export const synonymsPath = (build: string): string => `search/${build}/synonyms.txt`;
export const casesPath = (build: string): string => `search/${build}/cases.json`;
export const blockPath = (build: string, slug: string, block: number): string =>
  `search/${build}/text/${slug}/${block}.json`;
/** Words whose first syllable begins with this consonant; fetched only for a query of initials. */
export const initialsPath = (build: string, initial: string): string =>
  `search/${build}/initials/${initial.charCodeAt(0).toString(16)}.txt`;

/** `cases.json`. */
export interface CasesFile {
  readonly build: string;
  /** Hanja and readings, alternating: `洞동展전`. */
  readonly hanja: string;
  readonly cases: readonly CaseRow[];
}

/** One case, short: id, slug, title, province, municipality, region, sector, tier, topics, block starts, start of the notes. */
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
  blocks: readonly number[],
  notes: number,
];
