/**
 * The two-set (두벌식) keyboard in both directions: what comes out when the wrong language was switched on.
 */
import { FINALS, INITIALS, MEDIALS, joinSyllable, splitSyllable } from './jamo.ts';

const KEYS: readonly (readonly [latin: string, jamo: string])[] = [
  ['q', 'ㅂ'],
  ['w', 'ㅈ'],
  ['e', 'ㄷ'],
  ['r', 'ㄱ'],
  ['t', 'ㅅ'],
  ['y', 'ㅛ'],
  ['u', 'ㅕ'],
  ['i', 'ㅑ'],
  ['o', 'ㅐ'],
  ['p', 'ㅔ'],
  ['a', 'ㅁ'],
  ['s', 'ㄴ'],
  ['d', 'ㅇ'],
  ['f', 'ㄹ'],
  ['g', 'ㅎ'],
  ['h', 'ㅗ'],
  ['j', 'ㅓ'],
  ['k', 'ㅏ'],
  ['l', 'ㅣ'],
  ['z', 'ㅋ'],
  ['x', 'ㅌ'],
  ['c', 'ㅊ'],
  ['v', 'ㅍ'],
  ['b', 'ㅠ'],
  ['n', 'ㅜ'],
  ['m', 'ㅡ'],
  ['Q', 'ㅃ'],
  ['W', 'ㅉ'],
  ['E', 'ㄸ'],
  ['R', 'ㄲ'],
  ['T', 'ㅆ'],
  ['O', 'ㅒ'],
  ['P', 'ㅖ'],
];
const TO_JAMO: ReadonlyMap<string, string> = new Map(KEYS);
const TO_LATIN: ReadonlyMap<string, string> = new Map(KEYS.map(([latin, jamo]) => [jamo, latin]));

/** Letters that are typed with two keys. */
const PAIRS: readonly (readonly [pair: string, letter: string])[] = [
  ['ㅗㅏ', 'ㅘ'],
  ['ㅗㅐ', 'ㅙ'],
  ['ㅗㅣ', 'ㅚ'],
  ['ㅜㅓ', 'ㅝ'],
  ['ㅜㅔ', 'ㅞ'],
  ['ㅜㅣ', 'ㅟ'],
  ['ㅡㅣ', 'ㅢ'],
  ['ㄱㅅ', 'ㄳ'],
  ['ㄴㅈ', 'ㄵ'],
  ['ㄴㅎ', 'ㄶ'],
  ['ㄹㄱ', 'ㄺ'],
  ['ㄹㅁ', 'ㄻ'],
  ['ㄹㅂ', 'ㄼ'],
  ['ㄹㅅ', 'ㄽ'],
  ['ㄹㅌ', 'ㄾ'],
  ['ㄹㅍ', 'ㄿ'],
  ['ㄹㅎ', 'ㅀ'],
  ['ㅂㅅ', 'ㅄ'],
];
const JOINED: ReadonlyMap<string, string> = new Map(PAIRS);
const SPLIT: ReadonlyMap<string, string> = new Map(PAIRS.map(([pair, letter]) => [letter, pair]));

const isMedial = (jamo: string): boolean => jamo !== '' && MEDIALS.includes(jamo);
const isFinal = (jamo: string): boolean => jamo !== '' && FINALS.includes(jamo);

/** Letters in typing order → syllables. Letters that make no syllable stay single letters. */
export function composeJamo(letters: string): string {
  const input = [...letters];
  let out = '';
  let i = 0;
  const at = (index: number): string => input[index] ?? '';
  while (i < input.length) {
    const initial = INITIALS.indexOf(at(i));
    if (initial < 0 || !isMedial(at(i + 1))) {
      out += at(i++);
      continue;
    }
    i++;
    let medial = at(i++);
    const joinedMedial = JOINED.get(medial + at(i));
    if (joinedMedial !== undefined && isMedial(joinedMedial)) {
      medial = joinedMedial;
      i++;
    }
    let final = '';
    // A consonant closes the syllable unless a vowel follows: then it opens the next one.
    if (isFinal(at(i)) && !isMedial(at(i + 1))) {
      final = at(i++);
      const joinedFinal = JOINED.get(final + at(i));
      if (joinedFinal !== undefined && isFinal(joinedFinal) && !isMedial(at(i + 1))) {
        final = joinedFinal;
        i++;
      }
    }
    out += joinSyllable({ initial, medial: MEDIALS.indexOf(medial), final: FINALS.indexOf(final) });
  }
  return out;
}

/** `guqehdwhgkq` → 협동조합. Keys without a letter stay; capitals without a letter of their own count as small. */
export function latinToHangul(text: string): string {
  let out = '';
  let letters = '';
  const flush = (): void => {
    out += composeJamo(letters);
    letters = '';
  };
  for (const key of text) {
    const jamo = TO_JAMO.get(key) ?? TO_JAMO.get(key.toLowerCase());
    if (jamo === undefined) {
      flush();
      out += key;
    } else letters += jamo;
  }
  flush();
  return out;
}

/** 협동조합 → `guqehdwhgkq`; ㅣㅁㅜㅅㅅ → `lantt`. The result is what the same keys give in Latin. */
export function hangulToLatin(text: string): string {
  let out = '';
  const put = (jamo: string): void => {
    for (const letter of SPLIT.get(jamo) ?? jamo) out += TO_LATIN.get(letter) ?? letter;
  };
  for (const character of text) {
    const syllable = splitSyllable(character);
    if (!syllable) {
      put(character);
      continue;
    }
    put(INITIALS[syllable.initial] ?? '');
    put(MEDIALS[syllable.medial] ?? '');
    put(FINALS[syllable.final] ?? '');
  }
  return out;
}
