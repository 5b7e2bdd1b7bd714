/** The pages of a case as the casebook's text has them. */
import { z } from 'zod';
import { isRunningNumber, type PageStart } from '../import/pages.ts';
import { removeShadows } from '../import/repair.ts';
import { ImportError } from '../import/text.ts';

/** Where a case stands in the text: an entry of pages.json, which may say more. */
const entrySchema = z.object({
  slug: z.string(),
  /** First and last line of the text file, from 1. */
  lines: z.tuple([z.int(), z.int()]),
  firstPage: z.int(),
  lastPage: z.int(),
  pages: z.array(z.object({ page: z.int(), firstLine: z.int() })).default([]),
});

export interface SourceEntry {
  readonly slug: string;
  readonly lines: readonly [first: number, last: number];
  readonly firstPage: number;
  readonly lastPage: number;
  readonly pages: readonly PageStart[];
}

/**
 * Reads pages.json.
 * @throws ImportError when it is no JSON or of another shape
 */
export function parseEntries(json: string): readonly SourceEntry[] {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    throw new ImportError('--pages의 파일이 JSON이 아닙니다.');
  }
  const result = z.array(entrySchema).safeParse(data);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ImportError(
    `--pages의 파일에서 ${issue === undefined || issue.path.length === 0 ? '목록' : issue.path.join('.')}을 읽을 수 없습니다. 예: [{"slug": "busan-yeonje", "lines": [971, 1288], "firstPage": 173, "lastPage": 180}]`,
  );
}

/** The text of a case in one piece, and the line of the file at each offset of it. */
export interface SourceText {
  readonly text: string;
  readonly lineAt: (offset: number) => number;
}

/** Numbers of lists and running pages state nothing. */
const LIST_NUMBER = /^\s*\d{1,2}(?:-\d)?\s*[.)]\s+(?=[^\s\d])/;

/** Cuts the lines of a case out of the whole text, without page numbers, shadows of letters and numbers of lists. */
export function cutSource(lines: readonly string[], [first, last]: SourceEntry['lines']): SourceText {
  // What the print wrapped stands together again: 3,500 and 만원 of the next line.
  const kept = lines
    .slice(first - 1, last)
    .map((line, index) => ({
      number: first + index,
      text: isRunningNumber(line) ? '' : removeShadows(line).replace(LIST_NUMBER, ' ').trim(),
    }))
    .filter(({ text }) => text !== '');
  const starts: number[] = [];
  let length = 0;
  for (const { text } of kept) {
    starts.push(length);
    length += text.length + 1;
  }
  const lineAt = (offset: number): number => kept[starts.findLastIndex((start) => start <= offset)]?.number ?? first;
  return { text: kept.map(({ text }) => text).join('\n'), lineAt };
}
