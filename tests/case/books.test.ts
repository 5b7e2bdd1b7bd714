import { expect, test } from 'vitest';
import { describeHeld, describeIncluded, describeTimes, groupByBook, nameBook, nameBookBriefly, sortBooks } from '../../src/case/books.ts';
import type { Casebook } from '../../src/content/schema/casebook.ts';

const book = (id: string, title: string, asOf: string): Casebook => ({
  id,
  title,
  part: '1분야(도시재생) 시(市)',
  sector: ['도시재생'],
  tier: ['시'],
  asOf,
  pages: '1-10',
});
const books = [book('a', '가 사례집', '2019-06'), book('b', '나 사례집', '2017'), book('c', '다 사례집', '2021')];
const cases = ['b', 'a', 'b'].map((casebook) => ({ data: { casebook } }));

test('books are those that have cases, in the order of their times, each with its cases', () => {
  expect(groupByBook(cases, books).map((held) => [held.book.id, held.cases.length])).toEqual([
    ['b', 2],
    ['a', 1],
  ]);
  expect(groupByBook([], books)).toEqual([]);
});

test('parts of one time stand in the order of their pages', () => {
  const parts = [
    { ...book('late', '가', '2017'), pages: '150-200' },
    { ...book('early', '가', '2017'), pages: '9-149' },
  ];
  expect(sortBooks(parts).map(({ id }) => id)).toEqual(['early', 'late']);
});

test('what is held is said by book and number', () => {
  expect(describeHeld(cases, books)).toBe(
    '『나 사례집』 1분야(도시재생) 시(市)의 사례 2건, 『가 사례집』 1분야(도시재생) 시(市)의 사례 1건',
  );
  expect(describeHeld([], books)).toBe('');
  expect(books.map(nameBookBriefly)[0]).toBe('『가 사례집』 2019년 6월');
});

test('what is included names one book, or two, with pages and cases, and counts more', () => {
  const held = groupByBook(cases, books);
  expect(describeIncluded(held.slice(0, 1))).toBe('『나 사례집』 1분야(도시재생) 시(市) 1–10쪽의 사례 2건을 다시 정리했다.');
  expect(describeIncluded(held)).toBe(
    '『나 사례집』 1분야(도시재생) 시(市) 1–10쪽의 사례 2건과 『가 사례집』 1분야(도시재생) 시(市) 1–10쪽의 사례 1건을 다시 정리했다.',
  );
  expect(describeIncluded(groupByBook([...cases, { data: { casebook: 'c' } }], books))).toBe(
    '인쇄된 사례집에서 3부분, 사례 4건을 다시 정리했다.',
  );
  expect(describeIncluded([])).toBe('아직 실은 사례가 없다.');
});

test('a title within brackets of its own kind gets the smaller ones', () => {
  expect(nameBook(book('e', '「좋은」 사례집', '2017'))).toBe('『〈좋은〉 사례집』 1분야(도시재생) 시(市)');
});

test('times are said once each, the earliest first, and as a range when there are many', () => {
  expect(describeTimes(books.slice(0, 2))).toBe('2017년과 2019년 6월');
  expect(describeTimes([...books, book('d', '라 사례집', '2017')])).toBe('2017~2021년');
});
