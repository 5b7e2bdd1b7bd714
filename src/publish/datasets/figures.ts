import { listFigures, type FigureOfCase } from '../../case/figures.ts';
import { everydayAmount, toWon } from '../../korean/amounts.ts';
import { type Column, defineDataset, identity, orNull, page, placeColumns } from './dataset.ts';

const won = (value: number | undefined, unit: string) => (value === undefined ? null : orNull(toWon(value, unit)));

const columns: Column<FigureOfCase>[] = [
  ...identity<FigureOfCase>('figure', '수치'),
  {
    name: 'kind',
    title: '유형',
    about: '예산은 주거나 쓰거나 쓰려던 돈이다. 나머지는 현황, 투입, 산출, 성과, 목표 가운데 하나다.',
    type: 'string',
    read: ({ kind }) => kind,
  },
  { name: 'label', title: '항목', about: '무엇을 센 수인지.', type: 'string', read: ({ row }) => row.label },
  {
    name: 'value',
    title: '값',
    about: '적힌 단위 그대로의 수. 범위로 적힌 것은 비어 있고 min과 max가 있다.',
    type: 'number',
    read: ({ row }) => orNull(row.value),
  },
  { name: 'min', title: '범위의 아래 끝', about: '10~15분의 10.', type: 'number', read: ({ row }) => orNull(row.min) },
  { name: 'max', title: '범위의 위 끝', about: '10~15분의 15.', type: 'number', read: ({ row }) => orNull(row.max) },
  { name: 'unit', title: '단위', about: '사례집에 적힌 그대로. 천원, 명, ㎡ 따위.', type: 'string', read: ({ row }) => row.unit },
  {
    name: 'qualifier',
    title: '어림',
    about: '약, 여, 이상, 이하, 이내, 미만, 초과 가운데 하나. 딱 떨어지는 수면 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(row.qualifier),
  },
  {
    name: 'value_won',
    title: '원으로 바꾼 값',
    about: '단위가 원, 천원, 만원, 백만원, 억원처럼 금액일 때만 적는다. 물가의 변화는 반영하지 않았다.',
    type: 'integer',
    read: ({ row }) => won(row.value, row.unit),
  },
  {
    name: 'everyday',
    title: '일상 단위로 옮긴 값',
    about: '70,000천원이면 ‘7천만 원’. 금액이 아니거나 적힌 형식과 같으면 비어 있다.',
    type: 'string',
    read: ({ row }) => (row.value === undefined ? null : orNull(everydayAmount(row.value, row.unit))),
  },
  {
    name: 'as_of',
    title: '기준 시점',
    about: '언제의 수인지. 2016, 2016-11, 2016-11-01처럼 적힌 만큼만 적는다. 밝히지 않은 것은 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(row.asOf),
  },
  page,
  { name: 'note', title: '덧붙임', about: '수를 읽는 데 필요한 말.', type: 'string', read: ({ row }) => orNull(row.note) },
  ...placeColumns,
];

export const figuresDataset = defineDataset({
  name: 'figures',
  title: '수치',
  about: '한 행이 인용할 만한 수 하나다. 예산을 앞에 둔다.',
  key: ['case', 'id'],
  columns,
  rows: listFigures,
});
