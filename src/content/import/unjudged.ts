/** What an import left for a person to judge. */
import { TO_JUDGE } from './rows.ts';

/** Lines of a case file that still say `확인:`, from 1. */
export function findUnjudged(text: string): readonly number[] {
  return text.split('\n').flatMap((line, index) => (line.includes(TO_JUDGE) ? [index + 1] : []));
}
