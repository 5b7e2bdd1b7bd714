/** One thing that is wrong in a file of `content/`, and what to write instead. */
export interface Fault {
  /** Path as messages show it: `content/cases/busan-yeonje.mdx`. */
  file: string;
  /** 1-based. */
  line: number;
  /** `topics.2`, `tables.programmes.rows`; `앞머리` or `본문` for what has no field, `파일` for the file as a whole. */
  field: string;
  /** What is wrong, a whole sentence. */
  problem: string;
  /** What to do, a whole sentence. */
  fix: string;
  /** The whole line as it should read, to copy, where one answer is likely. */
  corrected?: string;
  /** Allowed, and yet mostly a slip: it stops nothing. */
  isWarning?: true;
}

/** A fault as it is found, before its file is known. */
export type LocatedFault = Omit<Fault, 'file'>;
