/**
 * The files that the index script writes beside Pagefind's, and where they are. Paths are relative to the site's base path.
 *
 * Everything but the manifest lies in a folder named after the build, so that files of two builds cannot be mixed.
 */
import type { StandingFrom } from './page.ts';

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

/** Lexicon, synonyms and cases in one file (`writeCore`): one request, and one compression for what is alike in them. */
export const corePath = (build: string): string => `search/${build}/core.txt`;
export const blockPath = (build: string, slug: string, block: number): string => `search/${build}/text/${slug}/${block}.json`;
/** Words whose first syllable begins with this consonant; fetched only for a query of initials. */
export const initialsPath = (build: string, initial: string): string =>
  `search/${build}/initials/${initial.charCodeAt(0).toString(16)}.txt`;

/** The table of cases. */
export interface CasesFile {
  readonly build: string;
  /** Hanja and readings, alternating: `洞동展전`. */
  readonly hanja: string;
  readonly cases: readonly CaseRow[];
}

/** One case, short: id, slug, title, province, municipality, region, sector, tier, topics, block starts, where text of another standing begins. */
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
  standings: readonly StandingFrom[],
];

export interface Core {
  readonly lexicon: string;
  readonly synonyms: string;
  readonly cases: CasesFile;
}

/** Parts the files; stands in none of them. */
const PART = '\f';

export function writeCore({ lexicon, synonyms, cases }: Core): string {
  return [lexicon, synonyms, JSON.stringify(cases)].join(PART);
}

/** Throws a `SyntaxError` when the text is not whole. */
export function readCore(text: string): Core {
  const [lexicon, synonyms, cases, ...rest] = text.split(PART);
  if (lexicon === undefined || synonyms === undefined || cases === undefined || rest.length > 0) {
    throw new SyntaxError('the core file is not whole');
  }
  return { lexicon, synonyms, cases: JSON.parse(cases) as CasesFile };
}
