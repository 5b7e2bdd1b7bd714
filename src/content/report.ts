import type { Fault } from './fault.ts';

/** The faults as a person reads them: where, what, and what to do, file by file. */
export function formatFaults(faults: readonly Fault[]): string {
  const files = new Set(faults.map(({ file }) => file));
  return [...faults.map(formatFault), `파일 ${String(files.size)}개에서 오류 ${String(faults.length)}건을 찾았습니다.`].join('\n\n');
}

/** Likely slips, which stop nothing. */
export function formatWarnings(warnings: readonly Fault[]): string {
  return [...warnings.map(formatFault), `다시 볼 곳이 ${String(warnings.length)}군데 있습니다. 오류가 아니므로 그대로 두어도 됩니다.`].join(
    '\n\n',
  );
}

function formatFault({ file, line, field, problem, fix, corrected }: Fault): string {
  const place = `${file}:${String(line)}${field === '' ? '' : `  ${field}`}`;
  return `${place}\n  문제: ${problem}\n  수정: ${fix}${corrected === undefined ? '' : `\n  고친 행:\n${corrected}`}`;
}
