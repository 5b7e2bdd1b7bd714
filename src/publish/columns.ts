/**
 * The published data, column by column: the one table that drives the CSV and JSON files, `datapackage.json` and the codebook page.
 * Order and names of columns are a promise to those who read the files by program: new columns go to the end, none is renamed.
 */
import { everydayAmount, toWon } from '../korean/amounts.ts';
import { withParticle } from '../korean/particle.ts';
import { firstDay, lastDay } from '../korean/span.ts';
import { anchor, casePath, type AnchorKind } from '../content/anchors.ts';
import { joinBodies, type Body } from '../case/organisations.ts';
import type { ValidCase } from '../content/read.ts';
import { toCsv, type CsvValue } from './csv.ts';
import { eventEnd } from '../case/events.ts';
import { firstPage } from '../content/pages.ts';
import type { Amount, CaseEvent, CaseTable, Instrument, Note, Organisation } from '../content/schema/case.ts';
import { cellNumber, parseRow, parseRows } from '../content/tables.ts';
import type { Casebook } from '../content/schema/casebook.ts';
import type { Place, Vocabulary } from '../content/schema/vocabulary.ts';

/** A value as JSON holds it. In CSV a list becomes one cell, its members joined by `; `. */
export type Value = CsvValue | readonly string[];

/** Types of the Table Schema (specs.frictionlessdata.io); a list is a `string` in CSV and an array in JSON. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'list';

/** What the reading of a column may need besides its row. */
export interface ExportContext {
  vocabulary: Vocabulary;
  /** The public address of a page: `('/cases/busan-yeonje/', 'figure-subsidy')` → `https://…`. */
  link: (path: `/${string}`, anchor?: string) => string;
}

export interface Column<Row> {
  /** Header in CSV and key in JSON. */
  name: string;
  /** Short Korean name. */
  title: string;
  /** For the codebook: what it says, in which form, and when it is empty. */
  about: string;
  type: ColumnType;
  read: (row: Row, context: ExportContext) => Value;
}

/** One file of the published data, in whatever form. */
export interface Dataset {
  /** File name without its ending. */
  name: string;
  title: string;
  /** What one record is. */
  about: string;
  columns: readonly Omit<Column<never>, 'read'>[];
  /** Columns that together name one record. */
  key: readonly string[];
  /** All records, each in the order of the columns. */
  records: (cases: readonly ValidCase[], context: ExportContext) => Value[][];
}

interface CaseRow {
  slug: string;
  data: ValidCase['data'];
}
interface FigureRow extends CaseRow {
  row: Amount;
  kind: string;
}
interface EventRow extends CaseRow {
  row: CaseEvent;
}
interface OrganisationRow extends CaseRow {
  row: Organisation;
  body: Body;
}
interface InstrumentRow extends CaseRow {
  row: Instrument;
}
interface CellRow extends CaseRow {
  row: CaseTable;
  /** 1-based; the printed row of sums is the last one. */
  line: number;
  isTotal: boolean;
  column: string;
  text: string;
}
interface ReadingRow extends CaseRow {
  row: Note;
  reading: Note['readings'][number];
  /** 1-based. */
  order: number;
}

const orNull = (value: string | number | undefined) => value ?? null;
const pagesText = (pages: string | number) => String(pages);

const placeOf = (data: CaseRow['data'], { vocabulary }: ExportContext): Place | undefined =>
  vocabulary.places.find(({ name }) => name === data.province);
const bookOf = (data: CaseRow['data'], { vocabulary }: ExportContext): Casebook | undefined =>
  vocabulary.casebooks.find(({ id }) => id === data.casebook);

/** The columns by which every record names its case and itself. */
function identity<Row extends CaseRow & { row: { id: string } }>(kind: AnchorKind, what: string): Column<Row>[] {
  return [
    { name: 'case', title: '사례', about: '사례의 주소 이름. cases의 case와 같다.', type: 'string', read: ({ slug }) => slug },
    { name: 'id', title: '이름표', about: `사례 안에서 ${what} 하나를 가리킨다.`, type: 'string', read: ({ row }) => row.id },
    {
      name: 'url',
      title: '주소',
      about: `그 ${withParticle(what, '이')} 실린 자리의 주소.`,
      type: 'string',
      read: ({ slug, row }, { link }) => link(casePath(slug), anchor(kind, row.id)),
    },
  ];
}

const page: Column<{ row: { page: string | number } }> = {
  name: 'page',
  title: '쪽',
  about: '인쇄된 사례집의 쪽. 174-175처럼 이어지거나 173, 176처럼 나뉘기도 한다.',
  type: 'string',
  read: ({ row }) => pagesText(row.page),
};

const caseColumns: Column<CaseRow>[] = [
  {
    name: 'case',
    title: '사례',
    about: '사례의 주소 이름. 다른 파일의 case와 이어진다.',
    type: 'string',
    read: ({ slug }) => slug,
  },
  { name: 'url', title: '주소', about: '사례 쪽의 주소.', type: 'string', read: ({ slug }, { link }) => link(casePath(slug)) },
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
    title: '시·도 이름표',
    about: '주소 /regions/…/에 쓰는 이름.',
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
  { name: 'sector', title: '분야', about: '사례집 목차의 다섯 분야 가운데 하나.', type: 'string', read: ({ data }) => data.sector },
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
  { name: 'casebook', title: '사례집 이름표', about: '사례집의 한 부분.', type: 'string', read: ({ data }) => data.casebook },
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
    about: '사례가 시작하는 쪽. 차례를 정한다.',
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
    about: '시작과 같은 꼴. 계속되면 비어 있다.',
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
  { name: 'summary', title: '요약', about: '편집자가 쓴 두 문장에서 네 문장의 요약.', type: 'string', read: ({ data }) => data.summary },
  {
    name: 'figures',
    title: '수치 수',
    about: 'figures에 실린 이 사례의 줄 수.',
    type: 'integer',
    read: ({ data }) => data.budget.length + data.figures.length,
  },
  {
    name: 'events',
    title: '연표 수',
    about: 'events에 실린 이 사례의 줄 수.',
    type: 'integer',
    read: ({ data }) => data.events.length,
  },
  {
    name: 'organisations',
    title: '조직 수',
    about: 'organisations에 실린 이 사례의 줄 수.',
    type: 'integer',
    read: ({ data }) => data.organisations.length,
  },
  {
    name: 'notes',
    title: '메모 수',
    about: '원문 대조 메모의 수. notes는 메모마다 적힌 곳을 한 줄씩 실으므로 줄 수는 더 많다.',
    type: 'integer',
    read: ({ data }) => data.notes.length,
  },
  { name: 'published', title: '펴낸 날', about: '이 사례를 처음 펴낸 날.', type: 'string', read: ({ data }) => data.published },
  {
    name: 'updated',
    title: '고친 날',
    about: '마지막으로 고친 날. 고친 적이 없으면 비어 있다.',
    type: 'string',
    read: ({ data }) => orNull(data.updated),
  },
];

const won = (value: number | undefined, unit: string) => (value === undefined ? null : orNull(toWon(value, unit)));

const figureColumns: Column<FigureRow>[] = [
  ...identity<FigureRow>('figure', '수치'),
  {
    name: 'kind',
    title: '갈래',
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
    about: '단위가 원, 천원, 만원, 백만원, 억원처럼 돈일 때만 적는다. 물가의 변화는 셈하지 않았다.',
    type: 'integer',
    read: ({ row }) => won(row.value, row.unit),
  },
  {
    name: 'everyday',
    title: '늘 쓰는 말로 옮긴 값',
    about: '70,000천원이면 ‘7천만 원’. 돈이 아니거나 적힌 꼴과 같으면 비어 있다.',
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
];

const eventColumns: Column<EventRow>[] = [
  ...identity<EventRow>('event', '일'),
  {
    name: 'date',
    title: '날짜',
    about: '하루나 한 달, 한 해의 일. 2016, 2016-11, 2016-11-01처럼 적힌 만큼만 적는다. 기간이면 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(row.date),
  },
  { name: 'start', title: '시작', about: '기간의 시작. 날짜와 같은 꼴.', type: 'string', read: ({ row }) => orNull(row.start) },
  {
    name: 'end',
    title: '끝',
    about: '기간의 끝. 끝을 밝히지 않았으면 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(eventEnd(row)),
  },
  {
    name: 'date_text',
    title: '적힌 때',
    about: '‘2017년 6월 초’처럼 날짜로 적을 수 없는 말.',
    type: 'string',
    read: ({ row }) => orNull(row.dateText),
  },
  {
    name: 'first_day',
    title: '이를 수 있는 첫날',
    about: '차례를 정하려고 셈한 날. 2016이면 2016-01-01.',
    type: 'string',
    read: ({ row }) => orNull(firstDay(row.date ?? row.start ?? '')),
  },
  {
    name: 'last_day',
    title: '늦을 수 있는 끝날',
    about: '셈한 날. 2016이면 2016-12-31. 끝이 열려 있으면 비어 있다.',
    type: 'string',
    read: ({ row }) => orNull(lastDay(row.date ?? eventEnd(row) ?? '')),
  },
  { name: 'title', title: '일', about: '무슨 일이 있었는지.', type: 'string', read: ({ row }) => row.title },
  {
    name: 'planned',
    title: '예정',
    about: '사례집을 쓸 때 아직 오지 않은 일이면 true. 그 뒤에 정말 있었는지는 확인하지 않았다.',
    type: 'boolean',
    read: ({ row }) => row.planned === true,
  },
  page,
  { name: 'note', title: '덧붙임', about: '일을 읽는 데 필요한 말.', type: 'string', read: ({ row }) => orNull(row.note) },
];

const organisationColumns: Column<OrganisationRow>[] = [
  ...identity<OrganisationRow>('organisation', '조직'),
  { name: 'name', title: '이름', about: '그 사례에 적힌 이름.', type: 'string', read: ({ row }) => row.name },
  { name: 'aliases', title: '다른 표기', about: '같은 사례 안의 다른 이름과 표기.', type: 'list', read: ({ row }) => row.aliases ?? [] },
  { name: 'kind', title: '성격', about: '정해진 조직의 갈래 가운데 하나.', type: 'string', read: ({ row }) => row.kind },
  {
    name: 'part',
    title: '관여',
    about: '주관, 협약, 협력, 지원처럼 사례에서 맡은 몫.',
    type: 'string',
    read: ({ row }) => row.part,
  },
  { name: 'role', title: '한 일', about: '무엇을 했는지 한 문장으로.', type: 'string', read: ({ row }) => row.role },
  page,
  {
    name: 'body',
    title: '묶음',
    about: '같은 곳으로 본 조직끼리 같은 값을 갖는다. 이름만 같고 곳이 다를 수 있는 조직(지원센터, 협의회 따위)은 사례마다 따로 두었다.',
    type: 'string',
    read: ({ body }) => body.id,
  },
];

const instrumentColumns: Column<InstrumentRow>[] = [
  ...identity<InstrumentRow>('instrument', '제도'),
  {
    name: 'kind',
    title: '갈래',
    about: '법률, 조례, 규칙, 제도, 계획, 협약, 사업, 인증 가운데 하나.',
    type: 'string',
    read: ({ row }) => row.kind,
  },
  { name: 'name', title: '이름', about: '사례집에 적힌 이름.', type: 'string', read: ({ row }) => row.name },
  { name: 'date', title: '때', about: '만들거나 맺은 때. 밝히지 않았으면 비어 있다.', type: 'string', read: ({ row }) => orNull(row.date) },
  { name: 'role', title: '내용', about: '무엇을 정했는지 한 문장으로.', type: 'string', read: ({ row }) => row.role },
  page,
];

const cellColumns: Column<CellRow>[] = [
  ...identity<CellRow>('table', '표'),
  { name: 'caption', title: '표 제목', about: '표의 이름.', type: 'string', read: ({ row }) => row.caption },
  { name: 'line', title: '줄', about: '표 안의 줄 번호. 1부터 센다.', type: 'integer', read: ({ line }) => line },
  {
    name: 'is_total',
    title: '합계 줄',
    about: '사례집에 적힌 합계 줄이면 true. 합계가 맞지 않는 것도 적힌 대로 두었다.',
    type: 'boolean',
    read: ({ isTotal }) => isTotal,
  },
  { name: 'column', title: '열', about: '열의 이름.', type: 'string', read: ({ column }) => column },
  {
    name: 'text',
    title: '칸',
    about: '칸에 적힌 글. 빈칸이면 비어 있다.',
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
];

const readingColumns: Column<ReadingRow>[] = [
  ...identity<ReadingRow>('note', '메모'),
  {
    name: 'kind',
    title: '갈래',
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
    about: '어떻게 옮겼는지, 또는 알 수 없다는 것. 같은 메모의 줄마다 되풀이된다.',
    type: 'string',
    read: ({ row }) => orNull(row.comment),
  },
  {
    name: 'computed',
    title: '계산',
    about: '다시 셈한 합계, 비율, 요일. 같은 메모의 줄마다 되풀이된다.',
    type: 'string',
    read: ({ row }) => orNull(row.computed),
  },
];

interface DatasetOf<Row> extends Omit<Dataset, 'columns' | 'records'> {
  columns: readonly Column<Row>[];
  rows: (cases: readonly ValidCase[]) => Row[];
}

function dataset<Row>({ rows, columns, ...rest }: DatasetOf<Row>): Dataset {
  return {
    ...rest,
    columns,
    records: (cases, context) => rows(cases).map((row) => columns.map((column) => column.read(row, context))),
  };
}

/** The files, in the order in which the codebook explains them. */
export const datasets: readonly Dataset[] = [
  dataset({
    name: 'cases',
    title: '사례',
    about: '한 줄이 한 사례다.',
    key: ['case'],
    columns: caseColumns,
    rows: (cases) => cases.map(({ slug, data }) => ({ slug, data })),
  }),
  dataset({
    name: 'figures',
    title: '수치',
    about: '한 줄이 인용할 만한 수 하나다. 예산을 앞에 둔다.',
    key: ['case', 'id'],
    columns: figureColumns,
    rows: figureRows,
  }),
  dataset({
    name: 'events',
    title: '연표',
    about: '한 줄이 날짜가 있는 일 하나다.',
    key: ['case', 'id'],
    columns: eventColumns,
    rows: (cases) => cases.flatMap(({ slug, data }) => data.events.map((row) => ({ slug, data, row }))),
  }),
  dataset({
    name: 'organisations',
    title: '조직',
    about: '한 줄이 한 사례에 나온 조직 하나다.',
    key: ['case', 'id'],
    columns: organisationColumns,
    rows: organisationRows,
  }),
  dataset({
    name: 'instruments',
    title: '제도',
    about: '한 줄이 조례, 계획, 협약, 사업, 인증 하나다.',
    key: ['case', 'id'],
    columns: instrumentColumns,
    rows: (cases) => cases.flatMap(({ slug, data }) => data.instruments.map((row) => ({ slug, data, row }))),
  }),
  dataset({
    name: 'tables',
    title: '표',
    about: '한 줄이 표의 칸 하나다. 모양이 다른 표를 한 파일에 담으려고 풀어 적었다.',
    key: ['case', 'id', 'line', 'column'],
    columns: cellColumns,
    rows: cellRows,
  }),
  dataset({
    name: 'notes',
    title: '메모',
    about: '한 줄이 원문 대조 메모에 적힌 한 곳이다. 메모 하나에 여러 줄이 있을 수 있다.',
    key: ['case', 'id', 'reading'],
    columns: readingColumns,
    rows: (cases) =>
      cases.flatMap(({ slug, data }) =>
        data.notes.flatMap((row) => row.readings.map((reading, index) => ({ slug, data, row, reading, order: index + 1 }))),
      ),
  }),
];

/** Every citable number of the cases: money first, then the other kinds, as on a case page. */
export function figureRows(cases: readonly ValidCase[]): FigureRow[] {
  return cases.flatMap(({ slug, data }) => [
    ...data.budget.map((row) => ({ slug, data, row, kind: '예산' })),
    ...data.figures.map((row) => ({ slug, data, row, kind: row.kind })),
  ]);
}

function organisationRows(cases: readonly ValidCase[]): OrganisationRow[] {
  const bodies = new Map(joinBodies(cases).flatMap((body) => body.mentions.map(({ row }) => [row, body] as const)));
  return cases.flatMap(({ slug, data }) =>
    data.organisations.flatMap((row) => {
      const body = bodies.get(row);
      return body ? [{ slug, data, row, body }] : [];
    }),
  );
}

function cellRows(cases: readonly ValidCase[]): CellRow[] {
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

const flat = (value: Value): CsvValue => (Array.isArray(value) ? value.join('; ') : (value as CsvValue));

/** A dataset as CSV. */
export function datasetCsv(set: Dataset, cases: readonly ValidCase[], context: ExportContext): string {
  return toCsv(
    set.columns.map(({ name }) => name),
    set.records(cases, context).map((record) => record.map(flat)),
  );
}

/** A dataset as JSON: an array of objects whose keys are the columns, in their order. */
export function datasetJson(set: Dataset, cases: readonly ValidCase[], context: ExportContext): string {
  const objects = set
    .records(cases, context)
    .map((record) => JSON.stringify(Object.fromEntries(set.columns.map(({ name }, index) => [name, record[index] ?? null]))));
  return `[\n${objects.join(',\n')}\n]\n`;
}
