/** Korean syllables and jamo take two columns of a terminal. */
const WIDE = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/g;

const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0);

/** Prints rows in columns: the first one to the left, figures to the right. */
export function printTable(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  for (const row of rows) {
    const cells = row.map((cell, column) => {
      const space = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
      return column === 0 ? cell + space : space + cell;
    });
    console.log(cells.join('  ').trimEnd());
  }
}
