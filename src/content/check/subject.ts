import type { Replacement } from '../guess.ts';
import type { CaseBody } from '../prose.ts';
import type { CaseFile } from '../read.ts';
import type { CaseData } from '../schema/case.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';

/** What a theme of the check reads: one case, and what it is held against. */
export interface CheckedCase {
  file: CaseFile;
  /** Through the schema; only a part of it when the case has faults. */
  data: CaseData;
  body: CaseBody;
  /** All of it could be read. */
  isWhole: boolean;
  vocabulary: Vocabulary;
  /** Lists of the vocabulary that could not be read: nothing is held against them. */
  unread: ReadonlySet<keyof Vocabulary>;
  /** Slugs of all case files, this one included. */
  slugs: ReadonlySet<string>;
  /** ISO day; nothing of the catalogue's own lies after it. */
  today: string;
}

/** How a theme tells what it has found; with a replacement where one answer is likely. */
export interface Report {
  /** At a line of the file. */
  line: (line: number, field: string, problem: string, fix: string, replacement?: Replacement) => void;
  /** At a path into the front matter. */
  at: (path: readonly PropertyKey[], field: string, problem: string, fix: string, replacement?: Replacement) => void;
}

/** One theme of the check. */
export type Theme = (subject: CheckedCase, report: Report) => void;
