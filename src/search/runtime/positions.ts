/**
 * Index positions say by themselves where they lie: which passage, which block of text. Pagefind stores a position and a weight for every occurrence, so
 * that no table of passages has to be fetched; the weight says which field it is.
 *
 * The positions of a case are three zones: the lead, which is one passage; texts, where a passage is a window of `WINDOW` positions (a longer section
 * takes several, each with its heading repeated); rows of the generated tables, each at a multiple of `ROW`. What is left over stays empty.
 */

/** What a passage or a part of one is. The place in the list is its number in the index; Pagefind knows weights from 1 to 10. */
export const FIELDS = ['lead', 'heading', 'body', 'table', 'figure', 'event', 'organisation', 'instrument', 'note', 'ask'] as const;
export type Field = (typeof FIELDS)[number];

/** Index positions; multiples of one another. */
export const WINDOW = 128;
export const ROW = 64;
/** Positions whose text lies in one file. */
const BLOCK = 512;

/** Where the zones of a case begin. */
export interface Zones {
  /** The lead ends here. */
  readonly texts: number;
  readonly rows: number;
}

/** The passage that a position lies in, by the position where it begins. */
export function passageAt(position: number, { texts, rows }: Zones): number {
  if (position < texts) return 0;
  return position < rows ? position - (position % WINDOW) : position - ((position - rows) % ROW);
}

/** Number of the block that holds the text of a position. */
export function blockAt(position: number): number {
  return Math.floor(position / BLOCK);
}

/** An occurrence as one number: position and field. */
export type Place = number;

const SPAN = 16;

export function toPlace(position: number, field: number): Place {
  return position * SPAN + field;
}

export function positionOf(place: Place): number {
  return Math.floor(place / SPAN);
}

/** Number of the field in `FIELDS`. */
export function fieldOf(place: Place): number {
  return place % SPAN;
}
