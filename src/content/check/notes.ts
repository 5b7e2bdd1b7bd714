import { nearest } from '../../korean/nearest.ts';
import { suggest } from '../explain.ts';
import { NOTE_PLACES, type CaseData } from '../schema/case.ts';
import { checkTags } from './placing.ts';
import type { CheckedCase, Report } from './subject.ts';

/** Every note hangs on one place: its mark in the prose, or the row or fact that `at` names. */
export function checkNotes({ data, body }: CheckedCase, report: Report): void {
  const places = noteTargets(data);
  const meant = checkTags(body, 'Note', data.notes, report);
  data.notes.forEach((note, index) => {
    const path = ['notes', index];
    const field = `notes.${note.id}`;
    const fix = `본문에 <Note id="${note.id}" />를 한 번 두거나, 본문 밖이면 ‘at: sector’처럼 위치를 적으세요. 둘 가운데 하나만 하세요.`;
    const [first, ...again] = body.tags.filter((tag) => tag.name === 'Note' && tag.id === note.id);
    if (note.at !== undefined && !places.includes(note.at)) {
      const shown = [...NOTE_PLACES, ...['table', 'figure', 'event', 'organisation', 'instrument'].map((kind) => `${kind}:그 id`)];
      report.at(
        [...path, 'at'],
        `${field}.at`,
        `‘${note.at}’: 이 사례에 없는 위치입니다.`,
        suggest(nearest(note.at, places), '위치', shown),
      );
    }
    if (first === undefined && note.at === undefined && !meant.has(note.id)) report.at(path, field, '메모를 단 위치가 없습니다.', fix);
    if (first !== undefined && note.at !== undefined)
      report.at([...path, 'at'], `${field}.at`, '메모를 본문과 at의 두 곳에 달았습니다.', fix);
    for (const tag of again) report.line(tag.line, '본문', `메모 ‘${note.id}’: 본문의 두 곳에 달았습니다.`, fix);
  });
}

/** Everything that a note's `at` may name. */
function noteTargets(data: CaseData): string[] {
  return [
    ...NOTE_PLACES,
    ...data.tables.map(({ id }) => `table:${id}`),
    ...[...data.budget, ...data.figures].map(({ id }) => `figure:${id}`),
    ...data.events.map(({ id }) => `event:${id}`),
    ...data.organisations.map(({ id }) => `organisation:${id}`),
    ...data.instruments.map(({ id }) => `instrument:${id}`),
  ];
}
