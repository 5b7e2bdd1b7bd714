import { expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import { formatFaults } from '../../src/content/report.ts';
import { contentOf, edit, SAMPLE, sampleFile } from './sample.ts';

/** What a maintainer sees after changing the sample. */
function reportOf(from: string, to: string): string {
  return formatFaults(checkContent(contentOf(sampleFile(edit(SAMPLE, [from, to]))), '2099-01-01'));
}

test('a misspelt key', () => {
  expect(reportOf('    label: 주민', '    lable: 주민')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:28  figures.members.lable
      문제: ‘lable’: 없는 항목입니다.
      수정: 이렇게 고치세요: ‘label’. 쓸 수 있는 항목: id, kind, label, value, min, max, unit, qualifier, asOf, page, headline, note
      고친 행:
        label: 주민

    파일 1개에서 오류 1건을 찾았습니다."
  `);
});

test('a missing line', () => {
  expect(reportOf('    asOf: "2016"\n    page: 174\n', '    asOf: "2016"\n')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:26  figures.members.page
      문제: ‘page’ 행이 빠졌습니다.
      수정: ‘page: 173’ 형식으로 적으세요.

    파일 1개에서 오류 1건을 찾았습니다."
  `);
});

test('a day that was not', () => {
  expect(reportOf('date: "2015-09-25"', 'date: 2015-09-31')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:45  events.opening.date
      문제: ‘2015-09-31’: 쓸 수 없는 값입니다.
      수정: 달력에 없는 날짜입니다. 2015년 9월은 30일까지입니다. 사례집을 다시 확인하세요.

    파일 1개에서 오류 1건을 찾았습니다."
  `);
});

test('a page of another case', () => {
  expect(reportOf('page: 175\norganisations', 'page: 157\norganisations')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:47  events.opening.page
      문제: 157쪽은 이 사례의 쪽(173–180) 밖입니다.
      수정: 쪽 번호를 사례집에서 다시 확인하세요.

    파일 1개에서 오류 1건을 찾았습니다."
  `);
});

test('a topic that is not in the list', () => {
  expect(reportOf('  - 노인 일자리', '  - 노인일자리사업')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:16  topics.1
      문제: ‘노인일자리사업’: 정해진 값이 아닙니다.
      수정: 이렇게 고치세요: ‘노인 일자리’. 쓸 수 있는 값: 노인 일자리, 민관협력
      고친 행:
      - 노인 일자리

    파일 1개에서 오류 1건을 찾았습니다."
  `);
});

test('a number in the prose that no row backs', () => {
  expect(reportOf('첫 달에는 50만원어치를 팔았다.', '첫 달에는 50만원어치를 팔았다. 손님은 1,200명이었다.')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:92  본문
      문제: 수 ‘1,200명’: 근거가 되는 행이 앞머리에 없습니다.
      수정: 앞머리의 figures, budget, events, tables 가운데 알맞은 곳에 이 사실을 쪽과 함께 적거나, 글을 고치세요.

    파일 1개에서 오류 1건을 찾았습니다."
  `);
});

test('a sum that is not the sum', () => {
  expect(reportOf('| 계 | 70 | 20 | 90 |', '| 계 | 70 | 30 | 90 |')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:72  tables.sales.total.row
      문제: 세로 합계가 맞지 않습니다. ‘차’에 30이라고 적혀 있으나, 더하면 20입니다.
      수정: 옮기다 틀렸으면 고치세요. 원문이 그러하면 notes에 메모를 적고 total.note에 그 메모의 id를 적으세요.

    content/cases/busan-yeonje.mdx:73  tables.sales.total.column
      문제: 가로 합계가 맞지 않습니다. ‘계’에 90이라고 적혀 있으나, 더하면 100입니다.
      수정: 옮기다 틀렸으면 고치세요. 원문이 그러하면 notes에 메모를 적고 total.note에 그 메모의 id를 적으세요.

    파일 1개에서 오류 2건을 찾았습니다."
  `);
});

test('a heading without its pages', () => {
  expect(reportOf('## 성과 [#results, 175-176쪽]', '## 성과')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:90  본문
      문제: 제목 ‘성과’에 id와 쪽이 없습니다.
      수정: 제목 끝에 적으세요. 예시: ## 추진 배경 [#background, 173-174쪽]

    파일 1개에서 오류 1건을 찾았습니다."
  `);
});

test('a tag that does not exist', () => {
  expect(reportOf('<Table id="sales" />', '<Chart id="sales" />')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:94  본문
      문제: <Chart>: 쓸 수 없는 태그입니다.
      수정: 쓸 수 있는 태그는 <Table id="…" />와 <Note id="…" />뿐입니다.

    파일 1개에서 오류 1건을 찾았습니다."
  `);
});

test('a colon in a value', () => {
  expect(reportOf('    role: 사업을 이끌었다.', '    role: 역할: 사업을 이끌었다.')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:53  앞머리
      문제: 값 속에 ‘: ’가 또 있습니다.
      수정: 값 전체를 큰따옴표로 감싸세요. 글 속의 큰따옴표는 “ ”로 바꾸세요.
      고친 행:
        role: "역할: 사업을 이끌었다."

    파일 1개에서 오류 1건을 찾았습니다."
  `);
});

test('several faults are counted', () => {
  expect(reportOf('tier: 구\nsector: 사회적경제\n', 'tier: 동\nsector: 사회적경재\n')).toMatchInlineSnapshot(`
    "content/cases/busan-yeonje.mdx:5  tier
      문제: ‘동’: 정해진 값이 아닙니다.
      수정: 쓸 수 있는 값: 시, 군, 구

    content/cases/busan-yeonje.mdx:6  sector
      문제: ‘사회적경재’: 정해진 값이 아닙니다.
      수정: 이렇게 고치세요: ‘사회적경제’. 쓸 수 있는 값: 사회적경제, 청년문제해소
      고친 행:
    sector: 사회적경제

    파일 1개에서 오류 2건을 찾았습니다."
  `);
});
