/**
 * Hangul syllables and their letters (jamo).
 * All functions work on precomposed syllables (NFC, U+AC00–U+D7A3); other characters pass through.
 *
 * Not es-hangul 2.4.0, which was tried for letters and keyboard: 2.6 KB in the search worker where this and `keyboard.ts` take 0.9 KB (brotli),
 * forty times slower, and it throws at some runs of vowels that a reader may type (`PPjnjqPnj`). Otherwise both gave the same for 20,000 made-up words.
 */

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const SYLLABLES_PER_INITIAL = 588;
const SYLLABLES_PER_MEDIAL = 28;

export const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
export const MEDIALS = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
/** Final consonants; index 0 is "no final". */
export const FINALS = ['', ...Array.from('ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ')];

/** Indexes of a syllable's letters in INITIALS, MEDIALS and FINALS. */
export interface Syllable {
  readonly initial: number;
  readonly medial: number;
  readonly final: number;
}

export function isSyllable(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE;
}

/** True for a non-empty string of nothing but precomposed syllables. */
export function isHangul(text: string): boolean {
  return /^[가-힣]+$/.test(text);
}

/** The letters of one syllable, or undefined when `character` is not a syllable. */
export function splitSyllable(character: string): Syllable | undefined {
  if (!isSyllable(character)) return undefined;
  const index = character.charCodeAt(0) - FIRST_SYLLABLE;
  return {
    initial: Math.floor(index / SYLLABLES_PER_INITIAL),
    medial: Math.floor((index % SYLLABLES_PER_INITIAL) / SYLLABLES_PER_MEDIAL),
    final: index % SYLLABLES_PER_MEDIAL,
  };
}

export function joinSyllable({ initial, medial, final }: Syllable): string {
  return String.fromCharCode(FIRST_SYLLABLE + initial * SYLLABLES_PER_INITIAL + medial * SYLLABLES_PER_MEDIAL + final);
}

/** 협동조합 → ㅎㄷㅈㅎ. What is no syllable stays as it is. */
export function toInitials(text: string): string {
  let out = '';
  for (const character of text) {
    const syllable = splitSyllable(character);
    out += syllable ? (INITIALS[syllable.initial] ?? '') : character;
  }
  return out;
}

/** True when the text is made of initial consonants only (ㅎㄷㅈㅎ); spaces are not allowed. */
export function isInitials(text: string): boolean {
  return /^[ㄱ-ㅎ]+$/.test(text);
}

/** One code unit a letter (conjoining jamo, NFD), so that letters can be compared by index. */
export function toJamo(text: string): string {
  return text.normalize('NFD');
}

/**
 * True when the two jamo strings are equal or one edit apart: a letter added, dropped or replaced, or two
 * neighbours swapped.
 */
export function withinOneEdit(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  if (a.length > b.length) return a.slice(i + 1) === b.slice(i);
  if (a.length < b.length) return a.slice(i) === b.slice(i + 1);
  const replaced = a.slice(i + 1) === b.slice(i + 1);
  const swapped = a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  return replaced || swapped;
}

/** Plain and tense consonants. */
const TENSE: readonly string[] = ['ㄱㄲ', 'ㄷㄸ', 'ㅂㅃ', 'ㅅㅆ', 'ㅈㅉ'];

/** ㄲ → ㄱ; a consonant that is not tense stays. */
export function plainConsonant(letter: string): string {
  return TENSE.find((pair) => pair[1] === letter)?.[0] ?? letter;
}

/** Letters that are often written for one another: plain and tense consonants, vowels that sound alike today. */
const ALIKE: readonly string[] = [...TENSE, 'ㅐㅔ', 'ㅒㅖ', 'ㅚㅙ', 'ㅚㅞ', 'ㅙㅞ', 'ㅓㅗ'];

/** The word with one letter of one syllable changed for one that sounds like it: 싸이클 → 사이클; 컨텐츠 → 콘텐츠, 컨탠츠. */
export function soundAlikes(word: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < word.length; at++) {
    const syllable = splitSyllable(word[at] ?? '');
    if (!syllable) continue;
    const put = (changed: Syllable): void => {
      found.push(word.slice(0, at) + joinSyllable(changed) + word.slice(at + 1));
    };
    for (const pair of ALIKE) {
      const initial = other(pair, INITIALS[syllable.initial]);
      if (initial !== undefined) put({ ...syllable, initial: INITIALS.indexOf(initial) });
      const medial = other(pair, MEDIALS[syllable.medial]);
      if (medial !== undefined) put({ ...syllable, medial: MEDIALS.indexOf(medial) });
    }
  }
  return found;
}

function other(pair: string, letter: string | undefined): string | undefined {
  return letter === pair[0] ? pair[1] : letter === pair[1] ? pair[0] : undefined;
}
