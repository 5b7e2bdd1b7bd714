import { formatPages, pagesWithin, parsePages } from '../pages.ts';
import type { CheckedCase, Report } from './subject.ts';

const LOOK_AGAIN = '쪽 번호를 사례집에서 다시 확인하세요.';

/** Every page lies within the case, and the case within its part of the book. */
export function checkPages({ data, body, vocabulary, unread }: CheckedCase, { at, line }: Report): void {
  const own = parsePages(data.pages) ?? [];
  const book = vocabulary.casebooks.find((one) => one.id === data.casebook)?.pages ?? '';
  if (!unread.has('casebooks') && !pagesWithin(own, parsePages(book) ?? [])) {
    at(['pages'], 'pages', `${formatPages(data.pages)}쪽은 사례집의 이 부분(${formatPages(book)}쪽) 밖입니다.`, LOOK_AGAIN);
    return;
  }
  const check = (value: string | number, tell: (problem: string, fix: string) => void) => {
    const pages = parsePages(value);
    if (!pages) tell(`쪽 ‘${String(value)}’: 형식이 다릅니다.`, '‘173쪽’, ‘173-174쪽’, ‘173, 176-177쪽’처럼 적으세요.');
    else if (!pagesWithin(pages, own)) tell(`${formatPages(value)}쪽은 이 사례의 쪽(${formatPages(data.pages)}) 밖입니다.`, LOOK_AGAIN);
  };
  for (const list of ['budget', 'figures', 'events', 'organisations', 'instruments', 'tables'] as const) {
    data[list].forEach((row, index) => {
      check(row.page, (problem, fix) => {
        at([list, index, 'page'], `${list}.${row.id}.page`, problem, fix);
      });
    });
  }
  if (data.period)
    check(data.period.page, (problem, fix) => {
      at(['period', 'page'], 'period.page', problem, fix);
    });
  data.notes.forEach((note, index) => {
    note.readings.forEach((reading, inner) => {
      if (reading.page !== '목차')
        check(reading.page, (problem, fix) => {
          at(['notes', index, 'readings', inner, 'page'], `notes.${note.id}.readings`, problem, fix);
        });
    });
  });
  for (const section of body.sections)
    check(section.pages, (problem, fix) => {
      line(section.line, '본문', `제목 ‘${section.title}’: ${problem}`, fix);
    });
  if (data.indexPage !== undefined && data.indexPage === own[0]?.first) {
    at(['indexPage'], 'indexPage', '목차의 쪽이 사례의 첫 쪽과 같습니다.', '다를 때만 적습니다. 이 행을 지우세요.');
  }
}
