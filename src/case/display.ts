/** How rows of data read on a page: amounts, dates, periods, tables. Plain text and numbers, no markup. */
import { everydayAmount, formatNumber } from '../korean/amounts.ts';
import { formatPartialDate, formatSpan } from '../korean/calendar.ts';
import type { Amount, CaseData, CaseEvent, CaseTable, Note, NotePlace } from '../content/schema/case.ts';
import { nestBrackets } from '../korean/typography.ts';
import { cellNumber, parseRow, parseRows } from '../content/tables.ts';
import { fullTitle, quoteTitle } from './titles.ts';

/** An amount cut where a page sets it in two sizes: `약 10~15` and `분 이내`. */
export interface AmountText {
  number: string;
  unit: string;
  /** `약 7천만 원` where the printed unit is not the everyday one. */
  everyday: string | undefined;
}

/** Qualifiers that stand before the number, behind it, or behind the unit. */
const BEFORE = new Set(['약']);
const BEHIND_NUMBER = new Set(['여']);

export function describeAmount(row: Amount): AmountText {
  const { value, min, max, qualifier } = row;
  const plain =
    value !== undefined
      ? formatNumber(value)
      : `${min === undefined ? '' : formatNumber(min)}~${max === undefined ? '' : formatNumber(max)}`;
  const number =
    qualifier === undefined
      ? plain
      : BEFORE.has(qualifier)
        ? `${qualifier} ${plain}`
        : BEHIND_NUMBER.has(qualifier)
          ? plain + qualifier
          : plain;
  // A unit is a word of its own behind 여: 1,500여 명.
  const unit =
    qualifier === undefined || BEFORE.has(qualifier)
      ? row.unit
      : BEHIND_NUMBER.has(qualifier)
        ? ` ${row.unit}`
        : `${row.unit} ${qualifier}`;
  const everyday = value === undefined ? undefined : everydayAmount(value, row.unit);
  return { number, unit, everyday: everyday === undefined ? undefined : qualify(everyday, qualifier) };
}

/** An amount as the source prints it, in one string: `70,000천원`, `약 10~15분 이내`. */
export function printedAmount(row: Amount): string {
  const { number, unit } = describeAmount(row);
  return number + unit;
}

/** An amount within a text: `7천만 원(70,000천원)`, `12개`. */
function writtenAmount(row: Amount): string {
  const { number, unit, everyday } = describeAmount(row);
  return everyday === undefined ? number + unit : `${everyday}(${number}${unit})`;
}

/** An amount in few letters: `7천만 원`, `약 10~15분 이내`. */
export function everydayValue(row: Amount): string {
  return describeAmount(row).everyday ?? printedAmount(row);
}

/** An amount with what it counts: `보조금 7천만 원(70,000천원)`. */
export function labelledAmount(row: Amount): string {
  return `${row.label} ${writtenAmount(row)}`;
}

/** `7천만 원` with the qualifier of the printed amount: 약 7천만 원, 7천만여 원, 7천만 원 이상. */
function qualify(everyday: string, qualifier: Amount['qualifier']): string {
  if (qualifier === undefined) return everyday;
  if (BEFORE.has(qualifier)) return `${qualifier} ${everyday}`;
  return BEHIND_NUMBER.has(qualifier) ? everyday.replace(/ 원$/, `${qualifier} 원`) : `${everyday} ${qualifier}`;
}

/** Rows that a reader sees first, in the order that the author gave them. */
export function headlineRows(data: CaseData): Amount[] {
  const place = ({ headline }: Amount) => headline ?? 0;
  return [...data.budget, ...data.figures].filter((row) => place(row) > 0).sort((a, b) => place(a) - place(b));
}

/** When an event was, in the words of the source where ISO cannot say it. */
export function describeWhen(event: CaseEvent): string {
  if (event.dateText !== undefined) return event.dateText;
  if (event.date !== undefined) return formatPartialDate(event.date);
  return event.start === undefined ? '' : formatSpan(event.start, event.end);
}

/**
 * The date that a happening carries for machines: the day itself or the beginning of a span. On the page of a case it stands in `<data>`: Zotero takes
 * the first `<time>` for the date of the case, whatever happened then.
 */
export function machineDate(event: CaseEvent): string {
  return event.date ?? event.start ?? '';
}

/** Events in the order of time; equal dates keep the order of the file. A year stands before its months. */
export function sortEvents(events: readonly CaseEvent[]): CaseEvent[] {
  return events
    .map((event, index) => ({ event, index }))
    .sort((a, b) => {
      const x = machineDate(a.event);
      const y = machineDate(b.event);
      return x < y ? -1 : x > y ? 1 : a.index - b.index;
    })
    .map(({ event }) => event);
}

export function describePeriod({ start, end, ongoing }: NonNullable<CaseData['period']>): string {
  if (end !== undefined) return formatSpan(start, end);
  return ongoing === true ? `${formatPartialDate(start)}부터 계속` : `${formatPartialDate(start)}부터`;
}

/** A note with the number by which a page calls it. */
export interface NumberedNote extends Note {
  number: number;
}

export function numberNotes(data: CaseData): NumberedNote[] {
  return data.notes.map((note, index) => ({ ...note, number: index + 1 }));
}

/** Notes whose mark stands outside the prose, by place: `sector`, `table:floors`. */
export function notesAt(
  notes: readonly NumberedNote[],
  place: NotePlace | `${'table' | 'figure' | 'event' | 'organisation' | 'instrument'}:${string}`,
): NumberedNote[] {
  return notes.filter((note) => note.at === place);
}

/** One cell of a table as set: several items become a list. */
export interface TableCell {
  items: string[];
  isEmpty: boolean;
}

export interface TableRow {
  cells: TableCell[];
  /** Rows of the same group under this one, itself included; 0 for the rows below the first. */
  span: number;
  /** Begins with the cell that the row before it begins with: said to machines, shown once. */
  again: boolean;
}

export interface TableLayout {
  rows: TableRow[];
  total: TableCell[] | undefined;
  /** Columns of numbers, set flush right. */
  numeric: boolean[];
  /** Columns of so few characters that they stand on one line: 회차, 연번. */
  short: boolean[];
  /** `pairs`: two columns, the first grouped. `rows`: each row becomes a block on a phone. `grid`: stays a grid. */
  kind: 'pairs' | 'rows' | 'grid';
  /** Takes the note margin too. */
  wide: boolean;
}

/** A grid of so few and so short cells fits a phone as it is. */
const PHONE_COLUMNS = 4;
const PHONE_CHARACTERS = 30;
/** Tables of more columns do not fit a page side by side: their cells carry the names of their columns at every width. */
export const MOST_COLUMNS = 12;
/** Characters. */
const SHORT = 5;

/** Decides how a table is set from what it holds, so that authors need not. */
export function layoutTable(table: CaseTable): TableLayout {
  const source = parseRows(table.rows);
  const toCell = (text: string): TableCell => ({ items: text.split(' / '), isEmpty: text === '-' || text === '' });
  const numeric = table.columns.map(
    (_, index) =>
      index > 0 &&
      source.some((row) => cellNumber(row[index] ?? '') !== undefined) &&
      source.every((row) => row[index] === '-' || cellNumber(row[index] ?? '') !== undefined),
  );
  const longest = table.columns.map((column, index) => Math.max(column.length, ...source.map((row) => (row[index] ?? '').length)));
  const isPairs =
    table.columns.length === 2 && !(numeric[1] ?? false) && source.some((row, index) => index > 0 && row[0] === source[index - 1]?.[0]);
  const fits = table.columns.length <= PHONE_COLUMNS && longest.reduce((sum, length) => sum + length, 0) <= PHONE_CHARACTERS;
  const isGrouped = table.columns.length <= MOST_COLUMNS;
  const continues = (index: number) => index > 0 && source[index]?.[0] !== '-' && source[index]?.[0] === source[index - 1]?.[0];
  const spanFrom = (start: number) => {
    let end = start + 1;
    while (end < source.length && continues(end)) end += 1;
    return end - start;
  };
  return {
    rows: source.map((row, index) => ({
      cells: row.map(toCell),
      span: !isPairs ? 1 : continues(index) ? 0 : spanFrom(index),
      again: !isPairs && isGrouped && continues(index),
    })),
    total: table.total?.row === undefined ? undefined : parseRow(table.total.row).map(toCell),
    numeric,
    short: longest.map((length) => length <= SHORT),
    kind: isPairs ? 'pairs' : fits ? 'grid' : 'rows',
    wide: table.columns.length >= 6 || longest.reduce((sum, length) => sum + Math.min(length, 40), 0) > 150,
  };
}

/** Name of the section that lists a case's organisations and instruments, by which of them it has. */
export function organisationsTitle({ organisations, instruments }: Pick<CaseData, 'organisations' | 'instruments'>): string {
  return [...(organisations.length > 0 ? ['조직'] : []), ...(instruments.length > 0 ? ['제도·사업'] : [])].join('과 ');
}

/** The case as a chapter of the printed book, without pages: what stands before the page of a copied table. */
export function nameInBook(data: CaseData, book: { title: string; part: string }): string {
  return `${data.province} ${data.municipality}, ${quoteTitle(fullTitle(data))}, 『${nestBrackets(book.title)}』, ${book.part},`;
}
