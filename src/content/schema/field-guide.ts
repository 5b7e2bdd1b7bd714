/** What every field of a case file and a casebook file is for, in the words of its author. A test holds the paths against the schemas. */

/** Fields that every amount has. */
const AMOUNT = {
  id: '행의 이름. 소문자 영문으로 짓고, 게시한 뒤에는 바꾸지 않는다.',
  label: '무엇의 수인지. 이것만 읽어도 알 수 있게 적는다.',
  value: '값. 쉼표 없이 적힌 수 그대로.',
  min: '범위의 작은 쪽. 범위이면 value 대신 min과 max를 적는다.',
  max: '범위의 큰 쪽.',
  unit: '적힌 단위 그대로. 천원을 원으로 바꾸지 않는다.',
  qualifier: '값에 붙은 말: 약, 여, 이상, 이하, 이내, 미만, 초과.',
  asOf: '그 수의 기준 시점.',
  page: '적힌 쪽.',
  headline: '사례의 맨 위에 크게 보일 수이면 몇 번째로 보일지. 독자가 읽어야 할 순서대로 1부터, 셋에서 여섯 개에만 적는다.',
  note: '값 옆에 붙는 짧은 설명.',
};

const under = (path: string, fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).map(([key, text]) => [`${path}.${key}`, text]));

/** Path of a field of the front matter → what it is for. Items of a list have the path of the list. */
export const CASE_FIELDS: Readonly<Record<string, string>> = {
  title: '사례명. 적힌 그대로.',
  subtitle: '부제. 적힌 그대로.',
  province: '시·도. 사례집을 펴낼 때의 이름.',
  municipality: '지자체. 사례집을 펴낼 때의 이름.',
  tier: '구분: 시, 군, 구.',
  sector: '분야. 사례집의 목차를 따른다.',
  sectorAsTicked: '표지에 표시된 분야가 목차와 다를 때만 적는다.',
  pledges: '관련공약.',
  ...under('pledges', { text: '공약의 글. 적힌 그대로.', code: '공약의 번호. 따옴표로 감싼다.' }),
  casebook: '사례집 파일의 이름(content/casebooks/).',
  pages: '사례가 실린 쪽.',
  indexPage: '목차에 적힌 쪽이 첫 쪽과 다를 때만 적는다.',
  summary: '요약. 누가 무엇을 왜 했고 무엇이 나왔는지. 세 문장까지.',
  doneSentence: '요약에서 한 일을 적은 문장이 몇 번째인지. 목록에 그 문장이 보인다.',
  topics: '주제어. content/vocabulary/topics.yaml에 있는 이름만 쓴다.',
  asks: '본문이 답하지만 그 말로는 적히지 않은 물음. 검색에만 쓴다.',
  ...under('asks', { passage: '답하는 대목의 id. 행이면 table-visits처럼 앞에 종류를 붙인다.', text: '물음. 60자까지.' }),
  published: '처음 게시한 날.',
  updated: '마지막으로 고친 날.',
  changes: '게시한 뒤에 고친 기록. 새것을 맨 아래에.',
  ...under('changes', { date: '고친 날.', what: '무엇을 고쳤는지.', why: '사유.' }),
  aliases: '이전 파일 이름. 그 링크가 이 사례로 이어진다.',
  anchorAliases: '바뀐 id. ‘이전 id: 새 id’로 적는다.',
  period: '사업 기간.',
  ...under('period', { start: '시작.', end: '끝.', ongoing: '끝이 적히지 않고 계속되는 사업이면 true.', page: '적힌 쪽.' }),
  budget: '예산. 주거나 쓰거나 계획한 돈.',
  ...under('budget', {
    ...AMOUNT,
    partOf: '다른 예산 행의 일부이면 그 행의 id. 서로 겹치지 않는 부분에만 적는다. 검사가 더해 전체를 넘는지 본다.',
  }),
  figures: '인용할 만한 수.',
  ...under('figures', { ...AMOUNT, kind: '유형. content/vocabulary/kinds.yaml의 figure.' }),
  events: '날짜가 있는 일.',
  ...under('events', {
    id: AMOUNT.id,
    date: '하루, 한 달, 한 해.',
    start: '기간의 시작. date 대신 적는다.',
    end: '기간의 끝. 적혀 있지 않으면 뺀다.',
    dateText: '날짜로 적을 수 없는 때의 말: 2017년 6월 초.',
    title: '무슨 일인지.',
    page: '적힌 쪽.',
    planned: '사례집이 계획으로 적은 일이면 true.',
    note: '일 옆에 붙는 짧은 설명.',
  }),
  organisations: '이름이 나온 조직.',
  ...under('organisations', {
    id: AMOUNT.id,
    name: '이름. 적힌 그대로.',
    aliases: '사례집에 적힌 다른 이름.',
    kind: '유형. kinds.yaml의 organisation.',
    part: '역할의 유형. kinds.yaml의 part.',
    role: '무엇을 했는지.',
    page: '적힌 쪽.',
  }),
  instruments: '법, 조례, 협약, 제도, 사업.',
  ...under('instruments', {
    id: AMOUNT.id,
    kind: '유형. kinds.yaml의 instrument.',
    name: '이름. 적힌 그대로.',
    date: '만들거나 맺은 때.',
    role: '이 사례에서 무엇이었는지.',
    page: '적힌 쪽.',
  }),
  tables: '표. 본문에는 <Table id="…" />로 놓는다.',
  ...under('tables', {
    id: AMOUNT.id,
    caption: '표의 제목.',
    page: '적힌 쪽.',
    unit: '표 전체의 단위.',
    asOf: '표의 기준 시점.',
    columns: '열의 이름.',
    rows: '행. 세로줄(|)로 칸을 나누고 한 행에 사실 하나씩. 합계 행은 여기에 적지 않는다.',
    total: '적힌 합계. 검사가 다시 더해 본다.',
    'total.row': '합계 행. rows와 같은 형식.',
    'total.column': '합계가 적힌 열.',
    'total.of': '합계 열이 더한 열. 빼면 첫 열을 제외한 모든 수의 열.',
    'total.note': '적힌 합계가 계산과 다를 때 그것을 밝힌 메모의 id.',
    chart: '표를 그린 그림.',
    'chart.kind': '유형. kinds.yaml의 chart.',
    'chart.label': '이름이 적힌 열.',
    'chart.values': '그릴 수의 열.',
  }),
  notes: '원문 대조 메모. 사례집이 서로 다르게 적었거나 빠뜨린 곳.',
  ...under('notes', {
    id: AMOUNT.id,
    kind: '유형. kinds.yaml의 note.',
    topic: '무엇에 대한 메모인지.',
    at: '본문이 아닌 곳에 붙을 때 그 자리: sector, table:floors.',
    readings: '적힌 것. 쪽과 함께 그대로 옮긴다.',
    'readings.page': '적힌 쪽. 목차이면 목차.',
    'readings.text': '적힌 글.',
    comment: '어느 것을 따랐고 왜인지.',
    computed: '계산해 본 값.',
  }),
};

/** Field of a casebook file → what it is for. */
export const BOOK_FIELDS: Readonly<Record<string, string>> = {
  id: '파일 이름과 같게 적는다.',
  title: '책의 이름. 적힌 그대로.',
  part: '책의 어느 부분인지. 적힌 그대로.',
  sector: '이 부분의 분야. 여럿이면 [사회적경제, 도시재생]처럼.',
  tier: '이 부분의 구분. 여럿이면 [시, 군]처럼.',
  asOf: '책이 다룬 시기. 사례마다 ‘… 당시’로 보인다.',
  pages: '이 부분의 쪽.',
  publisher: '발행처. 책에 적혀 있을 때만.',
  year: '발행 연도. 책에 적혀 있을 때만.',
  changes: '게시한 뒤에 고친 기록: date, what, why.',
};

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
}

export interface FieldOfCase {
  /** `tables.total.row` */
  path: string;
  required: boolean;
}

/** Every field of the front matter in the order of the schema, those of rows behind their list. @param schema as `z.toJSONSchema` gives it */
export function listFields(schema: unknown, path: readonly string[] = []): FieldOfCase[] {
  const { properties = {}, required = [] } = schema as JsonSchema;
  return Object.entries(properties).flatMap(([key, field]) => {
    const own = [...path, key];
    return [{ path: own.join('.'), required: required.includes(key) }, ...listFields(field.items ?? field, own)];
  });
}
