import { parsePartialDate } from '../../korean/calendar.ts';
import type { CheckedCase, Report } from './subject.ts';

const START_AND_END = 'start와 end를 다시 확인하세요.';

const inOrder = (start: string | undefined, end: string | undefined): boolean =>
  start === undefined || end === undefined || start.slice(0, end.length) <= end;

/** Spans run forwards, and what readers see of a date agrees with its ISO form. */
export function checkTime({ data }: CheckedCase, { at }: Report): void {
  data.events.forEach((event, index) => {
    const field = `events.${event.id}`;
    const parts = parsePartialDate(event.date ?? event.start ?? '');
    for (const [unit, part] of [
      ['년', parts?.year],
      ['월', parts?.month],
    ] as const) {
      const said = new RegExp(`(\\d+)${unit}`).exec(event.dateText ?? '')?.[1];
      if (said !== undefined && part !== undefined && Number(said) !== part)
        at(
          ['events', index, 'dateText'],
          `${field}.dateText`,
          `‘${said}${unit}’: date나 start에 적은 ${String(part)}${unit}과 다릅니다.`,
          '둘 가운데 틀린 것을 사례집대로 고치세요.',
        );
    }
    if (!inOrder(event.start, event.end)) at(['events', index, 'end'], field, '끝이 시작보다 이릅니다.', START_AND_END);
  });
  if (data.period && !inOrder(data.period.start, data.period.end))
    at(['period', 'end'], 'period', '끝이 시작보다 이릅니다.', START_AND_END);
}

/** The catalogue's own days: nothing lies in the future, no change before publication. */
export function checkPublication({ data, today }: CheckedCase, { at }: Report): void {
  if (data.published > today) at(['published'], 'published', `등록일이 오늘(${today})보다 뒤입니다.`, '실제로 등록한 날을 적으세요.');
  data.changes.forEach((change, index) => {
    const path = ['changes', index, 'date'];
    const field = `changes.${String(index + 1)}.date`;
    if (change.date > today) at(path, field, `수정일이 오늘(${today})보다 뒤입니다.`, '실제로 수정한 날을 적으세요.');
    if (change.date < data.published) at(path, field, '수정일이 등록일보다 이릅니다.', 'published나 date를 다시 확인하세요.');
  });
}

/** `updated` repeats the day of the last change. */
export function checkUpdated({ data }: CheckedCase, { at }: Report): void {
  const last = data.changes
    .map((change) => change.date)
    .sort()
    .at(-1);
  if (data.updated === last) return;
  at(
    [data.updated === undefined ? 'changes' : 'updated'],
    'updated',
    'updated가 마지막 수정일과 다릅니다.',
    last === undefined ? 'changes에 수정한 내용을 적거나 updated를 지우세요.' : `‘updated: "${last}"’로 적으세요.`,
  );
}
