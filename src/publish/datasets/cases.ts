import { casePath } from '../../content/anchors.ts';
import { firstPage } from '../../content/pages.ts';
import type { Casebook } from '../../content/schema/casebook.ts';
import type { Place } from '../../content/schema/vocabulary.ts';
import { defineDataset, orNull, pagesText, type CaseRow, type Column, type ExportContext } from './dataset.ts';

const placeOf = (data: CaseRow['data'], { vocabulary }: ExportContext): Place | undefined =>
  vocabulary.places.find(({ name }) => name === data.province);
const bookOf = (data: CaseRow['data'], { vocabulary }: ExportContext): Casebook | undefined =>
  vocabulary.casebooks.find(({ id }) => id === data.casebook);

const columns: Column<CaseRow>[] = [
  {
    name: 'case',
    title: '사례',
    about: '사례의 식별자(ID). 다른 파일의 case와 이어진다.',
    type: 'string',
    read: ({ slug }) => slug,
  },
  { name: 'url', title: '링크', about: '사례 페이지의 링크.', type: 'string', read: ({ slug }, { link }) => link(casePath(slug)) },
  { name: 'title', title: '우수사례명', about: '사례집에 적힌 제목.', type: 'string', read: ({ data }) => data.title },
  {
    name: 'subtitle',
    title: '부제',
    about: '제목에 딸린 말. 없으면 비어 있다.',
    type: 'string',
    read: ({ data }) => orNull(data.subtitle),
  },
  { name: 'province', title: '시·도', about: '사례집을 펴낼 때의 이름.', type: 'string', read: ({ data }) => data.province },
  {
    name: 'province_id',
    title: '시·도 식별자(ID)',
    about: '링크 /regions/…/에 쓰는 이름.',
    type: 'string',
    read: ({ data }, context) => orNull(placeOf(data, context)?.id),
  },
  {
    name: 'province_today',
    title: '시·도의 지금 이름',
    about: '그 뒤에 바뀐 이름. 그대로면 같다.',
    type: 'string',
    read: ({ data }, context) => orNull(placeOf(data, context)?.today),
  },
  { name: 'municipality', title: '지자체', about: '사례집을 펴낼 때의 이름.', type: 'string', read: ({ data }) => data.municipality },
  {
    name: 'municipality_today',
    title: '지자체의 지금 이름',
    about: '그 뒤에 바뀐 이름. 그대로면 같다.',
    type: 'string',
    read: ({ data }, context) => orNull(placeOf(data, context)?.municipalities.find(({ name }) => name === data.municipality)?.today),
  },
  { name: 'tier', title: '구분', about: '시, 군, 구 가운데 하나.', type: 'string', read: ({ data }) => data.tier },
  { name: 'sector', title: '분야', about: '사례집 목차가 나눈 분야 가운데 하나.', type: 'string', read: ({ data }) => data.sector },
  {
    name: 'sector_as_ticked',
    title: '표지의 분야',
    about: '사례 첫 쪽에 표시된 분야가 목차와 다를 때만 적는다.',
    type: 'string',
    read: ({ data }) => orNull(data.sectorAsTicked),
  },
  { name: 'topics', title: '주제어', about: '정해진 주제어의 목록.', type: 'list', read: ({ data }) => data.topics },
  {
    name: 'pledges',
    title: '관련공약',
    about: '사례가 이행한 공약.',
    type: 'list',
    read: ({ data }) => data.pledges.map(({ text }) => text),
  },
  {
    name: 'pledge_codes',
    title: '공약 번호',
    about: '관련공약에 번호가 적힌 것만 적는다.',
    type: 'list',
    read: ({ data }) => data.pledges.flatMap(({ code }) => (code === undefined ? [] : [code])),
  },
  { name: 'casebook', title: '사례집 식별자(ID)', about: '사례집의 한 부분.', type: 'string', read: ({ data }) => data.casebook },
  {
    name: 'casebook_title',
    title: '사례집',
    about: '사례집의 제목.',
    type: 'string',
    read: ({ data }, context) => orNull(bookOf(data, context)?.title),
  },
  { name: 'pages', title: '쪽', about: '인쇄된 사례집의 쪽.', type: 'string', read: ({ data }) => pagesText(data.pages) },
  {
    name: 'first_page',
    title: '첫 쪽',
    about: '사례가 시작하는 쪽. 정렬의 기준이다.',
    type: 'integer',
    read: ({ data }) => firstPage(data.pages),
  },
  {
    name: 'index_page',
    title: '목차의 쪽',
    about: '사례집 목차가 다른 쪽을 가리킬 때만 적는다.',
    type: 'integer',
    read: ({ data }) => orNull(data.indexPage),
  },
  {
    name: 'period_start',
    title: '사업 시작',
    about: '사례집에 사업 기간이 적힌 사례만 적는다. 2016, 2016-11, 2016-11-01처럼 적힌 만큼만 적는다.',
    type: 'string',
    read: ({ data }) => orNull(data.period?.start),
  },
  {
    name: 'period_end',
    title: '사업 끝',
    about: '시작과 같은 형식. 계속되면 비어 있다.',
    type: 'string',
    read: ({ data }) => orNull(data.period?.end),
  },
  {
    name: 'period_ongoing',
    title: '계속 여부',
    about: '사례집을 쓸 때 계속되고 있었으면 true.',
    type: 'boolean',
    read: ({ data }) => (data.period === undefined ? null : data.period.ongoing === true),
  },
  { name: 'summary', title: '요약', about: '편집자가 쓴 두세 문장의 요약.', type: 'string', read: ({ data }) => data.summary },
  {
    name: 'figures',
    title: '수치 수',
    about: 'figures에 실린 이 사례의 행 수.',
    type: 'integer',
    read: ({ data }) => data.budget.length + data.figures.length,
  },
  {
    name: 'events',
    title: '연표 수',
    about: 'events에 실린 이 사례의 행 수.',
    type: 'integer',
    read: ({ data }) => data.events.length,
  },
  {
    name: 'organisations',
    title: '조직 수',
    about: 'organisations에 실린 이 사례의 행 수.',
    type: 'integer',
    read: ({ data }) => data.organisations.length,
  },
  {
    name: 'notes',
    title: '메모 수',
    about: '원문 대조 메모의 수. notes는 메모마다 적힌 곳을 한 행씩 실으므로 행 수는 더 많다.',
    type: 'integer',
    read: ({ data }) => data.notes.length,
  },
  { name: 'published', title: '등록일', about: '이 사례를 처음 등록한 날.', type: 'string', read: ({ data }) => data.published },
  {
    name: 'updated',
    title: '수정일',
    about: '마지막으로 수정한 날. 수정한 적이 없으면 비어 있다.',
    type: 'string',
    read: ({ data }) => orNull(data.updated),
  },
  {
    name: 'casebook_part',
    title: '사례집의 부분',
    about: '사례가 실린 부분의 이름.',
    type: 'string',
    read: ({ data }, context) => orNull(bookOf(data, context)?.part),
  },
  {
    name: 'as_of',
    title: '기준 시점',
    about: '사례집이 말하는 때. 2017, 2017-06처럼 알려진 만큼만 적는다.',
    type: 'string',
    read: ({ data }, context) => orNull(bookOf(data, context)?.asOf),
  },
];

export const casesDataset = defineDataset({
  name: 'cases',
  title: '사례',
  about: '한 행이 한 사례다.',
  key: ['case'],
  columns,
  rows: (cases) => cases.map(({ slug, data }) => ({ slug, data })),
});
