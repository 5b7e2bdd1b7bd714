/**
 * Comparisons with a number: 100개 넘는, 20% 안 되는, 3억 원 이상. The text is expected to be folded (`normalise.ts`).
 */
import { NUMERAL, parseNumeral } from './numerals.ts';

/** A comparison found in a text; offsets are UTF-16. It holds for numbers between the two bounds. */
export interface Comparison {
  readonly start: number;
  readonly end: number;
  /** What is counted or measured: 개, %, 원; may be empty. */
  readonly unit: string;
  readonly above: number;
  readonly below: number;
}

/** 이상 and 이하 hold for the number itself too, the others do not. */
const WORDS =
  '넘[가-힣]*|이상|초과|보다\\s?(?:많|크|높)[가-힣]*|이하|미만|밑[가-힣]*|아래|안\\s?되[가-힣]*|못\\s?(?:미[치쳐]|되)[가-힣]*|보다\\s?(?:적|작|낮)[가-힣]*';
const COMPARISON = new RegExp(
  `(?<![\\d.,])(${NUMERAL.source})\\s?(%|[가-힣]{0,3}?)\\s?(?:[이가을를도]\\s?)?(${WORDS})(?:[은는인의]|으로)?(?![가-힣])`,
  'g',
);
const MORE = /^(?:넘|이상|초과|보다\s?[많크높])/;
/** So much nearer than any two printed numbers. */
const HAIR = 1e-6;

export function findComparisons(text: string): readonly Comparison[] {
  const found: Comparison[] = [];
  for (const match of text.matchAll(COMPARISON)) {
    const [whole, numeral = '', unit = '', word = ''] = match;
    const value = parseNumeral(numeral);
    if (value === undefined) continue;
    const hair = /^이[상하]/.test(word) ? HAIR : 0;
    const bounds = MORE.test(word) ? { above: value - hair, below: Number.POSITIVE_INFINITY } : { above: 0, below: value + hair };
    found.push({ start: match.index, end: match.index + whole.length, unit, ...bounds });
  }
  return found;
}
