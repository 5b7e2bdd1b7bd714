/**
 * Hangul in Latin letters by the Revised Romanisation, letter by letter: 부평 → bupyeong. Sounds that change where syllables meet are left as they are, so
 * that a comparison should allow for a letter or two.
 */
import { splitSyllable } from './jamo.ts';

const INITIALS = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
const MEDIALS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ['', ...'k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')];

/** What is no syllable is left out. */
export function romanise(text: string): string {
  let out = '';
  for (const character of text) {
    const syllable = splitSyllable(character);
    if (syllable) out += (INITIALS[syllable.initial] ?? '') + (MEDIALS[syllable.medial] ?? '') + (FINALS[syllable.final] ?? '');
  }
  return out;
}

/** Number of letters to add, drop or replace that make one text of the other. */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (const [other, wanted] of [...to].entries()) {
      next.push(Math.min((row[other] ?? 0) + (letter === wanted ? 0 : 1), (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
