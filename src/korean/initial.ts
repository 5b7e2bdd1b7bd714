import { INITIALS, splitSyllable } from './jamo.ts';

/** Tense consonants stand under the plain one in a Korean index. */
const PLAIN: Readonly<Record<string, string>> = { ㄲ: 'ㄱ', ㄸ: 'ㄷ', ㅃ: 'ㅂ', ㅆ: 'ㅅ', ㅉ: 'ㅈ' };

/** Legal forms in front of a name, which an index passes over: ㈜, (사), (주). */
const LEGAL_FORM = /^(?:㈜|㈔|\([주사재협]\)|주식회사\s)\s*/;

/** A name as an index orders it. */
export function indexKey(name: string): string {
  return name.replace(LEGAL_FORM, '').trim();
}

/** The letter under which an index lists a name: 쌍쌍일촌 → ㅅ, ㈜거마 → ㄱ, ILO → `A–Z`, anything else → `그 밖`. */
export function initialOf(name: string): string {
  const first = indexKey(name)[0] ?? '';
  const syllable = splitSyllable(first);
  if (syllable) {
    const letter = INITIALS[syllable.initial] ?? '';
    return PLAIN[letter] ?? letter;
  }
  return /[a-z]/i.test(first) ? 'A–Z' : '그 밖';
}
