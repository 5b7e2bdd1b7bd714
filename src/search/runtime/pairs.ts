/**
 * A text as the pairs of letters that stand side by side in it: what the vocabulary is shelved by (`shelves.ts`).
 *
 * A syllable counts without its 받침, and vowels that a verb contracts count as what they come from (쳐 as 치, 와 as 오): so the stem of a verb
 * has the same pairs in all its forms. Spaces and middle dots do not part a pair.
 */
import { MEDIALS, joinSyllable, splitSyllable } from '../../korean/jamo.ts';

/** The vowel that a contracted one comes from. */
const CONTRACTED: Readonly<Record<string, string>> = { ㅕ: 'ㅣ', ㅝ: 'ㅜ', ㅘ: 'ㅗ', ㅐ: 'ㅏ', ㅙ: 'ㅚ' };
const UNCONTRACTED: readonly number[] = Array.from(MEDIALS).map((medial) => MEDIALS.indexOf(CONTRACTED[medial] ?? medial));

/** Any 32 bits will do that tell neighbours apart. */
const SPREAD = 0x9e3779b1;
const BITS = 32;

/** The slots of all pairs of a text, among `2 ** bits` (1 to 31 bits). A text of one letter has none. */
export function slotsOf(text: string, bits: number): ReadonlySet<number> {
  const letters = text.replace(/[\s·]/g, '');
  const slots = new Set<number>();
  let last: number | undefined;
  for (let at = 0; at < letters.length; at++) {
    const next = letterOf(letters[at] ?? '');
    if (last !== undefined) slots.add(Math.imul(Math.imul(last, SPREAD) + next, SPREAD) >>> (BITS - bits));
    last = next;
  }
  return slots;
}

function letterOf(character: string): number {
  const syllable = splitSyllable(character);
  const plain = syllable ? joinSyllable({ ...syllable, medial: UNCONTRACTED[syllable.medial] ?? syllable.medial, final: 0 }) : character;
  return plain.charCodeAt(0);
}
