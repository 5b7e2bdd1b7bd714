import { expect, test } from 'vitest';
import { checkContent } from '../../../src/content/check/check.ts';
import { readDraft, type ImportOptions } from '../../../src/content/import/draft.ts';
import { decodeCasebook } from '../../../src/content/import/text.ts';
import { findUnjudged } from '../../../src/content/import/unjudged.ts';
import { writeDraft } from '../../../src/content/import/write.ts';
import { parseBody } from '../../../src/content/prose.ts';
import { readContent, toCaseFile } from '../../../src/content/read.ts';
import { findVerbatim } from '../../../src/content/source-check/verbatim.ts';
import { squeeze } from '../../../src/content/source-check/squeeze.ts';
import { text, vocabulary } from './made-up.ts';

const TODAY = '2026-12-01';
const OPTIONS: ImportOptions = { book: 'made-up', pages: '11-14' };
const draft = readDraft(text, OPTIONS, vocabulary);
const written = writeDraft(draft, vocabulary, TODAY);
const file = toCaseFile('gaon-narae.mdx', written);
const rows = file.source.data as Record<string, readonly Record<string, unknown>[]>;

test('the form gives title, place, pledge and sector', () => {
  expect(file.source.problems).toEqual([]);
  expect(file.source.data).toMatchObject({
    title: '빈집을 고쳐 여는 ‘볕드는 집’',
    province: '가온도',
    municipality: '나래시',
    tier: '시',
    sector: '도시재생',
    pledges: [{ text: '빈집 정비와 마을 되살리기', code: '2-1-4' }],
    casebook: 'made-up',
    pages: '11-14',
    period: { start: '2018-03', end: '2019-11', page: 11 },
  });
  expect(draft.place.slug).toBe('gaon-narae');
});

test('amounts, counts and dates are rows with their page', () => {
  expect(rows['budget']?.map(({ value, unit, page }) => [value, unit, page])).toEqual([[125005, '천원', 11]]);
  expect(rows['figures']?.map(({ value, unit, asOf, page }) => [value, unit, asOf, page])).toEqual([
    [100, '%', undefined, 11],
    [27, '곳', '2018-04-30', 12],
    [15, '명', undefined, 12],
    [4, '회', undefined, 12],
    [120, '명', undefined, 13],
    [85, '명', undefined, 13],
    [10, '회', undefined, 14],
  ]);
  expect(rows['events']?.map(({ date, start, end, title, page }) => [date ?? start, end, title, page])).toEqual([
    ['2018-09-12', undefined, '｢나래시 빈집 정비에 관한 조례｣ 제정', 12],
    ['2018-10', undefined, '나래시 빈집협의회 구성', 12],
    ['2018-12-01', undefined, '확인: 볕드는 집 1호점 문을 열다', 13],
    ['2019-05-04', '2019-05-06', '확인: 볕드는 집 2호점 문을 열다', 13],
    ['2019-02-20', undefined, '가온대학교와 업무협약 체결', 13],
    ['2020', undefined, '볕드는 집 3호점 개소 예정', 14],
    ['2019-06', undefined, '빈집은행 누리집 구축(10회 회의)', 14],
  ]);
});

test('organisations and instruments are rows, the municipality first', () => {
  expect(rows['organisations']?.map(({ name, page }) => [name, page])).toEqual([
    ['가온도 나래시', 11],
    ['나래시 빈집협의회', 12],
    ['가온대학교', 13],
    // By its end it could be a bank: its kind is for a person to judge.
    ['빈집은행', 14],
  ]);
  expect(rows['instruments']?.map(({ name, page }) => [name, page])).toEqual([['나래시 빈집 정비에 관한 조례', 12]]);
});

test('a printed table keeps its cells and unit, fields under alike headings become one', () => {
  expect(draft.tables.map(({ columns, rows: cells }) => [columns, cells[0]])).toEqual([
    [
      ['구분', '일시', '장소', '참여인원'],
      ['볕드는 집 1호점 문을 열다', '2018. 12. 1.(토) 14:00~16:00', '나래시 물빛동 마을마당', '주민 120여명'],
    ],
    [
      ['구분', '계', '2018년', '2019년'],
      ['고친 집', '19', '7', '12'],
    ],
  ]);
});

test('the content check names a line of every row and section until a person has judged it', () => {
  const content = readContent('content');
  const faults = checkContent({ ...content, vocabulary, files: [file] }, TODAY).filter((fault) => fault.file === file.file);
  const named = new Set(faults.map(({ line }) => line));
  const lines = written.split('\n');
  const starts = lines.flatMap((line, index) => (/^ {2}- id: /.test(line) ? [index + 1] : []));
  const unnamed = starts.filter((start, index) => {
    const end = starts[index + 1] ?? lines.indexOf('---', 1) + 1;
    return ![...named].some((line) => line >= start && line < end);
  });
  // The municipality itself needs no judgement but of what it did.
  expect(unnamed.map((line) => lines[line - 1])).toEqual(['  - id: municipality']);
  const sections = lines.flatMap((line, index) => (line.startsWith('> 확인:') ? [index + 1] : []));
  expect(sections.length).toBeGreaterThan(3);
  expect(sections.filter((line) => !named.has(line))).toEqual([]);
  expect(findUnjudged(written).length).toBeGreaterThan(starts.length);
});

test('no sentence of the book stands in the prose', () => {
  const body = parseBody(file.source.body, file.source.bodyLine);
  expect(body.sections.map(({ id, pages }) => `${id} ${pages}`)).toEqual([
    'beginning 11',
    'background 12',
    'status 12',
    'actions 13',
    'section-4 13',
    'status-2 13',
    'plans 14',
  ]);
  expect(findVerbatim(file.source.body, squeeze(text))).toEqual([]);
});

test('without page numbers every page is left to the person', () => {
  const bare = text.replaceAll(/^- \d\d -$/gm, '');
  const unplaced = readDraft(bare, OPTIONS, vocabulary);
  expect(unplaced.unplaced).toBeGreaterThan(20);
  const source = toCaseFile('gaon-narae.mdx', writeDraft(unplaced, vocabulary, TODAY)).source;
  const data = source.data as Record<string, readonly { page: string }[]>;
  expect(data['figures']?.[0]?.page).toBe('확인: 쪽');
  expect(source.body).toContain('확인: 쪽]');
});

test.for([
  [{ ...OPTIONS, book: 'no-such-book' }, 'content/casebooks에 없는 사례집입니다'],
  [{ ...OPTIONS, pages: '9-14' }, '10-30쪽입니다'],
  [{ ...OPTIONS, pages: '14' + '-11' }, '173-180처럼'],
  [{ ...OPTIONS, lines: { first: 5, last: 999 } }, '파일은'],
  [{ ...OPTIONS, municipality: '가온도 없는시' }, '{ id: jongno, name: 없는시, today: 없는시 }'],
  [{ ...OPTIONS, municipality: '없는도 나래군' }, '없는 시·도입니다'],
] as const)('what cannot be is refused with a sentence (%#)', ([options, message]) => {
  expect(() => readDraft(text, options, vocabulary)).toThrow(message);
});

const bytes = (source: string) => new TextEncoder().encode(source);
/** ‘빈집 이야기’ over and over in EUC-KR. */
const eucKr = Uint8Array.from(
  { length: 400 },
  (_, index) => [0xba, 0xf3, 0xc1, 0xfd, 0x20, 0xc0, 0xcc, 0xbe, 0xdf, 0xb1, 0xe2, 0x0a][index % 12] ?? 0x20,
);

test.for([
  ['empty', bytes(''), '비어 있습니다'],
  ['blank', bytes(' \n\f\n'), '비어 있습니다'],
  ['binary', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), '텍스트 파일이 아닙니다'],
  ['a PDF', bytes('%PDF-1.7 ...'), 'PDF 파일입니다'],
  ['EUC-KR', eucKr, 'EUC-KR'],
  ['UTF-16', Uint8Array.from([0xff, 0xfe, 0x48, 0xd5]), 'UTF-16'],
  ['10 MB', new Uint8Array(10 * 1024 * 1024).fill(0x20), '10.0MB'],
  ['without Hangul', bytes('no text layer'), '한글이 없습니다'],
] as const)('a file that is %s is refused with a sentence', ([, source, message]) => {
  expect(() => decodeCasebook(source)).toThrow(message);
});

test('line ends, marks of order and decomposed Hangul do not matter', () => {
  expect(decodeCasebook(bytes(`\ufeff${'빈집'.normalize('NFD')}\r\n둘`))).toBe('빈집\n둘');
});
