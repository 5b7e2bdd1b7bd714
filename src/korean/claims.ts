/**
 * What a sentence claims in figures: dates, amounts in won and counted numbers, so that each can be held against data.
 */
import { findDates } from './dates.ts';
import { findMoney } from './money.ts';
import { fold } from './normalise.ts';
import { NUMERAL, parseNumeral } from './numerals.ts';

export interface Claim {
  readonly kind: '수' | '금액' | '날짜';
  /** As it stands in the text. */
  readonly text: string;
  /**
   * Its value in each spelling that may stand for it: a date as `2015`, `2015-09`, `2015-09-25`, or `--09`, `--09-25` where the year is not said; an
   * amount in won; a number without commas, and for `3만` also 3, which a column of 만명 may print.
   */
  readonly keys: readonly string[];
}

/** Counters: what makes a bare number of the prose a claim. Lookaheads keep words apart that begin alike (대 and 대학, 분 and 분야). */
const COUNTER =
  '(?:명|개월|개소|개사|개교|개|회|건|곳|강|부|대(?!\\s)|팀|평|층|쪽|인|가구|세대|학급|시간|사(?=[와가는를 ,.])|업체|기업|단체|학교|품목|주년|년|주|일|점|매|동|호(?!선)|배|톤|필지|차|위|㎡|㎢|km|kg|m|%|퍼센트|달러|유로|분(?![야기])|초(?![등중])|세(?!대|계|기)|박|기(?![업존관])|종(?![합교])|권(?!역)|석|학년|호점|자루|그루|마리|벌|켤레|농가|살|줄|통|상자|리터)';

const COUNTED = new RegExp(String.raw`(제\s?)?(?<![\d,.]|제\s?\d+-)(${NUMERAL.source})\s?여?\s?${COUNTER}`, 'g');
const MONTH = /(?<![\d.])(\d{1,2})월/g;
/** One unit behind a number: the number itself may be what is printed. */
const ONE_UNIT = /^([\d,]+(?:\.\d+)?)\s?(?:조|억|천만|백만|십만|만|천)?$/;

const pad = (part: number): string => String(part).padStart(2, '0');

/** Everything that a text claims: dates first, then amounts, then numbers, each taken out of what is left. */
export function findClaims(text: string): readonly Claim[] {
  const claims: Claim[] = [];
  // Offsets in the folded text are those of the text.
  let rest = fold(text);
  const take = (kind: Claim['kind'], start: number, end: number, keys: readonly string[]): void => {
    claims.push({ kind, text: text.slice(start, end).trim(), keys });
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  };
  for (const { start, end, year, month, day } of findDates(rest)) {
    const parts = [...(month === undefined ? [] : [pad(month)]), ...(day === undefined ? [] : [pad(day)])];
    take('날짜', start, end, [year === undefined ? `--${parts.join('-')}` : [String(year), ...parts].join('-')]);
  }
  for (const match of rest.matchAll(MONTH))
    if (Number(match[1]) >= 1 && Number(match[1]) <= 12)
      take('날짜', match.index, match.index + match[0].length, [`--${pad(Number(match[1]))}`]);
  for (const { start, end, currency, value } of findMoney(rest)) if (currency === 'won') take('금액', start, end, [String(value)]);
  for (const match of rest.matchAll(COUNTED)) {
    const [whole, ordinal, numeral = ''] = match;
    const value = parseNumeral(numeral);
    if (ordinal !== undefined || value === undefined) continue;
    const printed = ONE_UNIT.exec(numeral)?.[1]
      ?.replaceAll(',', '')
      .replace(/^0+(?=\d)/, '');
    take('수', match.index, match.index + whole.length, [...new Set([...(printed === undefined ? [] : [printed]), String(value)])]);
  }
  return claims;
}
