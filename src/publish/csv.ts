/** CSV by RFC 4180: UTF-8, CRLF, every text quoted. */

/** What a cell may hold; `null` is an empty cell. */
export type CsvValue = string | number | boolean | null;

/**
 * Who opens a file. A spreadsheet wants a byte order mark, runs texts that look like formulas and turns some into dates; a program wants
 * nothing but the values.
 */
export type CsvReader = 'spreadsheet' | 'program';

const BOM = '\ufeff';

/** What a spreadsheet would take for a formula. A text that is nothing but a number stays one. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
/** What it would take for a day that the text does not name: `3-3-1`, `10-12`, `2016-11`. A whole date comes out as the same date. */
const FALSE_DATE = /^(?:\d{1,2}[-/]\d{1,2}(?:[-/]\d{1,4})?|\d{4}[-/]\d{1,2})$/;

/**
 * One cell. Line breaks and tabs become spaces, so that a record is always one line. For spreadsheets, texts that would be run as a formula
 * (OWASP, “CSV Injection”) or become another date get an apostrophe before them. Numbers and truth values are written bare.
 */
export function csvCell(value: CsvValue, reader: CsvReader = 'spreadsheet'): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const isMisread = (FORMULA.test(value) && !NUMBER.test(value)) || FALSE_DATE.test(value);
  const written = reader === 'spreadsheet' && isMisread ? `'${value}` : value;
  return `"${written.replaceAll(/[\t\r\n]+/g, ' ').replaceAll('"', '""')}"`;
}

/** A whole file: the header, then the records. */
export function toCsv(header: readonly string[], records: readonly (readonly CsvValue[])[], reader: CsvReader = 'spreadsheet'): string {
  const lines = [header, ...records].map((record) => `${record.map((value) => csvCell(value, reader)).join(',')}\r\n`);
  return (reader === 'spreadsheet' ? BOM : '') + lines.join('');
}
