/** All editor's notes in one table: where the casebook contradicts itself, case by case. */
import { toCsv } from './csv.ts';
import { numberNotes, type NumberedNote } from '../case/display.ts';
import type { CaseData } from '../content/schema/case.ts';

/** The notes of one case, with the numbers that its page gives them. */
export interface Errata {
  slug: string;
  /** `부산광역시 연제구` */
  place: string;
  title: string;
  notes: NumberedNote[];
}

export function collectErrata(cases: readonly { slug: string; data: CaseData }[]): Errata[] {
  return cases.map(({ slug, data }) => ({
    slug,
    place: `${data.province} ${data.municipality}`,
    title: data.title,
    notes: numberNotes(data),
  }));
}

/** How many notes there are of each kind, in the order of the vocabulary; kinds without notes count 0. */
export function countKinds(notes: readonly NumberedNote[], kinds: readonly { name: string }[]): { kind: string; count: number }[] {
  return kinds.map(({ name }) => ({ kind: name, count: notes.filter((note) => note.kind === name).length }));
}

/**
 * The table as CSV (UTF-8 with BOM): one line a reading, so that every page has a cell of its own.
 * @param linkTo address of a note on the page of its case
 */
export function errataCsv(errata: readonly Errata[], linkTo: (slug: string, note: string) => string): string {
  const records = errata.flatMap(({ slug, place, title, notes }) =>
    notes.flatMap((note) =>
      note.readings.map((reading) => [
        place,
        title,
        note.number,
        note.kind,
        note.topic,
        String(reading.page),
        reading.text,
        note.comment ?? null,
        note.computed ?? null,
        linkTo(slug, note.id),
      ]),
    ),
  );
  return toCsv(['지자체', '사례', '메모 번호', '유형', '무엇', '쪽', '적힌 대로', '설명', '계산', '링크'], records);
}
