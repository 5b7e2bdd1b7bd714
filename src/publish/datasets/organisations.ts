import { joinOrganisations, type JoinedOrganisation } from '../../case/organisations.ts';
import type { ValidCase } from '../../content/read.ts';
import type { Organisation } from '../../content/schema/case.ts';
import { type CaseRow, type Column, defineDataset, identity, page, placeColumns } from './dataset.ts';

interface OrganisationRow extends CaseRow {
  row: Organisation;
  joined: JoinedOrganisation;
}

const columns: Column<OrganisationRow>[] = [
  ...identity<OrganisationRow>('organisation', '조직'),
  { name: 'name', title: '이름', about: '그 사례에 적힌 이름.', type: 'string', read: ({ row }) => row.name },
  { name: 'aliases', title: '다른 표기', about: '같은 사례 안의 다른 이름과 표기.', type: 'list', read: ({ row }) => row.aliases ?? [] },
  { name: 'kind', title: '유형', about: '정해진 조직 유형 가운데 하나.', type: 'string', read: ({ row }) => row.kind },
  {
    name: 'part',
    title: '역할',
    about: '주관, 협약, 협력, 지원처럼 사례에서 맡은 역할.',
    type: 'string',
    read: ({ row }) => row.part,
  },
  { name: 'role', title: '한 일', about: '무엇을 했는지 한 문장으로.', type: 'string', read: ({ row }) => row.role },
  page,
  {
    name: 'body',
    title: '같은 조직',
    about: '같은 곳으로 본 조직끼리 같은 값을 갖는다. 이름만 같고 곳이 다를 수 있는 조직(지원센터, 협의회 따위)은 사례마다 따로 두었다.',
    type: 'string',
    read: ({ joined }) => joined.id,
  },
  ...placeColumns,
];

export const organisationsDataset = defineDataset({
  name: 'organisations',
  title: '조직',
  about: '한 행이 한 사례에 나온 조직 하나다.',
  key: ['case', 'id'],
  columns,
  rows: listRows,
});

function listRows(cases: readonly ValidCase[]): OrganisationRow[] {
  const joinedOf = new Map(joinOrganisations(cases).flatMap((joined) => joined.mentions.map(({ row }) => [row, joined] as const)));
  return cases.flatMap(({ slug, data }) =>
    data.organisations.flatMap((row) => {
      const joined = joinedOf.get(row);
      return joined ? [{ slug, data, row, joined }] : [];
    }),
  );
}
