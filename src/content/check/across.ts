import type { Fault } from '../fault.ts';
import { type PageRange, pagesOverlap, parsePages } from '../pages.ts';
import type { CheckedCase } from './subject.ts';

/** What only shows when all cases are read: one address, one run of pages, one alias each. */
export function checkAcross(cases: readonly CheckedCase[], report: (fault: Fault) => void): void {
  checkAliases(cases, report);
  checkOverlaps(cases, report);
}

function checkAliases(cases: readonly CheckedCase[], report: (fault: Fault) => void): void {
  const slugs = new Map(cases.map(({ file }) => [file.slug, file.file]));
  const aliases = new Map<string, string>();
  for (const { file, data } of cases) {
    for (const alias of data.aliases) {
      const owner = slugs.get(alias) ?? aliases.get(alias);
      if (owner !== undefined) {
        report({
          file: file.file,
          line: file.source.lineAt(['aliases']),
          field: 'aliases',
          problem: `이전 링크 ‘${alias}’: 이미 ${owner}에서 씁니다.`,
          fix: '다른 사례가 쓰지 않는 이전 링크만 적으세요.',
        });
      }
      aliases.set(alias, file.file);
    }
  }
}

function checkOverlaps(cases: readonly CheckedCase[], report: (fault: Fault) => void): void {
  const byBook = new Map<string, { one: CheckedCase; pages: PageRange[] }[]>();
  for (const one of cases) {
    const pages = parsePages(one.data.pages) ?? [];
    const before = byBook.get(one.data.casebook) ?? [];
    byBook.set(one.data.casebook, before);
    const other = before.find((earlier) => pagesOverlap(earlier.pages, pages))?.one;
    before.push({ one, pages });
    if (other) {
      report({
        file: one.file.file,
        line: one.file.source.lineAt(['pages']),
        field: 'pages',
        problem: `${String(one.data.pages)}쪽은 ${other.file.file}의 쪽(${String(other.data.pages)})과 겹칩니다.`,
        fix: '두 사례의 쪽을 사례집에서 다시 확인하세요.',
      });
    }
  }
}
