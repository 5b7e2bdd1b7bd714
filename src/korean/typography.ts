/** A run of text; `unbroken` runs must not be parted at the end of a line. */
export interface TextRun {
  text: string;
  unbroken: boolean;
}

/** Longer words may break: an unbroken one must fit a line of a 320 px screen, and a heading in letters of twice the size. */
const LONGEST = 11;

/** A closing mark, bracket, percent or unit sign with Hangul after it: browsers break there in spite of `keep-all`. */
const FRAGILE = /[’”」』〉》)\]%％㎡㎢㎥][가-힣]/;

/** A long word may break before these. */
const OPENING = /(?=[‘“「『〈《([])/;

/**
 * Cuts text into runs so that particles stay with the mark before them (`사업’을`, `168㎡였다`).
 * `word-break: keep-all` does not cover these places, and a word joiner would end up in clipboards and searches.
 */
export function keepTogether(text: string): TextRun[] {
  const runs: TextRun[] = [];
  const pieces = text.split(/(\s+)/).flatMap((piece) => (piece.length > LONGEST ? piece.split(OPENING) : [piece]));
  for (const piece of pieces) {
    if (piece === '') continue;
    const unbroken = piece.length <= LONGEST && FRAGILE.test(piece);
    const last = runs.at(-1);
    if (last && !unbroken && !last.unbroken) last.text += piece;
    else runs.push({ text: piece, unbroken });
  }
  return runs;
}

/** A title as it stands within 「」 or 『』: brackets of its own become 〈〉. */
export function nestBrackets(title: string): string {
  return title.replaceAll(/[「『]/g, '〈').replaceAll(/[」』]/g, '〉');
}

/** Text of at most so many characters: a longer one ends at a word, with an ellipsis. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const space = head.lastIndexOf(' ');
  return `${head.slice(0, space > most / 2 ? space : most - 1)}…`;
}
