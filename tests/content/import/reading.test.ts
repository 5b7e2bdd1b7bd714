import { expect, test } from 'vitest';
import { findInstruments, findOrganisations, findQuoted } from '../../../src/content/import/names.ts';
import { readItems } from '../../../src/content/import/outline.ts';
import { findPages, parsePageStarts, placePages, sliceOfPages } from '../../../src/content/import/pages.ts';
import { closeUp, removeShadows } from '../../../src/content/import/repair.ts';
import { findTables, readHeader } from '../../../src/content/import/tables.ts';
import { findKeyedTables } from '../../../src/content/import/keyed-tables.ts';
import { vocabulary } from './made-up.ts';

const lines = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line, pages: { first: 7, last: 7 } }));

test.for([
  ['ⅠⅠⅠⅠ 추진배경', 'Ⅰ 추진배경'],
  ['111111111111111 빈집', '1 빈집'],
  ['‘볕집볕집볕집   사업사업사업’', '‘볕집   사업’'],
  ['✍ ✍ 빈집 빈집 빈집 정비 정비 정비', '✍ ✍ 빈집 정비'],
  ['빈집을 고치는 집빈집을 고치는 집', '빈집을 고치는 집'],
  // What may be meant stays.
  ['차차 나아질 곳곳의 집', '차차 나아질 곳곳의 집'],
  ['건  수 인 원 건  수 인 원', '건  수 인 원 건  수 인 원'],
  ['1,000,000,000원', '1,000,000,000원'],
  ['----------', '----------'],
] as const)('%s: shadows of letters go, the rest stays', ([line, repaired]) => {
  expect(removeShadows(line)).toBe(repaired);
});

test.for([
  ['사 례 명', '사례명'],
  ['구    분 계 마을기업', '구분 계 마을기업'],
  ['층 별 내 용 비 고', '층별 내용 비고'],
] as const)('%s is closed up word by word', ([wide, closed]) => {
  expect(closeUp(wide)).toBe(closed);
});

test('every family of bullets has its level, and a line without a mark goes on with the item before', () => {
  const text = [
    'Ⅰ 배경',
    '1. 현황',
    '□ 조사',
    '○ 첫째',
    '  이어진 줄',
    '- 작은 것',
    '※ 덧말',
    '가. 나눔',
    '1) 하나',
    '① 둘',
    '▪ 셋',
    '‣ 넷',
    '\uf06d 다섯',
    'w 여섯',
  ];
  expect(readItems(lines(text.join('\n'))).map((item) => [item.level, item.text])).toEqual([
    [1, '배경'],
    [2, '현황'],
    [3, '조사'],
    [4, '첫째 이어진 줄'],
    [5, '작은 것'],
    [6, '덧말'],
    [3, '나눔'],
    [4, '하나'],
    [4, '둘'],
    [5, '셋'],
    [5, '넷'],
    [3, '다섯'],
    [5, '여섯'],
  ]);
});

test('a page ends with its number; what lies between known pages is known within bounds', () => {
  const pages = (source: string, first: number, last: number) =>
    findPages(source.split('\n'), 1, { first, last }).map((line) => [line.text, line.pages?.first, line.pages?.last]);
  expect(pages('가\n- 7 -\n나\n- 9 -\n다', 7, 10)).toEqual([
    ['가', 7, 7],
    ['나', 8, 9],
    ['다', 10, 10],
  ]);
  expect(pages('- 7 -\n가\n- 8 -\n나', 7, 8)).toEqual([
    ['가', 7, 7],
    ['나', 8, 8],
  ]);
  expect(pages('가\n나', 7, 8)).toEqual([
    ['가', undefined, undefined],
    ['나', undefined, undefined],
  ]);
  // A bare number may be a cell.
  expect(pages('가\n8\n나', 7, 8).map(([, page]) => page)).toEqual([undefined, undefined, undefined]);
});

test('the pages of a case are cut out of the whole text, or the maintainer is asked for its lines', () => {
  const book = ['앞 사례', '- 9 -', '가', '- 10 -', '나', '- 11 -', '뒤 사례', '- 12 -'];
  expect(sliceOfPages(book, { first: 10, last: 11 })).toEqual({ first: 3, last: 6 });
  expect(sliceOfPages(['가', '나'], { first: 10, last: 11 })).toEqual({ first: 1, last: 2 });
  expect(() => sliceOfPages(['앞 사례', '- 3 -', '가'], { first: 10, last: 11 })).toThrow('--lines');
});

test('page starts are given as page and line', () => {
  const starts = parsePageStarts('7:1,8:3');
  expect(placePages(['가', '나', '다'], 1, starts).map(({ pages }) => pages?.first)).toEqual([7, 7, 8]);
  expect(() => parsePageStarts('7-1')).toThrow('173:971,174:1039');
  expect(() => parsePageStarts('8:1,7:3')).toThrow('앞의 것보다 커야');
});

test('numbers at the end of a line tell its cells apart', () => {
  const [table] = findTables(lines('(단위 : 개소, 명)\n구    분 계 마을기업 협동조합\n기 업 수 84 12 72\n고용인원 75 75 -\n\n○ 다음'));
  expect(table).toMatchObject({
    unit: '개소, 명',
    columns: ['구분', '계', '마을기업', '협동조합'],
    rows: [
      ['기업수', '84', '12', '72'],
      ['고용인원', '75', '75', '-'],
    ],
    unclear: [],
    last: 4,
  });
});

test('a header of two lines names the numbers only', () => {
  const [table] = findTables(lines('건  수 인 원 건  수 인 원\n2015년 31회 54명 10회 193명\n2016년 22회 29명 14회 136명'));
  expect(table?.columns).toEqual(['구분', '건수', '인원', '건수 2', '인원 2']);
});

test('words are not cut where the text does not say it; the row is unclear', () => {
  const [table] = findTables(lines('층 별 내 용 비 고\n1층 빵 굽는 곳 함께 쓰는 부엌\n옥상 꽃밭 -'));
  expect(table).toMatchObject({
    rows: [
      ['1층 빵 굽는 곳 함께 쓰는 부엌', '', ''],
      ['옥상 꽃밭 -', '', ''],
    ],
    unclear: [0, 1],
  });
});

test('gaps that an extractor keeps are the edges of columns', () => {
  const [table] = findTables(
    lines('기관명                 건수        예산액\n가온 센터               12          3,000\n나래 지원센터           7           200'),
  );
  expect(table).toMatchObject({
    columns: ['기관명', '건수', '예산액'],
    rows: [
      ['가온 센터', '12', '3,000'],
      ['나래 지원센터', '7', '200'],
    ],
    unclear: [],
  });
});

test.for(['○ 대상 인원', '교육 내용을 정리했다.', '기간 : 2017년', '사업 개요'])('%s is no header', (line) => {
  expect(readHeader(line)?.sure ?? false).toBe(false);
});

test('headings with the same fields under each become the rows of a table', () => {
  const items = readItems(lines('□ 첫 모임\n○ 일 시 : 2018. 3. 1.\n○ 장 소 : 마당\n□ 둘째 모임\n○ 일 시 : 2018. 4. 1.\n○ 장 소 : 어울터'));
  expect(findKeyedTables(items)[0]).toMatchObject({
    columns: ['구분', '일시', '장소'],
    rows: [
      ['첫 모임', '2018. 3. 1.', '마당'],
      ['둘째 모임', '2018. 4. 1.', '어울터'],
    ],
  });
});

test('organisations are known by the ends of their names, and common words are no names', () => {
  const find = (text: string) => findOrganisations(text, vocabulary).map(({ name, kind }) => `${name}/${kind}`);
  expect(find('가온대학교와 나래시 빈집협의회가 물빛 재단을')).toEqual(['가온대학교/교육기관', '나래시 빈집협의회/협의체']);
  expect(find('관내 마을기업과 지역 협동조합, 민간 네트워크를 활용하고')).toEqual([]);
  expect(find('㈜볕드는집, 고용노동부 및 물빛은행')).toEqual(['㈜볕드는집/기업', '고용노동부/중앙행정기관', '물빛은행/금융기관']);
});

test('instruments are quoted names and runs of words with such an end', () => {
  const find = (text: string) => findInstruments(text, vocabulary).map(({ name, kind }) => `${name}/${kind}`);
  expect(find('「나래시 빈집 정비에 관한 조례」 제정')).toEqual(['나래시 빈집 정비에 관한 조례/조례']);
  expect(find('건축법제11조에 따라')).toEqual(['건축법 제11조/법률']);
  expect(find('추진방법을 정하고 관련 조례를 살펴')).toEqual([]);
});

test('a shortened year is no quotation', () => {
  expect(findQuoted('‘볕드는 집’ 개소(‘18.12.1.)와 『빈집 이야기』').map(({ name }) => name)).toEqual(['볕드는 집', '빈집 이야기']);
});
