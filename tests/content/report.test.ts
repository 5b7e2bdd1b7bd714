import { expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { formatFaults } from '../../src/content/report.ts';
import { contentOf, SAMPLE, sampleFile } from './sample.ts';

/** What a maintainer sees after changing the sample. */
function reportOf(from: string, to: string): string {
  expect(SAMPLE).toContain(from);
  return formatFaults(checkContent(contentOf(sampleFile(SAMPLE.replace(from, to))), '2099-01-01'));
}

test('a misspelt key', () => {
  expect(reportOf('    label: 주민', '    lable: 주민')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:28  figures.members.lable
      무엇이: ‘lable’: 없는 이름이다.
      고치기: 이렇게 고친다: ‘label’. 쓸 수 있는 이름: id, kind, label, value, min, max, unit, qualifier, asOf, page, headline, note

    파일 1개에서 잘못 1곳을 찾았다."
  `);
});

test('a missing line', () => {
  expect(reportOf('    asOf: "2016"\n    page: 174\n', '    asOf: "2016"\n')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:26  figures.members.page
      무엇이: ‘page’ 줄이 빠졌다.
      고치기: ‘page: 173’ 꼴로 적는다.

    파일 1개에서 잘못 1곳을 찾았다."
  `);
});

test('a day that was not', () => {
  expect(reportOf('date: "2015-09-25"', 'date: 2015-09-31')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:45  events.opening.date
      무엇이: ‘2015-09-31’: 받아들일 수 없는 값이다.
      고치기: 달력에 없는 날짜이거나 꼴이 다르다. "2015", "2015-09", "2015-09-25" 가운데 하나로 적는다.

    파일 1개에서 잘못 1곳을 찾았다."
  `);
});

test('a page of another case', () => {
  expect(reportOf('page: 175\norganisations', 'page: 157\norganisations')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:47  events.opening.page
      무엇이: 157쪽은 이 사례의 쪽(173–180) 밖이다.
      고치기: 쪽 번호를 사례집에서 다시 확인한다.

    파일 1개에서 잘못 1곳을 찾았다."
  `);
});

test('a topic that is not in the list', () => {
  expect(reportOf('  - 노인 일자리', '  - 노인일자리사업')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:16  topics.1
      무엇이: ‘노인일자리사업’: 정해진 말이 아니다.
      고치기: 이렇게 고친다: ‘노인 일자리’. 쓸 수 있는 말: 사회적경제, 사회적기업 육성, 협동조합, 마을기업, 공공구매, 판로 지원, 중간지원조직, 조례·제도, 민관협력, 교육·인식 확산, 학교 연계, 청년, 노인 일자리, 노인복지, 취약계층 지원, 여성 일자리, 북한이탈주민 지원, 일자리 매칭, 산업단지, 규제 완화, 도시재생, 마을공동체, 공유재산 활용, 지역 특화산업, 크라우드펀딩, 공정무역, 돌봄·사회서비스, 일자리 창출, 고용의 질, 이주민 지원

    파일 1개에서 잘못 1곳을 찾았다."
  `);
});

test('a number in the prose that no row backs', () => {
  expect(reportOf('첫 달에는 50만원어치를 팔았다.', '첫 달에는 50만원어치를 팔았다. 손님은 1,200명이었다.')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:92  본문
      무엇이: 수 ‘1,200명’: 받쳐 주는 줄이 앞머리에 없다.
      고치기: 앞머리의 figures, budget, events, tables 가운데 알맞은 곳에 이 사실을 쪽과 함께 적거나, 글을 고친다.

    파일 1개에서 잘못 1곳을 찾았다."
  `);
});

test('a sum that is not the sum', () => {
  expect(reportOf('| 계 | 70 | 20 | 90 |', '| 계 | 70 | 30 | 90 |')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:72  tables.sales.total
      무엇이: 세로 합계가 맞지 않는다. ‘차’에 30이라고 적혀 있으나, 더하면 20이다.
      고치기: 옮기다 틀렸다면 고친다. 원문이 그렇다면 notes에 메모를 적고 total.note에 그 메모의 id를 적는다.

    content/cases/busan-yeonje.mdx:73  tables.sales.total
      무엇이: 가로 합계가 맞지 않는다. ‘계’에 90이라고 적혀 있으나, 더하면 100이다.
      고치기: 옮기다 틀렸다면 고친다. 원문이 그렇다면 notes에 메모를 적고 total.note에 그 메모의 id를 적는다.

    파일 1개에서 잘못 2곳을 찾았다."
  `);
});

test('a heading without its pages', () => {
  expect(reportOf('## 성과 [#results, 175-176쪽]', '## 성과')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:90  본문
      무엇이: 제목 ‘성과’에 id와 쪽이 없다.
      고치기: 제목 끝에 적는다. 보기: ## 추진 배경 [#background, 173-174쪽]

    파일 1개에서 잘못 1곳을 찾았다."
  `);
});

test('a tag that does not exist', () => {
  expect(reportOf('<Table id="sales" />', '<Chart id="sales" />')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:63  tables.sales
      무엇이: 표가 본문에 놓이지 않았다.
      고치기: 본문의 알맞은 자리에 <Table id="sales" />를 한 번만 둔다.

    content/cases/busan-yeonje.mdx:94  본문
      무엇이: <Chart>: 쓸 수 없는 태그다.
      고치기: 쓸 수 있는 태그는 <Table id="…" />와 <Note id="…" />뿐이다.

    파일 1개에서 잘못 2곳을 찾았다."
  `);
});

test('a colon in a value', () => {
  expect(reportOf('    role: 사업을 이끌었다.', '    role: 역할: 사업을 이끌었다.')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:53  앞머리
      무엇이: ‘이름: 값’ 꼴이 아니거나, 값 속에 ‘: ’가 또 있거나, 다음 줄의 들여쓰기가 맞지 않는다.
      고치기: 값에 ‘: ’가 들어 있으면 값 전체를 큰따옴표로 감싼다. 아니면 ‘이름: 값’ 꼴로 적고 들여쓰기를 위아래 줄에 맞춘다. 앞머리의 나머지는 고친 뒤에 검사한다.

    파일 1개에서 잘못 1곳을 찾았다."
  `);
});

test('several faults are counted', () => {
  expect(reportOf('tier: 구\nsector: 사회적경제\n', 'tier: 동\nsector: 사회적경재\n')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:5  tier
      무엇이: ‘동’: 정해진 말이 아니다.
      고치기: 쓸 수 있는 말: 시, 군, 구

    content/cases/busan-yeonje.mdx:6  sector
      무엇이: ‘사회적경재’: 정해진 말이 아니다.
      고치기: 이렇게 고친다: ‘사회적경제’. 쓸 수 있는 말: 사회적경제, 도시재생, 청년문제해소, 참여예산제, 지역문화활성화

    파일 1개에서 잘못 2곳을 찾았다."
  `);
});
