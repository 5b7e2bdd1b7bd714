/**
 * What a PDF extractor does to words that the printer drew several times for a shadow: 사업사업사업, ⅠⅠⅠⅠ, 111111111 1. Repaired where only
 * one reading is possible.
 */

/** Romans and circled digits stand once in front of a heading. */
const NUMBER_SHADOW = /([ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ①-⑳❶-❿])\1+/g;
/** No count or amount has nine equal digits in a row. */
const DIGIT_SHADOW = /(\d)\1{8,}/g;
const SYLLABLE_SHADOW = /([가-힣])\1{3,}/g;
/** A word or phrase three times or more; a letter must be in it, or a ruled line would match. */
const PHRASE_SHADOW = /((?=[^가-힣A-Za-z]{0,38}[가-힣A-Za-z])\S(?:.{0,38}?\S)?)(?:\s*\1){2,}/g;
/** Twice only where nothing else stands in the line, and too long to be meant (차차, 곳곳). */
const LINE_SHADOW = /^([^가-힣A-Za-z]*)(\S.{4,}\S)\2(\s*)$/;

/** One line without its shadows. */
export function removeShadows(line: string): string {
  if (line.length < 3) return line;
  const once = line
    .replace(NUMBER_SHADOW, '$1')
    .replace(DIGIT_SHADOW, '$1')
    .replace(SYLLABLE_SHADOW, '$1')
    .replace(PHRASE_SHADOW, (whole: string, phrase: string) => (phrase.length < 2 || /^[\d\s.,%-]+$/.test(phrase) ? whole : phrase));
  return once.replace(LINE_SHADOW, '$1$2$3');
}

/** Words that forms and tables set wide. */
const WIDE =
  /^(?:구분|내용|비고|층별|대상|합계|소계|연도|년도|단위|금액|비율|분야|항목|기간|장소|일시|인원|건수|방법|예산|순위|번호|연번|성명|시기|위치|규모|목적|목표|성과|기타|참석|참여|현황|교육|수료|취업|계획|실적)/;

/**
 * Letters set wide: 사 례 명 → 사례명, 구    분 → 구분, 층 별 내 용 비 고 → 층별 내용 비고. For keys and headers only: in prose single
 * syllables are words.
 */
export function closeUp(text: string): string {
  return text
    .trim()
    .replace(/(?<![가-힣])[가-힣](?:\s+[가-힣](?![가-힣]))+/g, (run) => splitWide(run.replaceAll(/\s+/g, '')))
    .replaceAll(/\s+/g, ' ');
}

function splitWide(run: string): string {
  const words: string[] = [];
  let rest = run;
  while (rest !== '') {
    const word = WIDE.exec(rest)?.[0];
    if (word === undefined) {
      // 계 and 월 stand alone behind a known word; without one the run is a single word.
      words.push(rest);
      break;
    }
    words.push(word);
    rest = rest.slice(word.length);
  }
  return words.join(' ');
}
