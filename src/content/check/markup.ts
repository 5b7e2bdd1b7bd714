import type { CaseFile } from '../read.ts';
import type { Report } from './subject.ts';

/** Bold, strikethrough, tags and links. */
const MARKUP = /\*\*|~~|<\/?[A-Za-z][^>]*>?|\]\((?=https?:|[/#])/;

/** Data is shown as it is written: nothing in it is set off. */
export function checkMarkup({ text, source }: CaseFile, report: Report['line']): void {
  const lines = text.split('\n').slice(0, source.bodyLine - 1);
  for (const [index, line] of lines.entries()) {
    const markup = MARKUP.exec(line)?.[0];
    if (markup === undefined || /^\s*#/.test(line)) continue;
    report(
      index + 1,
      '앞머리',
      `‘${markup}’: 앞머리의 글에는 꾸미는 표시를 쓸 수 없습니다.`,
      '앞머리의 글은 적힌 그대로 보입니다. 표시를 지우세요.',
    );
  }
}
