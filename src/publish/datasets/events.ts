import { eventEnd } from '../../case/events.ts';
import type { CaseEvent } from '../../content/schema/case.ts';
import { firstDay, lastDay } from '../../korean/span.ts';
import { type CaseRow, type Column, defineDataset, identity, orNull, page, placeColumns } from './dataset.ts';

interface EventRow extends CaseRow {
  row: CaseEvent;
}

const columns: Column<EventRow>[] = [
  ...identity<EventRow>('event', '일'),
  {
    name: 'date',
    title: '날짜',
    about: '하루나 한 달, 한 해의 일. 2016, 2016-11, 2016-11-01처럼 적힌 만큼만 적는다. 기간이면 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(row.date),
  },
  { name: 'start', title: '시작', about: '기간의 시작. 날짜와 같은 형식.', type: 'string', read: ({ row }) => orNull(row.start) },
  {
    name: 'end',
    title: '끝',
    about: '기간의 끝. 끝을 밝히지 않았으면 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(eventEnd(row)),
  },
  {
    name: 'date_text',
    title: '적힌 시기',
    about: '‘2017년 6월 초’처럼 날짜로 적을 수 없는 말.',
    type: 'string',
    read: ({ row }) => orNull(row.dateText),
  },
  {
    name: 'first_day',
    title: '이를 수 있는 첫날',
    about: '정렬하려고 계산한 날. 2016이면 2016-01-01.',
    type: 'string',
    read: ({ row }) => orNull(firstDay(row.date ?? row.start ?? '')),
  },
  {
    name: 'last_day',
    title: '늦을 수 있는 끝날',
    about: '계산한 날. 2016이면 2016-12-31. 끝이 열려 있으면 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(lastDay(row.date ?? eventEnd(row) ?? '')),
  },
  { name: 'title', title: '일', about: '무슨 일이 있었는지.', type: 'string', read: ({ row }) => row.title },
  {
    name: 'planned',
    title: '예정',
    about: '사례집이 앞으로의 일로 적었으면 true. false는 그런 표시가 없다는 뜻이며, 실제로 있었는지는 확인하지 않았다.',
    type: 'boolean',
    read: ({ row }) => row.planned === true,
  },
  page,
  { name: 'note', title: '덧붙임', about: '일을 읽는 데 필요한 말.', type: 'string', read: ({ row }) => orNull(row.note) },
  ...placeColumns,
];

export const eventsDataset = defineDataset({
  name: 'events',
  title: '연표',
  about: '한 행이 날짜가 있는 일 하나다.',
  key: ['case', 'id'],
  columns,
  rows: (cases) => cases.flatMap(({ slug, data }) => data.events.map((row) => ({ slug, data, row }))),
});
