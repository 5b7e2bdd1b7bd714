/**
 * Korean numbers in digits, in words and in both: 1,235 · 1만 · 5백만 · 2276백만 · 3억 2천만 · 오백만.
 */

const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ['십', 10],
  ['백', 100],
  ['천', 1_000],
]);
const LARGE_UNITS: ReadonlyMap<string, number> = new Map([
  ['만', 10_000],
  ['억', 100_000_000],
  ['조', 1_000_000_000_000],
]);
const DIGIT_WORDS: ReadonlyMap<string, number> = new Map(Array.from('일이삼사오육칠팔구').map((word, index) => [word, index + 1]));

/**
 * The value of a whole numeral, or undefined when `text` is not one.
 * Digits, commas, one decimal point and the units 십 백 천 만 억 조 in any usual order; spaces are ignored.
 * Written-out digits (오백만) count only beside a unit.
 */
export function parseNumeral(text: string): number | undefined {
  const source = text.replace(/[\s,]/g, '');
  if (!/^(?:\d|[일이삼사오육칠팔구십백천만억조])/.test(source)) return undefined;
  let total = 0;
  let section = 0;
  let current: number | undefined;
  let units = 0;
  let i = 0;
  while (i < source.length) {
    const digits = /^\d+(?:\.\d+)?/.exec(source.slice(i))?.[0];
    const character = source[i] ?? '';
    const word = DIGIT_WORDS.get(character);
    const small = SMALL_UNITS.get(character);
    const large = LARGE_UNITS.get(character);
    if (digits !== undefined) {
      if (current !== undefined) return undefined;
      current = Number(digits);
      i += digits.length;
      continue;
    }
    if (word !== undefined) {
      if (current !== undefined) return undefined;
      current = word;
    } else if (small !== undefined) {
      section += (current ?? 1) * small;
      current = undefined;
      units++;
    } else if (large !== undefined) {
      const value = section + (current ?? 0);
      total += (value === 0 ? 1 : value) * large;
      section = 0;
      current = undefined;
      units++;
    } else return undefined;
    i++;
  }
  if (units === 0 && !/^\d/.test(source)) return undefined;
  const value = total + section + (current ?? 0);
  return Number.isFinite(value) ? Math.round(value * 1_000) / 1_000 : undefined;
}

/** No year, no date. */
const ENDS = String.raw`(?!\d|[.,]\s?\d|\s?년|[/-]\d)`;
const THOUSANDS = String.raw`(?<=[만억조])\s?\d(?:,?\d{3}|\d\d)${ENDS}`;
const HUNDREDS = String.raw`(?<=천)\s?\d{3}${ENDS}`;

/**
 * Digits with optional commas and decimals, then any run of units and digits: the shape of a numeral in text. Hundreds and thousands may
 * follow 만, 억 and 조 (10만 3126명), hundreds 천, unless they are a year or go on as a date.
 */
export const NUMERAL = new RegExp(
  String.raw`\d[\d,]*(?:\.\d+)?(?:\s?[십백천만억조]+(?:\s?\d[\d,]*(?:\.\d+)?(?=\s?[십백천만억조])|${THOUSANDS}|${HUNDREDS})?)*`,
);
