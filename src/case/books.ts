/** What the catalogue says about its books. Nothing about a book is written anywhere but in `content/casebooks/`. */
import { firstPage } from '../content/pages.ts';
import type { CaseData } from '../content/schema/case.ts';
import { formatPages } from '../content/pages.ts';
import type { Casebook } from '../content/schema/casebook.ts';
import { formatPartialDate } from '../korean/calendar.ts';
import { nestBrackets } from '../korean/typography.ts';

type CaseOfBook = { data: Pick<CaseData, 'casebook'> };

/** A book, or the part of one that the catalogue holds, with its cases. */
export interface HeldBook<Case extends CaseOfBook> {
  book: Casebook;
  cases: Case[];
}

/** Books in the order of the times that they describe; parts of one time in the order of their pages. */
export function sortBooks(casebooks: readonly Casebook[]): Casebook[] {
  return casebooks.toSorted(
    (a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0) || firstPage(a.pages) - firstPage(b.pages) || (a.id < b.id ? -1 : 1),
  );
}

/** The books that have cases here, in their order, each with its cases. */
export function groupByBook<Case extends CaseOfBook>(cases: readonly Case[], casebooks: readonly Casebook[]): HeldBook<Case>[] {
  const held = new Map<string, HeldBook<Case>>(sortBooks(casebooks).map((book) => [book.id, { book, cases: [] }]));
  for (const entry of cases) held.get(entry.data.casebook)?.cases.push(entry);
  return [...held.values()].filter(({ cases: own }) => own.length > 0);
}

/** `『매니페스토 우수사례 소개서』 1분야(사회적경제) 구(區)` */
export function nameBook({ title, part }: Pick<Casebook, 'title' | 'part'>): string {
  return `『${nestBrackets(title)}』 ${part}`;
}

/** As rows of a list say it, where there is little room: `『매니페스토 우수사례 소개서』 2017년` */
export function nameBookBriefly({ title, asOf }: Pick<Casebook, 'title' | 'asOf'>): string {
  return `『${nestBrackets(title)}』 ${formatPartialDate(asOf)}`;
}

/** `『매니페스토 우수사례 소개서』 1분야(사회적경제) 구(區)의 사례 12건`, several parted by commas; `''` without a case. */
export function describeHeld(cases: readonly CaseOfBook[], casebooks: readonly Casebook[]): string {
  return groupByBook(cases, casebooks)
    .map(({ book, cases: own }) => `${nameBook(book)}의 사례 ${String(own.length)}건`)
    .join(', ');
}

/** More books than this are only counted. */
const MOST_NAMED = 2;

/** `『매니페스토 우수사례 소개서』 1분야(사회적경제) 구(區) 149–247쪽의 사례 12건을 다시 정리했다.`; many books are only counted. */
export function describeIncluded(held: readonly HeldBook<CaseOfBook>[]): string {
  const total = held.reduce((sum, { cases }) => sum + cases.length, 0);
  if (total === 0) return '아직 실은 사례가 없다.';
  if (held.length > MOST_NAMED) return `인쇄된 사례집에서 ${String(held.length)}부분, 사례 ${String(total)}건을 다시 정리했다.`;
  const named = held.map(({ book, cases }) => `${nameBook(book)} ${formatPages(book.pages)}쪽의 사례 ${String(cases.length)}건`);
  return `${named.join('과 ')}을 다시 정리했다.`;
}

/** The times that the books describe, the earliest first: `2017년`, `2017년과 2019년 6월`, `2015~2021년` when there are many. */
export function describeTimes(books: readonly Pick<Casebook, 'asOf'>[]): string {
  const times = [...new Set(books.map(({ asOf }) => asOf))].sort();
  const [first = '', last = first] = [times[0], times.at(-1)];
  if (times.length > MOST_NAMED) return `${first.slice(0, 4)}~${last.slice(0, 4)}년`;
  return times.map(formatPartialDate).join('과 ');
}

/** What the catalogue is, of what, and of which time, in one sentence. */
export function describeCatalogue(cases: readonly CaseOfBook[], casebooks: readonly Casebook[]): string {
  const held = groupByBook(cases, casebooks);
  if (held.length === 0) return '기초지자체가 공약을 실천한 사례를 모으는 곳으로, 아직 실은 사례가 없다.';
  const named =
    held.length > MOST_NAMED ? `사례집 ${String(held.length)}부분의 사례 ${String(cases.length)}건` : describeHeld(cases, casebooks);
  return `기초지자체가 공약을 실천한 기록을 모은 곳으로, ${named}을 ${describeTimes(held.map(({ book }) => book))} 당시의 내용대로 쪽과 함께 실었다.`;
}
