import type { CaseData } from '../schema/case.ts';
import { toWon } from '../../korean/amounts.ts';
import { cellNumber, parseRow, parseRows } from '../tables.ts';

/** A number or date of the prose that no row of data holds. */
export interface Unbacked {
  kind: '수' | '금액' | '날짜';
  /** As it stands in the prose. */
  text: string;
}

/** Values found in a text, in one spelling each. */
interface Values {
  /** Digits without commas, and the same times 천, 만 or 억 where one follows. */
  numbers: Set<string>;
  /** Won. */
  money: Set<number>;
  /** `2015`, `2015-09`, `2015-09-25`, and `--09`, `--09-25` where the year is not said. */
  dates: Set<string>;
}

interface Found {
  kind: Unbacked['kind'];
  text: string;
  /** Any of these in the data backs it. */
  keys: (string | number)[];
}

const SCALE: Readonly<Record<string, number>> = { 천: 1e3, 만: 1e4, 십만: 1e5, 백만: 1e6, 천만: 1e7, 억: 1e8, 조: 1e12 };

/** Counters: what makes a bare number of the prose a claim. */
const COUNTER =
  '(?:명|개월|개소|개사|개교|개|회|건|곳|강|부|대(?!\\s)|팀|평|층|쪽|인|가구|세대|학급|시간|사(?=[와가는를 ,.])|업체|기업|단체|학교|품목|주년|년|주|일|점|매|동|호(?!선)|배|톤|필지|차|위|㎡|㎢|km|kg|m|%|퍼센트|달러|유로|분(?![야기])|초(?![등중])|세(?!대|계|기)|박|기(?![업존관])|종(?![합교])|권(?!역)|석|학년|호점|자루|그루|마리|벌|켤레|농가|살|줄|통|상자|리터)';

const DATE =
  /(?:((?:19|20)\d\d|[’‘']\d\d)\s*(?:년|[.\-/]))(?:\s*(\d{1,2})\s*(?:월|[.\-/]|(?=[^\d]|$)))?(?:\s*(\d{1,2})\s*(?:일|\.|(?=[^\d가-힣%]|$)))?/g;
const MONTH_DAY = /(?<![\d.])(\d{1,2})월(?:\s*(\d{1,2})일)?/g;
const MONEY =
  /(\d[\d,]*(?:\.\d+)?)\s*(조|억|천만|백만|십만|만|천)?(?:\s*(\d[\d,]*)\s*(천만|백만|만|천)?)?(?:\s*(\d[\d,]*)\s*(천)?)?\s*여?\s*원/g;
const COUNTED = new RegExp(
  `(제\\s?)?(?<![\\d,.])(\\d[\\d,]*(?:\\.\\d+)?)\\s?(?:(조|억|천만|백만|십만|만|천)(?:\\s?(\\d[\\d,]*)\\s?(천만|백만|십만|만|천)?)?)?\\s?여?\\s?${COUNTER}`,
  'g',
);

const pad = (part: string) => part.padStart(2, '0');
const digits = (text: string) => text.replaceAll(',', '').replace(/^0+(?=\d)/, '');
const fullYear = (year: string) => (year.length === 4 ? year : `${Number(year.slice(1)) > 30 ? '19' : '20'}${year.slice(1)}`);

/** Finds what a text claims, taking dates first, then money, then counted numbers, each out of the rest. */
function readClaims(text: string): Found[] {
  const found: Found[] = [];
  let rest = text.replace(DATE, (match, year: string, month?: string, day?: string) => {
    if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return match;
    const key = [
      fullYear(year),
      ...(month === undefined ? [] : [pad(month)]),
      ...(month === undefined || day === undefined ? [] : [pad(day)]),
    ].join('-');
    found.push({ kind: '날짜', text: match.trim(), keys: [key] });
    return ' ';
  });
  rest = rest.replace(MONTH_DAY, (match, month: string, day?: string) => {
    found.push({ kind: '날짜', text: match, keys: [`--${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`] });
    return ' ';
  });
  rest = rest.replace(MONEY, (match, a: string, scaleA?: string, b?: string, scaleB?: string, c?: string, scaleC?: string) => {
    const part = (number: string | undefined, scale: string | undefined) =>
      number === undefined ? 0 : Number(digits(number)) * (SCALE[scale ?? ''] ?? 1);
    const won = Math.round(part(a, scaleA) + part(b, scaleB) + part(c, scaleC));
    found.push({ kind: '금액', text: match, keys: [won] });
    return ' ';
  });
  for (const [match, ordinal, number = '', scale, more, moreScale] of rest.matchAll(COUNTED)) {
    if (ordinal !== undefined) continue;
    const part = (value: string, of: string | undefined) => Number(digits(value)) * (SCALE[of ?? ''] ?? 1);
    const whole = Math.round((part(number, scale) + part(more ?? '0', moreScale)) * 1e6) / 1e6;
    // 3만 may be printed as 3 in a column of 만명; 1만 3천 stands for one number only.
    found.push({ kind: '수', text: match, keys: more === undefined ? [digits(number), String(whole)] : [String(whole)] });
  }
  return found;
}

/** Everything the rows of a case hold. */
function valuesOf(data: CaseData): Values {
  const values: Values = { numbers: new Set(), money: new Set(), dates: new Set() };
  const addDate = (date: string) => {
    const [year, month, day] = date.split('-');
    values.dates.add(year ?? '');
    if (month === undefined) return;
    values.dates.add(`${year ?? ''}-${month}`).add(`--${month}`);
    if (day !== undefined) values.dates.add(date).add(`--${month}-${day}`);
  };
  const addText = (text: string) => {
    for (const [number] of text.matchAll(/\d[\d,]*(?:\.\d+)?/g)) values.numbers.add(digits(number));
    for (const claim of readClaims(text)) {
      for (const key of claim.keys) {
        if (claim.kind === '금액') values.money.add(Number(key));
        else if (claim.kind === '수') values.numbers.add(String(key));
        else if (String(key).startsWith('--')) values.dates.add(String(key)).add(String(key).slice(0, 4));
        else addDate(String(key));
      }
    }
  };
  const addNumber = (value: number, unit: string) => {
    values.numbers.add(String(value));
    addText(`${String(value)}${unit}`);
    const won = toWon(value, unit);
    if (won !== undefined) values.money.add(won);
  };

  for (const row of [...data.budget, ...data.figures]) {
    addText(row.label);
    if (row.note !== undefined) addText(row.note);
    if (row.asOf !== undefined) addDate(row.asOf);
    for (const value of [row.value, row.min, row.max]) if (value !== undefined) addNumber(value, row.unit);
  }
  for (const event of data.events) {
    for (const date of [event.date, event.start, event.end]) if (date !== undefined) addDate(date);
    addText(`${event.dateText ?? ''} ${event.title} ${event.note ?? ''}`);
  }
  if (data.period) for (const date of [data.period.start, data.period.end]) if (date !== undefined) addDate(date);
  for (const body of data.organisations) addText(`${body.name} ${(body.aliases ?? []).join(' ')} ${body.role}`);
  for (const instrument of data.instruments) {
    if (instrument.date !== undefined) addDate(instrument.date);
    addText(`${instrument.name} ${instrument.role}`);
  }
  for (const table of data.tables) {
    if (table.asOf !== undefined) addDate(table.asOf);
    addText(`${table.caption} ${table.columns.join(' ')}`);
    const cells = [...parseRows(table.rows), ...(table.total?.row === undefined ? [] : [parseRow(table.total.row)])].flat();
    for (const cell of cells) {
      addText(cell);
      const value = cellNumber(cell);
      if (value !== undefined && table.unit !== undefined) for (const unit of table.unit.split(/[,·]\s*/)) addNumber(value, unit);
    }
    for (const column of table.columns) {
      const unit = /\(([^()]+)\)$/.exec(column)?.[1];
      if (unit === undefined) continue;
      const index = table.columns.indexOf(column);
      for (const row of parseRows(table.rows)) {
        const value = cellNumber(row[index] ?? '');
        if (value !== undefined) addNumber(value, unit);
      }
    }
  }
  for (const note of data.notes) for (const reading of note.readings) addText(reading.text);
  for (const pledge of data.pledges) addText(`${pledge.text} ${pledge.code ?? ''}`);
  addText(`${data.title} ${data.subtitle ?? ''}`);
  return values;
}

/** Counted numbers, amounts and dates of a text that no row of the case backs. */
export function createBackingCheck(data: CaseData): (text: string) => Unbacked[] {
  const values = valuesOf(data);
  const backs = ({ kind, keys }: Found) =>
    keys.some((key) => {
      if (kind === '금액') return values.money.has(Number(key));
      if (kind === '날짜') return values.dates.has(String(key));
      return values.numbers.has(String(key));
    });
  return (text) =>
    readClaims(text)
      .filter((claim) => !backs(claim))
      .map(({ kind, text: said }) => ({ kind, text: said.trim() }));
}
