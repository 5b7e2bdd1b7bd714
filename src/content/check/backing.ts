import type { CaseData } from '../schema/case.ts';
import { toWon } from '../../korean/amounts.ts';
import { findClaims, type Claim } from '../../korean/claims.ts';
import { cellNumber, parseRow, parseRows } from '../tables.ts';

/** A number or date of the prose that no row of data holds. */
export interface Unbacked {
  kind: Claim['kind'];
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

const digits = (text: string) => text.replaceAll(',', '').replace(/^0+(?=\d)/, '');

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
    for (const claim of findClaims(text)) {
      for (const key of claim.keys) {
        if (claim.kind === '금액') values.money.add(Number(key));
        else if (claim.kind === '수') values.numbers.add(key);
        else if (key.startsWith('--')) values.dates.add(key).add(key.slice(0, 4));
        else addDate(key);
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
  const backs = ({ kind, keys }: Claim) =>
    keys.some((key) => {
      if (kind === '금액') return values.money.has(Number(key));
      return kind === '날짜' ? values.dates.has(key) : values.numbers.has(key);
    });
  return (text) =>
    findClaims(text)
      .filter((claim) => !backs(claim))
      .map(({ kind, text: said }) => ({ kind, text: said }));
}
