import type { Fault } from './fault.ts';

/** The faults as a person reads them: where, what, and what to do, file by file. */
export function formatFaults(faults: readonly Fault[]): string {
  const files = new Set(faults.map(({ file }) => file));
  const blocks = faults.map(
    ({ file, line, field, problem, fix, corrected }) =>
      `${file}:${String(line)}${field === '' ? '' : `  ${field}`}\n  문제: ${problem}\n  수정: ${fix}${corrected === undefined ? '' : `\n  고친 행:\n${corrected}`}`,
  );
  return [...blocks, `파일 ${String(files.size)}개에서 오류 ${String(faults.length)}건을 찾았습니다.`].join('\n\n');
}
