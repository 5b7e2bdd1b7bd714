/** The citation files as an independent parser reads them. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { CITATION_FILES, type CitedWork } from '../../src/publish/citation-files.ts';

const cited: CitedWork = {
  slug: 'busan-yeonje',
  title: '',
  municipality: '부산광역시 연제구',
  book: '매니페스토 우수사례 소개서',
  part: '1분야(사회적경제) 구(區)',
  pages: '173-180',
  site: '지자체 우수사례 편람',
  url: 'https://cases.example.kr/cases/busan-yeonje/',
  summary: '구가 어르신의 일터를 열었다.\n일자리 7개가 생겼다.',
  topics: ['노인 일자리', '공유재산 활용'],
};

const TITLES = [
  '일 할 수 있어 행복합니다! 시니어 ‘다방(多芳) 사업’',
  '"따옴표" {중괄호 & 50% #1 $5 a_b ~ ^ \\ 끝',
  '닫기만 한 } 중괄호 <b>',
];

describe.each(CITATION_FILES)('$name', ({ write }) => {
  it.each(TITLES)('is read as a chapter of the casebook: %j', (title) => {
    const [item] = new Cite(write({ ...cited, title })).data;
    expect(item).toMatchObject({
      type: 'chapter',
      title,
      'container-title': cited.book,
      page: '173-180',
      URL: cited.url,
    });
    const [author] = item?.['author'] as { literal?: string; family?: string }[];
    // BibTeX knows no corporate authors: double braces make the whole name one family name.
    expect(author?.literal ?? author?.family).toBe(cited.municipality);
    expect(item?.['abstract']).toBe('구가 어르신의 일터를 열었다. 일자리 7개가 생겼다.');
    expect(item).not.toHaveProperty('issued');
    expect(item).not.toHaveProperty('publisher');
  });

  it('gives year and publisher when they are known', () => {
    const [item] = new Cite(write({ ...cited, title: '제목', publisher: '출판사', year: '2017' })).data;
    expect(item).toMatchObject({ publisher: '출판사' });
    expect(JSON.stringify(item?.['issued'])).toContain('2017');
  });
});
