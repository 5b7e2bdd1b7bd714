/** Repairs that have one right answer: what an editor or a copy brought in and nobody meant. */
import type { Fault } from './fault.ts';
import { isValueOfShape } from './guess.ts';

/** Without a byte order mark, in composed Hangul, with plain spaces and line ends, and without signs that show nothing and take no room. */
export function fixCharacters(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u00a0\u2000-\u200a\u3000]/g, ' ')
    .replaceAll(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '')
    .normalize('NFC');
}

/** The correction of a slip of syntax, or of a date, page or number that is only written in another shape: not a guess at another word. */
const isSure = ({ field, corrected }: Fault): boolean =>
  corrected !== undefined && (field === '앞머리' || isValueOfShape(field.split('.').at(-1) ?? ''));

export interface Repair {
  /** 1-based. */
  line: number;
  before: string;
  after: string;
}

/** Passes after which a text that still changes is left alone. */
const MOST_PASSES = 20;

/**
 * The text with every sure repair made, and what was repaired line by line.
 * @param check the faults of a text
 */
export function fixText(text: string, check: (text: string) => readonly Fault[]): { text: string; repairs: readonly Repair[] } {
  let fixed = fixCharacters(text);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const lines = fixed.split('\n');
    for (const { line, corrected } of check(fixed).filter(isSure)) lines[line - 1] = corrected ?? '';
    const next = lines.join('\n');
    if (next === fixed) break;
    fixed = next;
  }
  const before = text.split('\n');
  const after = fixed.split('\n');
  const repairs =
    before.length === after.length
      ? before.flatMap((line, index) => (line === after[index] ? [] : [{ line: index + 1, before: line, after: after[index] ?? '' }]))
      : [];
  return { text: fixed, repairs };
}
