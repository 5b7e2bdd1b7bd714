/** What a case file states, one piece at a time, with the field that states it. */
import type { CaseData } from '../schema/case.ts';
import type { CaseBody } from '../prose.ts';
import { cellNumber, parseRow, parseRows } from '../tables.ts';

export interface Statement {
  /** `figures.coupons`, `tables.floors`, `본문`. */
  readonly field: string;
  readonly text: string;
  /** A number that carries its own unit. */
  readonly amount?: { readonly value: number; readonly unit: string };
  /** An ISO date. */
  readonly date?: string;
  /** Written by the editor, and not a name, title or cell taken from the book: must not stand word for word in it. */
  readonly prose: boolean;
}

/** Everything but what the editor computed or commented, and pages. */
export function readStatements(data: CaseData, body: CaseBody): readonly Statement[] {
  const found: Statement[] = [];
  const add = (field: string, prose: boolean, ...texts: (string | undefined)[]): void => {
    for (const text of texts) if (text !== undefined) found.push({ field, text, prose });
  };
  const addAmount = (field: string, value: number | undefined, unit: string): void => {
    if (value !== undefined) found.push({ field, text: `${String(value)}${unit}`, amount: { value, unit }, prose: false });
  };
  const addDate = (field: string, ...dates: (string | undefined)[]): void => {
    for (const date of dates) if (date !== undefined) found.push({ field, text: date, date, prose: false });
  };

  add('title', false, data.title, data.subtitle);
  for (const pledge of data.pledges) add('pledges', false, pledge.text);
  add('summary', true, data.summary);
  for (const ask of data.asks) add('asks', true, ask.text);
  if (data.period) addDate('period', data.period.start, data.period.end);
  for (const list of ['budget', 'figures'] as const) {
    for (const row of data[list]) {
      const field = `${list}.${row.id}`;
      add(field, false, row.label);
      add(field, true, row.note);
      for (const value of [row.value, row.min, row.max]) addAmount(field, value, row.unit);
      addDate(field, row.asOf);
    }
  }
  for (const event of data.events) {
    const field = `events.${event.id}`;
    addDate(field, event.date, event.start, event.end);
    add(field, false, event.dateText, event.title);
    add(field, true, event.note);
  }
  for (const organisation of data.organisations) {
    add(`organisations.${organisation.id}`, false, organisation.name, ...(organisation.aliases ?? []));
    add(`organisations.${organisation.id}`, true, organisation.role);
  }
  for (const instrument of data.instruments) {
    add(`instruments.${instrument.id}`, false, instrument.name);
    add(`instruments.${instrument.id}`, true, instrument.role);
    addDate(`instruments.${instrument.id}`, instrument.date);
  }
  for (const table of data.tables) addTable(table, add, addAmount, addDate);
  for (const note of data.notes) for (const reading of note.readings) add(`notes.${note.id}`, true, reading.text);
  for (const { text } of body.texts) add('본문', true, text);
  for (const { title } of body.sections) add('본문', false, title);
  return found;
}

/** Cells state their number with the unit of their column or table. */
function addTable(
  table: CaseData['tables'][number],
  add: (field: string, prose: boolean, ...texts: string[]) => void,
  addAmount: (field: string, value: number, unit: string) => void,
  addDate: (field: string, date: string | undefined) => void,
): void {
  const field = `tables.${table.id}`;
  add(field, false, table.caption, ...table.columns);
  addDate(field, table.asOf);
  const units = table.columns.map((column) => /\(([^()]+)\)$/.exec(column)?.[1] ?? table.unit);
  for (const row of [...parseRows(table.rows), ...(table.total?.row === undefined ? [] : [parseRow(table.total.row)])]) {
    row.forEach((cell, index) => {
      const value = cellNumber(cell);
      const bare = /^[\d,.\s△-]+$/.test(cell);
      if (value === undefined || !bare || units[index] === undefined) add(field, false, cell);
      else for (const unit of units[index].split(/[,·]\s*/)) addAmount(field, value, unit);
    });
  }
}
