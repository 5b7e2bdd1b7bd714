import type { ValidCase } from '../../content/read.ts';
import type { CaseTable } from '../../content/schema/case.ts';
import { cellNumber, parseRow, parseRows } from '../../content/tables.ts';
import { type CaseRow, type Column, defineDataset, identity, orNull, page, placeColumns } from './dataset.ts';

interface CellRow extends CaseRow {
  row: CaseTable;
  /** 1-based; the printed row of sums is the last one. */
  line: number;
  isTotal: boolean;
  column: string;
  text: string;
}

const columns: Column<CellRow>[] = [
  ...identity<CellRow>('table', '표'),
  { name: 'caption', title: '표 제목', about: '표의 이름.', type: 'string', read: ({ row }) => row.caption },
  { name: 'line', title: '행', about: '표 안의 행 번호. 1부터 센다.', type: 'integer', read: ({ line }) => line },
  {
    name: 'is_total',
    title: '합계 행',
    about: '사례집에 적힌 합계 행이면 true. 합계가 맞지 않는 것도 적힌 대로 두었다.',
    type: 'boolean',
    read: ({ isTotal }) => isTotal,
  },
  { name: 'column', title: '열', about: '열의 이름.', type: 'string', read: ({ column }) => column },
  {
    name: 'text',
    title: '칸',
    about: '칸에 적힌 문자열. 빈칸이면 비어 있다.',
    type: 'string',
    read: ({ text }) => (text === '-' ? null : text),
  },
  {
    name: 'value',
    title: '칸의 수',
    about: '칸이 수 하나일 때 쉼표와 단위를 뺀 값.',
    type: 'number',
    read: ({ text }) => orNull(cellNumber(text)),
  },
  { name: 'unit', title: '단위', about: '표 전체에 걸린 단위. 없으면 비어 있다.', type: 'string', read: ({ row }) => orNull(row.unit) },
  {
    name: 'as_of',
    title: '기준 시점',
    about: '언제의 수인지. 밝히지 않았으면 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(row.asOf),
  },
  page,
  ...placeColumns,
];

export const tablesDataset = defineDataset({
  name: 'tables',
  title: '표',
  about: '한 행이 표의 칸 하나다. 모양이 다른 표를 한 파일에 담으려고 풀어 적었다.',
  key: ['case', 'id', 'line', 'column'],
  columns,
  rows: listCells,
});

function listCells(cases: readonly ValidCase[]): CellRow[] {
  return cases.flatMap(({ slug, data }) =>
    data.tables.flatMap((row) => {
      const total = row.total?.row === undefined ? [] : [parseRow(row.total.row)];
      const lines = parseRows(row.rows);
      return [...lines, ...total].flatMap((cells, index) =>
        row.columns.map((column, at) => ({
          slug,
          data,
          row,
          line: index + 1,
          isTotal: index >= lines.length,
          column,
          text: cells[at] ?? '',
        })),
      );
    }),
  );
}
