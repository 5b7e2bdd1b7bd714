import { INITIALS, plainConsonant, splitSyllable } from './jamo.ts';
import { withoutLegalForm } from './legal-form.ts';

/** A name as an index orders it: legal forms are passed over. */
export function indexKey(name: string): string {
  return withoutLegalForm(name);
}

/** The letter under which an index lists a name: 쌍쌍일촌 → ㅅ, ㈜거마 → ㄱ, ILO → `A–Z`, anything else → `그 밖`. */
export function initialOf(name: string): string {
  const first = indexKey(name)[0] ?? '';
  const syllable = splitSyllable(first);
  if (syllable) return plainConsonant(INITIALS[syllable.initial] ?? '');
  return /[a-z]/i.test(first) ? 'A–Z' : '그 밖';
}
