import type { Instrument } from '../../content/schema/case.ts';
import { type CaseRow, type Column, defineDataset, identity, orNull, page, placeColumns } from './dataset.ts';

interface InstrumentRow extends CaseRow {
  row: Instrument;
}

const columns: Column<InstrumentRow>[] = [
  ...identity<InstrumentRow>('instrument', '제도·사업'),
  {
    name: 'kind',
    title: '유형',
    about: '법률, 조례, 규칙, 제도, 계획, 협약, 사업, 인증 가운데 하나.',
    type: 'string',
    read: ({ row }) => row.kind,
  },
  { name: 'name', title: '이름', about: '사례집에 적힌 이름.', type: 'string', read: ({ row }) => row.name },
  {
    name: 'date',
    title: '시기',
    about: '만들거나 맺은 때. 밝히지 않았으면 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(row.date),
  },
  { name: 'role', title: '내용', about: '무엇을 정했는지 한 문장으로.', type: 'string', read: ({ row }) => row.role },
  page,
  ...placeColumns,
];

export const instrumentsDataset = defineDataset({
  name: 'instruments',
  title: '제도·사업',
  about: '한 행이 법률, 조례, 규칙, 제도, 계획, 협약, 사업, 인증 하나다.',
  key: ['case', 'id'],
  columns,
  rows: (cases) => cases.flatMap(({ slug, data }) => data.instruments.map((row) => ({ slug, data, row }))),
});
