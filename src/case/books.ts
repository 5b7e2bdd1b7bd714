/** What the casebooks are, in sentences that hold for one book as for ten. */
import { formatPages } from '../content/pages.ts';
import { formatPartialDate } from '../korean/calendar.ts';
import { nestBrackets } from '../korean/typography.ts';

/** A casebook and how many of its cases are here. */
export interface IncludedBook {
  title: string;
  /** `1분야(사회적경제) 구(區)` */
  part: string;
  /** Printed pages of the part, `149-247`. */
  pages: string;
  /** The time that the book describes, as an ISO date at its own precision. */
  asOf: string;
  count: number;
}

/** More books than this are only counted. */
const MOST_NAMED = 2;

/** `『매니페스토 우수사례 소개서』 1분야(사회적경제) 구(區)(149–247쪽)의 사례 12건을 다시 정리했다.` */
export function describeIncluded(books: readonly IncludedBook[]): string {
  const included = books.filter(({ count }) => count > 0);
  const total = included.reduce((sum, { count }) => sum + count, 0);
  const named =
    included.length > MOST_NAMED
      ? `인쇄된 사례집에서 ${String(included.length)}부분, 사례 ${String(total)}건을 다시 정리했다.`
      : `${included.map(nameWithCount).join('과 ')}을 다시 정리했다.`;
  return total === 0 ? '아직 실은 사례가 없다.' : named;
}

function nameWithCount({ title, part, pages, count }: IncludedBook): string {
  return `『${nestBrackets(title)}』 ${part} ${formatPages(pages)}쪽의 사례 ${String(count)}건`;
}

/** `2017년 당시`, `2015년과 2017년 당시`, `2012~2017년 당시`: the times that the books describe. */
export function describeTimes(books: readonly Pick<IncludedBook, 'asOf'>[]): string {
  const times = [...new Set(books.map(({ asOf }) => asOf))].sort();
  const [first = '', last = first] = [times[0], times.at(-1)];
  if (times.length > MOST_NAMED) return `${first.slice(0, 4)}~${last.slice(0, 4)}년 당시`;
  return `${times.map(formatPartialDate).join('과 ')} 당시`;
}
