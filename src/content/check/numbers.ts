import { createBackingCheck } from './backing.ts';
import type { CheckedCase, Report } from './subject.ts';

/** Every counted number, amount and date of the prose and the summary stands in a row of data. */
export function checkNumbers({ file, data, body }: CheckedCase, report: Report): void {
  const unbacked = createBackingCheck(data);
  const lines = file.text.split('\n');
  /** A paragraph or summary may run over several lines: tells the one that holds the claim, or the first. */
  const check = (field: string, text: string, linesOf: () => readonly [first: number, last: number]) => {
    for (const { kind, text: claim } of unbacked(text)) {
      const [first, last] = linesOf();
      const offset = lines.slice(first - 1, last).findIndex((line) => line.includes(claim));
      report.line(
        first + Math.max(offset, 0),
        field,
        `${kind} ‘${claim}’: 근거가 되는 행이 앞머리에 없습니다.`,
        '앞머리의 figures, budget, events, tables 가운데 알맞은 곳에 이 사실을 쪽과 함께 적거나, 글을 고치세요.',
      );
    }
  };
  check('summary', data.summary, () => {
    const start = file.source.lineAt(['summary']);
    return [start, lines.findIndex((line, index) => index >= start && /^\S/.test(line))];
  });
  for (const { text, line } of body.texts) check('본문', text, () => [line, line + text.split('\n').length - 1]);
}
