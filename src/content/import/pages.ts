/** Which printed page each line of a casebook's text stands on. */
import type { PageRange } from '../pages.ts';
import { ImportError } from './text.ts';

/** One line of the text with what is known of its page. */
export interface SourceLine {
  /** 1-based line of the text file. */
  readonly number: number;
  readonly text: string;
  /** First and last page that the line may stand on; equal when it is known, `undefined` when nothing is. */
  readonly pages: PageRange | undefined;
}

/** Where a printed page begins: its number and its first line. */
export interface PageStart {
  readonly page: number;
  readonly firstLine: number;
}

/** A running page number by itself: `- 170 -`, `170`, `170쪽`, `- 170`. */
const RUNNING_NUMBER = /^\s*(?:[-–—―|[(<〈]\s*)?(\d{1,4})(?:\s*쪽)?(?:\s*[-–—―|\])>〉])?\s*$/;
/** A bare number may be a cell of a table; one with dashes is a page. */
const DRESSED = /^\s*[-–—―|[(<〈]\s*\d{1,4}\s*[-–—―|\])>〉]\s*$|쪽\s*$/;

export const isRunningNumber = (line: string): boolean => DRESSED.test(line);

/**
 * Finds the page of every line from the running page numbers in the text, which stand at the foot of their pages unless the first of them has
 * no text before it. A page whose neighbours have no number is known only within bounds.
 * @param own pages of the case
 * @param firstNumber line of the text file on which `lines` begins
 */
export function findPages(lines: readonly string[], firstNumber: number, own: PageRange): SourceLine[] {
  const marks = findMarks(lines, own);
  const atHead = marks[0] !== undefined && lines.slice(0, marks[0].index).every((line) => line.trim() === '');
  return lines.flatMap((text, index) => {
    if (marks.some((mark) => mark.index === index)) return [];
    const before = marks.findLast((mark) => mark.index < index)?.page;
    const after = marks.find((mark) => mark.index > index)?.page;
    const first = before === undefined ? own.first : atHead ? before : before + 1;
    const last = after === undefined ? own.last : atHead ? after - 1 : after;
    const known = marks.length > 0 || own.first === own.last;
    return [
      { number: firstNumber + index, text: text.replaceAll('\f', ''), pages: known ? { first, last: Math.max(first, last) } : undefined },
    ];
  });
}

function findMarks(lines: readonly string[], own: PageRange): { index: number; page: number }[] {
  const found = lines.flatMap((line, index) => {
    const page = Number(RUNNING_NUMBER.exec(line)?.[1] ?? NaN);
    const marked = DRESSED.test(line) || line.includes('\f') || lines[index + 1]?.includes('\f') === true || index === lines.length - 1;
    return marked && page >= own.first && page <= own.last ? [{ index, page }] : [];
  });
  // Page numbers only grow; one that does not is something else.
  return found.filter(({ page }, at) => found.slice(0, at).every((earlier) => earlier.page < page));
}

/**
 * The lines of the text file that hold the pages of a case, both included and counted from 1: behind the number of the page before, up to the
 * number of the last page. The whole file when it has no other page in it.
 * @throws ImportError when other pages stand in the file and the case cannot be cut out
 */
export function sliceOfPages(lines: readonly string[], own: PageRange): { first: number; last: number } {
  const marks = lines.flatMap((line, index) =>
    DRESSED.test(line) ? [{ index, page: Number(RUNNING_NUMBER.exec(line)?.[1] ?? NaN) }] : [],
  );
  const before = marks.find(({ page }) => page === own.first - 1);
  const last = marks.find(({ page }) => page === own.last);
  const foreign = (from: number, to: number): boolean =>
    marks.some(({ index, page }) => index >= from && index <= to && (page < own.first || page > own.last));
  const range = { first: (before?.index ?? -1) + 1, last: last?.index ?? lines.length - 1 };
  if (range.first > range.last || foreign(range.first, range.last))
    throw new ImportError(
      '글에 다른 쪽이 함께 있어 사례의 처음과 끝을 찾지 못했습니다. --lines 971-1288처럼 사례가 있는 줄을 적어 주세요.',
    );
  return { first: range.first + 1, last: range.last + 1 };
}

/** The lines with the pages that the maintainer gave. */
export function placePages(lines: readonly string[], firstNumber: number, starts: readonly PageStart[]): SourceLine[] {
  return lines.flatMap((text, index) => {
    const number = firstNumber + index;
    if (isRunningNumber(text)) return [];
    const page = starts.findLast((start) => start.firstLine <= number)?.page;
    return [{ number, text: text.replaceAll('\f', ''), pages: page === undefined ? undefined : { first: page, last: page } }];
  });
}

/**
 * Reads `173:971, 174:1039` (page and its first line in the text file).
 * @throws ImportError
 */
export function parsePageStarts(source: string): PageStart[] {
  const starts = source.split(',').map((part) => {
    const [, page, line] = /^\s*(\d{1,4}):(\d+)\s*$/.exec(part) ?? [];
    if (page === undefined || line === undefined)
      throw new ImportError(`‘${part.trim()}’: --page-starts는 173:971,174:1039처럼 ‘쪽:첫 줄’을 쉼표로 이어 적어 주세요.`);
    return { page: Number(page), firstLine: Number(line) };
  });
  const wrong = starts.find((start, index) => {
    const before = starts[index - 1];
    return before !== undefined && (start.page <= before.page || start.firstLine <= before.firstLine);
  });
  if (wrong) throw new ImportError(`${String(wrong.page)}:${String(wrong.firstLine)}: 쪽과 줄은 앞의 것보다 커야 합니다.`);
  return starts;
}

/** The page as a row says it; `undefined` when it is not known to the page. */
export function exactPage({ pages }: Pick<SourceLine, 'pages'>): number | undefined {
  return pages !== undefined && pages.first === pages.last ? pages.first : undefined;
}
