import type { Fault } from '../fault.ts';
import { formatPages, pagesWithin, parsePages } from '../pages.ts';
import type { CaseFile } from '../read.ts';
import { GLOSSARY, type Term } from '../schema/glossary.ts';
import type { CheckedCase } from './subject.ts';

/** An explanation that the book itself gives stands on a page of a case that is there. */
export function checkGlossary(
  terms: readonly Term[],
  cases: readonly CheckedCase[],
  files: readonly CaseFile[],
  lineAt: (path: readonly PropertyKey[]) => number,
  report: (fault: Fault) => void,
): void {
  terms.forEach(({ id, from }, index) => {
    if (from === undefined) return;
    const tell = (key: string, problem: string, fix: string) => {
      report({ file: `content/${GLOSSARY.name}`, line: lineAt([index, 'from', key]), field: `${id}.from.${key}`, problem, fix });
    };
    const own = cases.find(({ file }) => file.slug === from.case);
    if (!files.some(({ slug }) => slug === from.case))
      tell('case', `‘${from.case}’: 없는 사례입니다.`, '사례 파일의 이름을 적으세요. 사례의 게시를 중단했으면 from을 지우세요.');
    else if (own && !pagesWithin([{ first: from.page, last: from.page }], parsePages(own.data.pages) ?? []))
      tell(
        'page',
        `${String(from.page)}쪽은 그 사례의 쪽(${formatPages(own.data.pages)}) 밖입니다.`,
        '쪽 번호를 사례집에서 다시 확인하세요.',
      );
  });
}
