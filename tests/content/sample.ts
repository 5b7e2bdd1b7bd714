/** A small case that has one of everything, for tests that spoil one thing at a time. It is invented, and no page shows it. */
import type { OtherFiles } from '../../src/content/others.ts';
import { toCaseFile, validateCase, type CaseFile, type Content } from '../../src/content/read.ts';
import type { CaseData } from '../../src/content/schema/case.ts';
import { readVocabulary } from '../../src/content/schema/vocabulary.ts';

export const SAMPLE = `---
title: 마을 가게
province: 부산광역시
municipality: 연제구
tier: 구
sector: 사회적경제
pledges:
  - text: 일자리 만들기
    code: 1-2
casebook: village-shops
pages: 173-180
summary: >-
  구는 2015년 9월 마을 가게를 열었다.
  주민 13명이 함께했다.
topics:
  - 노인 일자리
published: "2026-11-22"
budget:
  - id: subsidy
    label: 보조금
    value: 70000
    unit: 천원
    page: 173
    headline: 1
figures:
  - id: members
    kind: 현황
    label: 주민
    value: 13
    unit: 명
    asOf: "2016"
    page: 174
    headline: 2
  - id: walk
    kind: 현황
    label: 걷는 시간
    min: 10
    max: 15
    unit: 분
    qualifier: 이내
    page: 174
    headline: 3
events:
  - id: opening
    date: "2015-09-25"
    title: 마을 가게 문 열기
    page: 175
organisations:
  - id: office
    name: 연제구
    kind: 지방자치단체
    part: 주관
    role: 사업을 이끌었다.
    page: 173
instruments:
  - id: ordinance
    kind: 조례
    name: 마을 가게 조례
    date: "2014-03"
    role: 가게를 돕는 근거였다.
    page: 173
tables:
  - id: sales
    caption: 달마다 판 값
    page: 176
    unit: 만원
    columns: [달, 빵, 차, 계]
    rows: |
      | 9월 | 30 | 20 | 50 |
      | 10월 | 40 | - | 40 |
    total:
      row: "| 계 | 70 | 20 | 90 |"
      column: 계
notes:
  - id: name
    kind: 명칭·표기 차이
    topic: 가게 이름
    readings:
      - page: 174
        text: ‘마을 가게’라고 했다.
      - page: 175
        text: ‘마을가게’라고 했다.
    comment: 앞의 것을 따랐다.
---

## 추진 배경 [#background, 173-174쪽]

구는 보조금 7천만 원을 들여 가게를 열었다.<Note id="name" />

## 성과 [#results, 175-176쪽]

첫 달에는 50만원어치를 팔았다.

<Table id="sales" />
`;

/**
 * The text with pieces replaced, once each. Throws where a piece is not there: a test that spoils nothing would pass for nothing.
 * @param pairs what stands there and what is to stand there
 */
export function edit(text: string, ...pairs: readonly (readonly [from: string | RegExp, to: string])[]): string {
  return pairs.reduce((before, [from, to]) => {
    const after = before.replace(from, () => to);
    if (after === before) throw new Error(`the text has no ${String(from)}`);
    return after;
  }, text);
}

/** The sample, or what a test made of it, as a file of the given name. */
export function sampleFile(text = SAMPLE, name = 'busan-yeonje.mdx'): CaseFile {
  return toCaseFile(name, text);
}

/** The sample as the case of another municipality, on the pages behind. */
export const OTHER_SAMPLE = edit(
  SAMPLE,
  ['municipality: 연제구', 'municipality: 사상구'],
  ['pages: 173-180', 'pages: 181-188'],
  ['173-174쪽', '183-184쪽'],
  ['175-176쪽', '185-186쪽'],
).replaceAll(/page: 17(\d)/g, 'page: 18$1');

/** Small vocabularies and one casebook, in files. */
export const SAMPLE_FOLDER = 'tests/content/sample';
export const vocabulary = readVocabulary(SAMPLE_FOLDER);

/** No other file: what they say is held against cases elsewhere. */
export const NO_OTHERS: OtherFiles = { glossary: undefined, hanja: undefined, ledger: undefined, fingerprints: undefined, faults: [] };

/** The sample's vocabulary with the given files as its cases. */
export function contentOf(...files: CaseFile[]): Content {
  return {
    vocabulary,
    unread: new Set(),
    files,
    departures: { withdrawn: [], moved: [], faults: [] },
    faults: [],
    others: () => NO_OTHERS,
  };
}

/** The sample through the schema, with some of its data replaced. */
export function sampleData(changes: Partial<CaseData> = {}): CaseData {
  return { ...validateCase(sampleFile(), vocabulary).data, ...changes };
}
