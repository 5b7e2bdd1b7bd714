/** Facts carry over, sentences do not: runs of prose that stand word for word in the source. */
import { squeeze } from './squeeze.ts';

/** Longest run, in letters and digits, that may stand in both texts: names of programmes are shorter, sentences longer. */
export const LONGEST_SHARED = 30;
/** What stands in quotation marks is quoted. */
const QUOTED = /[「『‘“"'][^」』’”"'\n]{1,40}[」』’”"']/g;

/** @param source letters and digits of the source only, as `squeeze` leaves them */
export function findVerbatim(prose: string, source: string): readonly string[] {
  const runs: string[] = [];
  const text = squeeze(prose.replace(QUOTED, ' '));
  for (let start = 0; start + LONGEST_SHARED <= text.length;) {
    let end = start + LONGEST_SHARED;
    if (!source.includes(text.slice(start, end))) {
      start += 1;
      continue;
    }
    while (end < text.length && source.includes(text.slice(start, end + 1))) end += 1;
    runs.push(text.slice(start, end));
    start = end;
  }
  return runs;
}
