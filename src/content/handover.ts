/**
 * Cases on their way from the content check to the process that makes the pages, which else would read and check every file again.
 * One line of JSON a case, so that no single text grows with their number.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { ValidCase } from './read.ts';

/** A case that has passed the check, with its prose. */
export interface HandedCase extends ValidCase {
  /** Path as messages show it: `content/cases/busan-yeonje.mdx`. */
  file: string;
  body: string;
}

/** The variable of the environment that names the file. */
export const HANDOVER = 'CHECKED_CASES';

export function handOver(path: string, cases: Iterable<HandedCase>): void {
  const file = openSync(path, 'w');
  try {
    for (const one of cases) writeSync(file, `${JSON.stringify(one)}\n`);
  } finally {
    closeSync(file);
  }
}

/** The cases in a file that `handOver` wrote, in their order. */
export function* takeOver(path: string): Generator<HandedCase> {
  const bytes = readFileSync(path);
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf('\n', start);
    yield JSON.parse(bytes.toString('utf8', start, end)) as HandedCase;
    start = end + 1;
  }
}
