/**
 * Typed with the wrong keyboard language: guqehdwhgkq for 협동조합, ㅣㅁㅜㅅㅅ for lantt.
 */
import { hangulToLatin, latinToHangul } from '../../korean/keyboard.ts';

const SHORTEST = 3;

/** What the same keys give in the other language, when it makes whole syllables or letters; undefined otherwise. */
export function otherLayout(query: string): string | undefined {
  const letters = query.replace(/\s/g, '');
  if (letters.length < SHORTEST) return undefined;
  if (/^[a-z]+$/i.test(letters)) {
    const hangul = latinToHangul(query);
    return /^[가-힣\s]+$/.test(hangul) ? hangul : undefined;
  }
  // Loose letters among syllables are what Latin words become.
  if (/^[가-힣ㄱ-ㅣ]+$/.test(letters) && /[ㄱ-ㅣ]/.test(letters) && !/^[ㄱ-ㅎ]+$/.test(letters)) {
    const latin = hangulToLatin(query).toLowerCase();
    return /^[a-z\s]+$/.test(latin) ? latin : undefined;
  }
  return undefined;
}
