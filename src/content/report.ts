import type { Fault } from './check/check.ts';

/** The faults as a person reads them: where, what, and what to do, file by file. */
export function formatFaults(faults: readonly Fault[]): string {
  const files = new Set(faults.map(({ file }) => file));
  const blocks = faults.map(
    ({ file, line, field, problem, fix }) =>
      `${file}:${String(line)}${field === '' ? '' : `  ${field}`}\n  무엇이: ${problem}\n  고치기: ${fix}`,
  );
  return [...blocks, `파일 ${String(files.size)}개에서 잘못 ${String(faults.length)}곳을 찾았다.`].join('\n\n');
}
