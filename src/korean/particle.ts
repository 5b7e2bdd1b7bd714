/** Pairs of particles by whether the word before ends in a final consonant. */
const PAIRS = {
  은: ['은', '는'],
  이: ['이', '가'],
  을: ['을', '를'],
  과: ['과', '와'],
  으로: ['으로', '로'],
  이라: ['이라', '라'],
} as const;

export type Particle = keyof typeof PAIRS;

/** How the digits 0–9 are read decides their final consonant: 영 일 이 삼 사 오 육 칠 팔 구. */
const DIGIT_FINALS = ['ㅇ', 'ㄹ', '', 'ㅁ', '', '', 'ㄱ', 'ㄹ', 'ㄹ', ''];

/** The final consonant of the last letter or digit; '' for an open syllable, `undefined` when it cannot be read. */
function finalOf(word: string): string | undefined {
  const last = word.replace(/[^\p{L}\p{N}]+$/u, '').at(-1);
  if (last === undefined) return undefined;
  const code = last.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return final === 0 ? '' : final === 8 ? 'ㄹ' : 'ㅇ';
  }
  // Letters by themselves go by their names: ㅎ is 히읗, ㅏ is 아.
  if (/[ㄱ-ㅎ]/.test(last)) return 'ㅇ';
  if (/[ㅏ-ㅣ]/.test(last)) return '';
  return /\d/.test(last) ? DIGIT_FINALS[Number(last)] : undefined;
}

/**
 * Joins a word and the particle that fits its end: `withParticle('조례', '을')` → `조례를`.
 * A word whose reading is unknown (Latin, hanja) gets both: `CSV을(를)`.
 */
export function withParticle(word: string, particle: Particle): string {
  const [closed, open] = PAIRS[particle];
  const final = finalOf(word);
  if (final === undefined) return `${word}${closed}(${open})`;
  if (particle === '으로' && final === 'ㄹ') return `${word}${open}`;
  return word + (final === '' ? open : closed);
}
