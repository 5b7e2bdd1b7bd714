/** CSV as spreadsheets and statistics programs both read it: UTF-8 with BOM, CRLF, every text quoted (RFC 4180). */

/** What a cell may hold; `null` is an empty cell. */
export type CsvValue = string | number | boolean | null;

const BOM = '\ufeff';

/** What a spreadsheet would take for a formula. A text that is nothing but a number stays one. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/**
 * One cell. Line breaks and tabs become spaces, so that a record is always one line; texts that a spreadsheet would run as a formula get an
 * apostrophe before them (OWASP, “CSV Injection”). Numbers and truth values are written bare.
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll(/[\t\r\n]+/g, ' ').replaceAll('"', '""')}"`;
}

/** A whole file: the header, then the records. */
export function toCsv(header: readonly string[], records: readonly (readonly CsvValue[])[]): string {
  return BOM + [header, ...records].map((record) => `${record.map(csvCell).join(',')}\r\n`).join('');
}
