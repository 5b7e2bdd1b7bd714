/** A table or chart as what goes onto the clipboard: tabs for spreadsheets, a plain table for word processors, both with title and source. Pure. */

export interface Copied {
  title: string;
  /** What a chart shows, in words; absent for a table. */
  words?: string;
  /** The head first. */
  rows: readonly (readonly string[])[];
  /** Citation, page and address, a line each. */
  source: readonly string[];
}

const clean = (cell: string) => cell.replaceAll(/\s+/g, ' ').trim();

/** A spreadsheet must not run what it is given: a text that looks like a formula gets an apostrophe, a number stays one. */
function harmless(cell: string): string {
  return /^[=+\-@]./.test(cell) && !/^[+-]?[\d,]+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

export function toPlainText({ title, words, rows, source }: Copied): string {
  const lines = rows.map((row) => row.map((cell) => harmless(clean(cell))).join('\t'));
  return [title, ...(words === undefined ? [] : [words]), ...lines, ...source].join('\r\n');
}

export function toHtml({ title, words, rows, source }: Copied): string {
  const escape = (text: string) => clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
  const [head = [], ...body] = rows;
  return [
    `<p><b>${escape(title)}</b></p>`,
    ...(words === undefined ? [] : [`<p>${escape(words)}</p>`]),
    `<table border="1">${row(head, 'th')}${body.map((cells) => row(cells, 'td')).join('')}</table>`,
    ...source.map((line) => `<p>${escape(line)}</p>`),
  ].join('');
}
