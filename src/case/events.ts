import { firstDay, lastDay, spanEnd } from '../korean/span.ts';
import type { ValidCase } from '../content/read.ts';
import { machineDate } from './display.ts';
import type { CaseEvent } from '../content/schema/case.ts';

/** An event as whole days: the earliest day it can have begun, the latest it can have ended; `last` is absent when its end is open. */
export interface EventDays {
  first: string;
  last: string | undefined;
  planned: boolean;
  /** It happened on some day between them, and no more is known. */
  vague: boolean;
}

/** Where a span ends: as written in the file or, where only the printed words say it, as these say. `undefined` when it is open, or no span. */
export function eventEnd({ start, end, dateText }: CaseEvent): string | undefined {
  return end ?? (start === undefined || dateText === undefined ? undefined : spanEnd(dateText, start));
}

/** Characters of `2015-09-25`. */
const WHOLE_DAY = 10;

/** `undefined` for an event without a date, which the content check refuses. */
export function eventDays(event: CaseEvent): EventDays | undefined {
  const { date, start, planned } = event;
  const first = firstDay(date ?? start ?? '');
  if (first === undefined) return undefined;
  return {
    first,
    last: lastDay(date ?? eventEnd(event) ?? ''),
    planned: planned === true,
    vague: date !== undefined && date.length < WHOLE_DAY,
  };
}

/** The year under which an event is listed. */
export function yearOf(event: CaseEvent): string {
  return machineDate(event).slice(0, 4);
}

/** An event of a case. */
export interface EventOfCase extends ValidCase {
  row: CaseEvent;
}

/** The value of the facet `when` that an event has. */
export function whenOf({ planned }: CaseEvent): 'done' | 'planned' {
  return planned === true ? 'planned' : 'done';
}

/** The events of all cases in the order of time; a year stands before its months, and equal dates keep the order of the cases. */
export function listEvents(cases: readonly ValidCase[]): EventOfCase[] {
  return cases
    .flatMap(({ slug, data }) => data.events.map((row) => ({ slug, data, row })))
    .map((one, index) => ({ one, index, when: machineDate(one.row) }))
    .sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.index - b.index))
    .map(({ one }) => one);
}
