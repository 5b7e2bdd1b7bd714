import type { Fault } from './fault.ts';

/** The faults as a person reads them: where, what, and what to do, file by file. */
export function formatFaults(faults: readonly Fault[]): string {
  const files = new Set(faults.map(({ file }) => file));
  return [...faults.map(formatFault), `파일 ${String(files.size)}개에서 오류 ${String(faults.length)}건을 찾았습니다.`].join('\n\n');
}

/** Likely slips, which stop nothing. */
export function formatWarnings(warnings: readonly Fault[]): string {
  return [...warnings.map(formatFault), countWarnings(warnings.length)].join('\n\n');
}

/** How many there are, and that nothing has to be done: in the terminal and on the pages of the preview. */
export function countWarnings(count: number): string {
  return `다시 볼 곳이 ${String(count)}군데 있습니다. 오류가 아니므로 그대로 두어도 됩니다.`;
}

function formatFault({ file, line, field, problem, fix, corrected }: Fault): string {
  const place = `${file}:${String(line)}${field === '' ? '' : `  ${field}`}`;
  return `${place}\n  문제: ${problem}\n  수정: ${fix}${corrected === undefined ? '' : `\n  고친 행:\n${corrected}`}`;
}
