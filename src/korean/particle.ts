/**
 * Particles by how the word before them is read. Not es-hangul 2.4.0, whose `josa` knows the ends of syllables only: it gives `3가`,
 * `10로` and `‘사회적기업’로`.
 */
import { FINALS, splitSyllable } from './jamo.ts';

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

/** How the digits 0–9 are read decides their final consonant: 영 일 이 삼 사 오 육 칠 팔 구; 10 ends in 십, 100 in 백. */
const DIGIT_FINALS = ['ㅇ', 'ㄹ', '', 'ㅁ', '', '', 'ㄱ', 'ㄹ', 'ㄹ', ''];

/** Names of the letters: 엘 엠 엔 알; all others are open. */
const CAPITAL_FINALS: Readonly<Record<string, string>> = { L: 'ㄹ', M: 'ㅁ', N: 'ㄴ', R: 'ㄹ' };

/** Signs that are read, by the word for them. */
const SIGNS: readonly (readonly [sign: RegExp, word: string])[] = [
  [/[%％]$/, '퍼센트'],
  [/[㎡㎢]$|m²$/, '미터'],
  [/(?<=\d\s?)(?:㎞|㎝|k?m|cm)$/, '미터'],
  [/㎏$|(?<=\d\s?)k?g$/, '그램'],
  [/℃$/, '도'],
  [/㏊$|(?<=\d\s?)ha$/, '헥타르'],
];

/** What repeats the word before it in other letters, and is not read: 전주시(全州市), 사회적경제(SE). */
const REPEATED = /(?<=[가-힣])\([^()가-힣\d]+\)$/;

/** The final consonant with which the word is read; '' for an open syllable. */
function finalOf(word: string): string {
  const read = word.replace(REPEATED, '').replace(/[^\p{L}\p{N}%％²℃㎏-㎢㏊]+$/u, '');
  for (const [sign, name] of SIGNS) if (sign.test(read)) return finalOf(name);
  const last = read.at(-1) ?? '';
  const syllable = splitSyllable(last);
  if (syllable) return FINALS[syllable.final] ?? '';
  // Letters by themselves go by their names: ㅎ is 히읗, ㅏ is 아.
  if (/[ㄱ-ㅎ]/.test(last)) return 'ㅇ';
  if (/[ㅏ-ㅣ]/.test(last)) return '';
  if (/\d/.test(last)) return DIGIT_FINALS[Number(last)] ?? '';
  if (/[A-Z]/.test(last)) return CAPITAL_FINALS[last] ?? '';
  // An English word as it is written in Hangul: 인터넷, 북, 셀, 팀; its other ends get a vowel (버스, 카드).
  if (/le?$/.test(read)) return 'ㄹ';
  if (/[a-z]/.test(last)) return /(?:[bckpt]|[mn]e?|ng)$/.test(read) ? 'ㄴ' : '';
  // Hanja are mostly read with a final consonant, and other letters nobody can read.
  return 'ㅇ';
}

/** The particle alone: `particleAfter('조례', '을')` → `를`. */
export function particleAfter(word: string, particle: Particle): string {
  const [closed, open] = PAIRS[particle];
  const final = finalOf(word);
  return final === '' || (particle === '으로' && final === 'ㄹ') ? open : closed;
}

/** Joins a word and the particle that fits its end: `withParticle('조례', '을')` → `조례를`, `withParticle('50%', '을')` → `50%를`. */
export function withParticle(word: string, particle: Particle): string {
  return word + particleAfter(word, particle);
}
