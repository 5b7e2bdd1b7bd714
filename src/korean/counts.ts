/**
 * Counts in words, as people say them: 열두 번 → 12번, 이백오십 명 → 250명, 칠 퍼센트 → 7퍼센트; and the counters that count the same thing.
 */
import { parseNumeral } from './numerals.ts';

const TENS: readonly string[] = ['', '열', '스물', '서른', '마흔', '쉰', '예순', '일흔', '여든', '아흔'];
const ONES: readonly string[] = ['', '한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉'];
/** Forms that stand only before a counter. */
const OTHER_NATIVE: ReadonlyMap<string, number> = new Map([
  ['스무', 20],
  ['석', 3],
  ['넉', 4],
]);
const NATIVE: ReadonlyMap<string, number> = new Map([
  ...TENS.flatMap((ten, tens) => ONES.map((one, ones): [string, number] => [ten + one, tens * 10 + ones])),
  ...OTHER_NATIVE,
]);

/** Counters of one list count the same thing. */
const SAME_COUNTERS: readonly (readonly string[])[] = [
  ['번', '차례', '회', '강'],
  ['곳', '군데', '개소', '개', '업체'],
  ['명', '사람', '인'],
  ['살', '세'],
  ['가지', '종류', '종', '개'],
  ['채', '가구', '세대'],
  ['달', '개월'],
  ['해', '년'],
  ['번째', '위', '등'],
];
const OTHER_COUNTERS = ['건', '권', '대', '동', '배', '부', '분', '시간', '일', '주', '층', '팀', '학급', '퍼센트', '프로'];
const COUNTERS = [...new Set([...SAME_COUNTERS.flat(), ...OTHER_COUNTERS])].sort((a, b) => b.length - a.length);

const words = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|');
/** 한 is as often no number (한 번 해 보다), and so are 이 and 구 alone. */
const NATIVE_WORDS = words([...NATIVE.keys()].filter((word) => word !== '' && word !== '한'));
const SINO_RUN = '[일이삼사오육칠팔구십백천만억]*[십백천만][일이삼사오육칠팔구십백천만억]*';
/** Said of a count, and no part of it. */
const SUFFIX = '(?:씩|짜리|쯤)?';
const AFTER = '(?=(?:이|가|을|를|은|는|의|에|에서|로|으로|만|도|과|와|이나|나|까지|마다)?(?![가-힣]))';
/** 두부 and 세대 are words: a number of one syllable stands apart from most counters. */
const SPACE = `(?:\\s|(?<=[가-힣]{2})|(?=[번개곳명]))`;
const COUNT = new RegExp(`(?<![가-힣\\d])(${NATIVE_WORDS}|${SINO_RUN})${SPACE}(${COUNTERS.join('|')})${SUFFIX}${AFTER}`, 'g');
/** A single digit in Sino-Korean is a number only before what is counted so. */
const SINGLE_DIGIT = new RegExp(`(?<![가-힣\\d])([삼사오육칠팔])\\s?(퍼센트|프로|분|개월|층|년)${SUFFIX}${AFTER}`, 'g');

/** The text with its counts in digits: 열두 번짜리 → 12번. Its length may change. */
export function writeCounts(text: string): string {
  const write = (whole: string, word: string, counter: string): string => {
    const value = NATIVE.get(word) ?? parseNumeral(word) ?? DIGITS.get(word);
    return value === undefined ? whole : `${value}${counter}`;
  };
  return text.replace(COUNT, write).replace(SINGLE_DIGIT, write);
}

const DIGITS: ReadonlyMap<string, number> = new Map(Array.from('일이삼사오육칠팔구').map((word, index) => [word, index + 1]));

/** Other counters for the same thing: 번 → 차례, 회, 강. */
export function otherCounters(counter: string): readonly string[] {
  return [...new Set(SAME_COUNTERS.filter((list) => list.includes(counter)).flat())].filter((other) => other !== counter);
}
