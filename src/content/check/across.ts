import type { Fault } from '../fault.ts';
import { type PageRange, pagesOverlap, parsePages } from '../pages.ts';
import type { Casebook } from '../schema/casebook.ts';
import { idPattern } from '../schema/fields.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';
import type { CheckedCase } from './subject.ts';

/** What only shows when all cases and books are read: one address, one run of pages, one alias each. */
export function checkAcross(cases: readonly CheckedCase[], { casebooks }: Vocabulary, report: (fault: Fault) => void): void {
  checkAliases(cases, report);
  // A copy that was not renamed is told by its name; its pages are those of the original.
  checkOverlaps(
    cases.filter(({ file }) => idPattern.test(file.slug)),
    report,
  );
  checkBooks(casebooks, report);
}

/** Two parts of one printed book share no page: a page would belong to two sectors or tiers. */
function checkBooks(casebooks: readonly Casebook[], report: (fault: Fault) => void): void {
  casebooks.forEach((book, index) => {
    const other = casebooks
      .slice(0, index)
      .find(
        ({ title, asOf, year, pages }) =>
          title === book.title &&
          asOf === book.asOf &&
          year === book.year &&
          pagesOverlap(parsePages(pages) ?? [], parsePages(book.pages) ?? []),
      );
    if (!other) return;
    report({
      file: `content/casebooks/${book.id}.yaml`,
      line: 1,
      field: 'pages',
      problem: `${book.pages}쪽은 같은 책의 다른 부분(${other.id}, ${other.pages}쪽)과 겹칩니다.`,
      fix: '두 부분의 쪽을 사례집에서 다시 확인하세요. 다른 책이면 title, year나 asOf를 다르게 적으세요.',
    });
  });
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
