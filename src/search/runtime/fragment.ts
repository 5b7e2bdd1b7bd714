/**
 * Words of a passage for the text fragment of its link, so that a browser shows the very place: only such as stand on the page for the first
 * time. Without them the link leads to the passage's id.
 */

/** A part of the line that was found. */
interface Found {
  readonly start: number;
  readonly end: number;
}

/**
 * @param line text of the passage's line
 * @param found parts of it, the first one first
 * @param firsts of the line (`index/page-text.ts`)
 * @returns whole words of the line, from the first part that has such; undefined where none has
 */
export function chooseFragment(line: string, found: readonly Found[], firsts: string): string | undefined {
  const words = line.split(' ');
  for (const { start } of found) {
    const at = line.slice(0, start).split(' ').length - 1;
    const count = Number(firsts[at] ?? 0);
    if (count > 0) return words.slice(at, at + count).join(' ');
  }
  return undefined;
}
