/**
 * Ids on a case page. Sections keep the id written in their heading; rows of data carry a prefix by kind,
 * so that a table and a section (or a note and a figure) may share a short id. These are published addresses.
 */
const PREFIX = {
  table: 'table-',
  figure: 'figure-',
  event: 'event-',
  organisation: 'org-',
  instrument: 'instrument-',
  note: 'note-',
} as const;

export type AnchorKind = keyof typeof PREFIX;

export function anchor(kind: AnchorKind, id: string): string {
  return PREFIX[kind] + id;
}

/** Lists of a case whose rows can be linked to, with the kind of their anchors. Budget and figures are one table in print, and one id space. */
export const ROW_ANCHORS = [
  ['budget', 'figure'],
  ['figures', 'figure'],
  ['events', 'event'],
  ['organisations', 'organisation'],
  ['instruments', 'instrument'],
  ['tables', 'table'],
  ['notes', 'note'],
] as const satisfies readonly (readonly [string, AnchorKind])[];

/** Where the mark of a note stands, for the way back from the note. */
export function noteMarkAnchor(id: string): string {
  return `ref-${id}`;
}

/** What of a note comes to its mark. No address: by the number, which is shorter than the id of the note and stands a hundred times on a page. */
export function openNoteId(number: number): string {
  return `open-${String(number)}`;
}

/** Generated sections that old anchors may lead to; they keep old ids in their headings. */
export const GENERATED_SECTION_IDS = ['timeline', 'figures', 'organisations', 'notes', 'cite'] as const;

/** Ids of sections that the page itself makes; a heading of a case must not use them. */
export const RESERVED_SECTION_IDS = [
  'summary',
  'contents',
  'facts',
  'headline',
  'timeline',
  'figures',
  'organisations',
  'press',
  'notes',
  'cite',
  'changes',
  'related',
  'main',
  'theme',
] as const;

/** Beginnings that a section id must not have, because rows of data use them. */
export const RESERVED_PREFIXES = [...Object.values(PREFIX), 'ref-', 'open-', 'change-', 'term-'] as const;

/** Old anchors of a case whose place this id has taken; each stays on the page as an empty element. */
export function oldAnchors(aliases: Readonly<Record<string, string>>, id: string): string[] {
  return Object.keys(aliases).filter((old) => aliases[old] === id);
}

/** Address of a case page, without the base. */
export function casePath(slug: string): `/${string}` {
  return `/cases/${slug}/`;
}

/** What the link of a section or table is called without script; its visible word comes from the style sheet, so that no copy of the text has it. */
export const PERMALINK_LABEL = '링크';
