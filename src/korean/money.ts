/**
 * Amounts of money in every usual spelling, as won or dollars:
 * 300,000천원 = 3억원 = 3억 원; 2,276백만원 = 22억 7600만원; 29.6억 달러.
 */
import { parseNumeral } from './numerals.ts';

/** An amount found in a text; offsets are UTF-16. */
export interface Money {
  readonly start: number;
  readonly end: number;
  readonly currency: 'won' | 'dollar';
  readonly value: number;
}

// A digit first; then digits, commas, units and single spaces between them; then the currency.
const AMOUNT =
  /(?<![\d.,])(\d[\d,]*(?:\.\d+)?(?:\s?[십백천만억조]+(?:\s?\d[\d,]*(?:\.\d+)?(?=\s?[십백천만억조원]))?)*)\s?(?:여\s?)?(원|달러|불(?![가-힣]))/g;

/** All amounts with a currency, in order. Bare numerals (3억) are left to the caller: they may count people. */
export function findMoney(text: string): readonly Money[] {
  const found: Money[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const value = parseNumeral(match[1] ?? '');
    if (value === undefined) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      currency: match[2] === '원' ? 'won' : 'dollar',
      value,
    });
  }
  return found;
}
