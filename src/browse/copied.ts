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

/** A spreadsheet must not run what it is given, as text or as HTML: what looks like a formula gets an apostrophe, a number stays one. */
export function harmless(cell: string): string {
  return /^[=+\-@]./.test(cell) && !/^[+-]?[\d,]+(?:\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}

export function escapeHtml(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

export function toPlainText({ title, words, rows, source }: Copied): string {
  const lines = rows.map((row) => row.map((cell) => harmless(clean(cell))).join('\t'));
  return [title, ...(words === undefined ? [] : [words]), ...lines, ...source].join('\r\n');
}

export function toHtml({ title, words, rows, source }: Copied): string {
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(harmless(clean(cell)))}</${tag}>`).join('')}</tr>`;
  const [head = [], ...body] = rows;
  return [
    `<p><b>${escapeHtml(title)}</b></p>`,
    ...(words === undefined ? [] : [`<p>${escapeHtml(words)}</p>`]),
    `<table border="1">${row(head, 'th')}${body.map((cells) => row(cells, 'td')).join('')}</table>`,
    ...source.map((line) => `<p>${escapeHtml(line)}</p>`),
  ].join('');
}
