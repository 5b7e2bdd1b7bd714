import { describe, expect, test } from 'vitest';
import {
  describeAmount,
  describePeriod,
  describeWhen,
  headlineRows,
  layoutTable,
  machineDate,
  notesAt,
  numberNotes,
  sortEvents,
} from '../../src/case/display.ts';
import type { CaseTable } from '../../src/content/schema/case.ts';
import { sampleData } from '../content/sample.ts';

describe('amounts', () => {
  const row = { id: 'a', kind: '현황', label: '수', page: 1 };
  test.for([
    [{ value: 70000, unit: '천원' }, '70,000', '천원', '7천만 원'],
    [{ value: 250, unit: '곳', qualifier: '여' }, '250여', ' 곳', undefined],
    [{ value: 30, unit: '명', qualifier: '약' }, '약 30', '명', undefined],
    [{ value: 30, unit: '명', qualifier: '이상' }, '30', '명 이상', undefined],
    [{ min: 10, max: 15, unit: '분', qualifier: '이내' }, '10~15', '분 이내', undefined],
    [{ min: 10, unit: '명' }, '10~', '명', undefined],
    [{ value: 0, unit: '건' }, '0', '건', undefined],
  ] as const)('%o', ([amount, number, unit, everyday]) => {
    expect(describeAmount({ ...row, ...amount })).toEqual({ number, unit, everyday });
  });

  test('headline rows stand in the order of the author', () => {
    expect(headlineRows(sampleData()).map(({ id }) => id)).toEqual(['subsidy', 'members', 'walk']);
    const budget = sampleData().budget.map((row) => ({ ...row, headline: 9 }));
    expect(headlineRows(sampleData({ budget })).map(({ id }) => id)).toEqual(['members', 'walk', 'subsidy']);
  });
});

describe('time', () => {
  const event = { id: 'e', title: '일', page: 1 };

  test('the words of the source win', () => {
    expect(describeWhen({ ...event, date: '2017-06', dateText: '2017년 6월 초' })).toBe('2017년 6월 초');
    expect(describeWhen({ ...event, date: '2017-06-01' })).toBe('2017년 6월 1일');
    expect(describeWhen({ ...event, start: '2017-05', end: '2017-06' })).toBe('2017년 5월 ~ 6월');
    expect(describeWhen({ ...event, start: '2017-05' })).toBe('2017년 5월 ~');
  });

  test('machines read a day or the beginning of a span', () => {
    expect(machineDate({ ...event, date: '2017-06' })).toBe('2017-06');
    expect(machineDate({ ...event, start: '2017-05', end: '2017-06' })).toBe('2017-05');
  });

  test('events stand in the order of time; equal dates keep the order of the file; a year stands before its months', () => {
    const of = (id: string, date: string) => ({ ...event, id, date });
    const order = sortEvents([of('d', '2017-02'), of('b', '2016-12-31'), of('c', '2017'), of('e', '2017-02'), of('a', '2015')]);
    expect(order.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('periods: closed, open, continuing', () => {
    expect(describePeriod({ start: '2015', end: '2017', page: 1 })).toBe('2015년 ~ 2017년');
    expect(describePeriod({ start: '2016-11', ongoing: true, page: 1 })).toBe('2016년 11월부터 계속');
    expect(describePeriod({ start: '2016-11', page: 1 })).toBe('2016년 11월부터');
  });
});

test('notes are counted from 1 and found by the place they hang on', () => {
  const note = { kind: '이름', topic: '이름', readings: [{ page: 1, text: '가' }] };
  const notes = numberNotes(
    sampleData({
      notes: [
        { ...note, id: 'a' },
        { ...note, id: 'b', at: 'table:sales' },
      ],
    }),
  );
  expect(notes.map(({ number }) => number)).toEqual([1, 2]);
  expect(notesAt(notes, 'table:sales').map(({ id }) => id)).toEqual(['b']);
  expect(notesAt(notes, 'sector')).toEqual([]);
});

describe('tables are set by what they hold', () => {
  const table = (columns: string[], rows: string, more: Partial<CaseTable> = {}): CaseTable => ({
    id: 't',
    caption: '표',
    page: 1,
    columns,
    rows,
    ...more,
  });

  test('columns of numbers are flush right, the first column never', () => {
    const { numeric } = layoutTable(table(['해', '수', '말'], '| 2015 | 1,234 | 가 |\n| 2016 | - | 나 |'));
    expect(numeric).toEqual([false, true, false]);
  });

  test('two columns with a repeated first cell become groups', () => {
    const { kind, rows } = layoutTable(table(['분야', '사업'], '| 공익 | 가 |\n| 공익 | 나 |\n| 시장 | 다 |'));
    expect(kind).toBe('pairs');
    expect(rows.map(({ span }) => span)).toEqual([2, 0, 1]);
  });

  test('any column of heads that repeat is said once a group, but what is missing is no group', () => {
    const { kind, rows } = layoutTable(
      table(['전략', '번호', '과제'], '| 가 | 1 | 라 |\n| 가 | 2 | 마 |\n| - | 3 | 바 |\n| - | 4 | 사 |\n| 가 | 5 | 아 |'),
    );
    expect(kind).toBe('grid');
    expect(rows.map(({ again }) => again)).toEqual([false, true, false, false, false]);
    expect(rows[1]?.cells[0]?.items).toEqual(['가']);
  });

  test('columns of few letters stay on one line', () => {
    expect(layoutTable(table(['회차', '내용'], '| 1차 | 마을과 함께 |')).short).toEqual([true, false]);
  });

  test('a small table stays a grid on a phone, a wordy one becomes rows', () => {
    expect(layoutTable(table(['해', '수'], '| 2015 | 3 |')).kind).toBe('grid');
    expect(layoutTable(table(['대상', '방법'], `| 주민 | ${'가'.repeat(40)} |`)).kind).toBe('rows');
    expect(layoutTable(table(['가', '나', '다', '라', '마', '바'], '| 1 | 2 | 3 | 4 | 5 | 6 |')).wide).toBe(true);
  });

  test('a cell of several items is a list; a dash is no item', () => {
    const { rows, total } = layoutTable(
      table(['대상', '매체'], '| 주민 | 현수막 / 홍보지 |\n| 언론 | - |', { total: { row: '| 계 | 2 |' } }),
    );
    expect(rows[0]?.cells[1]).toEqual({ items: ['현수막', '홍보지'], isEmpty: false });
    expect(rows[1]?.cells[1]?.isEmpty).toBe(true);
    expect(total?.map(({ items }) => items[0])).toEqual(['계', '2']);
  });
});
