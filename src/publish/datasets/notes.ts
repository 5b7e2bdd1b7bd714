import type { Note } from '../../content/schema/case.ts';
import { type CaseRow, type Column, defineDataset, identity, orNull, pagesText, placeColumns } from './dataset.ts';

interface ReadingRow extends CaseRow {
  row: Note;
  reading: Note['readings'][number];
  /** 1-based. */
  order: number;
}

const columns: Column<ReadingRow>[] = [
  ...identity<ReadingRow>('note', '메모'),
  {
    name: 'kind',
    title: '유형',
    about: '불일치, 명칭·표기 차이, 계산 차이, 누락, 훼손 가운데 하나.',
    type: 'string',
    read: ({ row }) => row.kind,
  },
  { name: 'topic', title: '무엇', about: '무엇에 대한 메모인지.', type: 'string', read: ({ row }) => row.topic },
  { name: 'reading', title: '번호', about: '같은 메모 안에서 적힌 곳의 번호. 1부터 센다.', type: 'integer', read: ({ order }) => order },
  {
    name: 'page',
    title: '쪽',
    about: '그렇게 적힌 사례집의 쪽. 목차면 ‘목차’.',
    type: 'string',
    read: ({ reading }) => pagesText(reading.page),
  },
  { name: 'text', title: '적힌 것', about: '그 쪽에 어떻게 적혔는지.', type: 'string', read: ({ reading }) => reading.text },
  {
    name: 'comment',
    title: '편집자의 말',
    about: '어떻게 옮겼는지, 또는 알 수 없다는 것. 같은 메모의 행마다 되풀이된다.',
    type: 'string',
    read: ({ row }) => orNull(row.comment),
  },
  {
    name: 'computed',
    title: '계산',
    about: '다시 계산한 합계, 비율, 요일. 같은 메모의 행마다 되풀이된다.',
    type: 'string',
    read: ({ row }) => orNull(row.computed),
  },
  ...placeColumns,
];

export const notesDataset = defineDataset({
  name: 'notes',
  title: '메모',
  about: '한 행이 원문 대조 메모에 적힌 한 곳이다. 메모 하나에 여러 행이 있을 수 있다.',
  key: ['case', 'id', 'reading'],
  columns,
  rows: (cases) =>
    cases.flatMap(({ slug, data }) =>
      data.notes.flatMap((row) => row.readings.map((reading, index) => ({ slug, data, row, reading, order: index + 1 }))),
    ),
});
