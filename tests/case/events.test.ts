import { expect, test } from 'vitest';
import { listEvents } from '../../src/case/events.ts';
import { UNIT_GROUPS, unitGroupOf } from '../../src/case/unit-groups.ts';
import { firstDay, lastDay } from '../../src/korean/span.ts';
import { cases } from './cases.ts';

test('events of all cases stand in the order of time, a year before its months', () => {
  const events = listEvents(cases);
  const dates = events.map(({ row }) => row.date ?? row.start ?? '');
  expect(dates).toEqual([...dates].sort());
  expect(events.length).toBe(cases.reduce((sum, { data }) => sum + data.events.length, 0));
  expect([firstDay('2016-02'), lastDay('2016-02'), lastDay('2015'), firstDay('2016-02-30')]).toEqual([
    '2016-02-01',
    '2016-02-29',
    '2015-12-31',
    undefined,
  ]);
});

test('units fall into groups, money by its worth in won', () => {
  expect(['천원', '백만 원', '억 달러', '명', '개 기업', '회', '%', '개월', '㎡', '자루'].map(unitGroupOf)).toEqual([
    'money',
    'money',
    'money',
    'people',
    'bodies',
    'times',
    'share',
    'time',
    'area',
    'other',
  ]);
  expect(UNIT_GROUPS.at(-1)?.id).toBe('other');
});
