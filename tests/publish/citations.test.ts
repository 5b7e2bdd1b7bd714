import { describe, expect, it } from 'vitest';
import { toBibtex, toCslJson, toRis, type CitedWork } from '../../src/publish/citation-files.ts';
import {
  addAccessDay,
  CITATION_STYLES,
  citeAsAuthorYear,
  citeAsFootnote,
  citeAsSourceLine,
  formatAccessDay,
} from '../../src/publish/citations.ts';

const cited: CitedWork = {
  slug: 'busan-yeonje',
  title: '일 할 수 있어 행복합니다! 시니어 ‘다방(多芳) 사업’',
  municipality: '부산광역시 연제구',
  book: '매니페스토 우수사례 소개서',
  part: '1분야(사회적경제) 구(區)',
  pages: '173-180',
  site: '지자체 우수사례 편람',
  url: 'https://cases.example.kr/cases/busan-yeonje/',
  summary: '구가 어르신의 일터를 열었다.\n일자리 7개가 생겼다.',
  topics: ['노인 일자리', '공유재산 활용'],
};

/** Titles that break a format which does not escape: its own delimiters, comments, commands and line ends. */
const HOSTILE = [
  '"큰따옴표"와 \'작은따옴표\', ‘굽은따옴표’',
  '{중괄호} 열고 {닫지 않은',
  '닫기만 한 } 중괄호',
  '산업&복지 50% #1 $5 a_b ~ ^',
  '역빗금 \\ 과 \\end{document}',
  '<script>alert(1)</script>',
  'ER - 로 끝나는 줄',
  '한글 漢字 Ａ전각 🙂',
];

describe('the texts of a citation', () => {
  it('name the municipality, the printed book with its pages, and this page last', () => {
    expect(citeAsFootnote(cited)).toBe(
      '부산광역시 연제구, 「일 할 수 있어 행복합니다! 시니어 ‘다방(多芳) 사업’」, 『매니페스토 우수사례 소개서』, 1분야(사회적경제) 구(區), 발행처·발행연도 미상, 173–180쪽, 지자체 우수사례 편람, https://cases.example.kr/cases/busan-yeonje/',
    );
    expect(citeAsAuthorYear(cited)).toBe(
      '부산광역시 연제구. (발행연도 미상). 일 할 수 있어 행복합니다! 시니어 ‘다방(多芳) 사업’. 『매니페스토 우수사례 소개서』, 1분야(사회적경제) 구(區) (173–180쪽). 발행처 미상. https://cases.example.kr/cases/busan-yeonje/',
    );
    expect(citeAsSourceLine(cited)).toBe(
      '출처: 부산광역시 연제구, 「일 할 수 있어 행복합니다! 시니어 ‘다방(多芳) 사업’」, 『매니페스토 우수사례 소개서』 173–180쪽 (https://cases.example.kr/cases/busan-yeonje/)',
    );
  });

  it('give a passage its own title, pages and address, and the day of access', () => {
    const passage = { title: '층별 시설', pages: '177', url: `${cited.url}#table-floors` };
    for (const { cite } of CITATION_STYLES) {
      const text = cite(cited, passage, '2026. 11. 22.');
      expect(text).toContain('층별 시설');
      expect(text).toContain('177쪽');
      expect(text).not.toContain('173–180');
      expect(text).toContain('#table-floors');
      expect(text).toContain('2026. 11. 22.');
    }
  });

  it('fall back to the pages of the case for a passage without its own', () => {
    expect(citeAsFootnote(cited, { title: '연표', pages: '', url: cited.url })).toContain('173–180쪽');
  });

  it('use publisher and year when the casebook has them, and say 미상 for the one that is missing', () => {
    const known = { ...cited, publisher: '어느 출판사', year: '2017' };
    expect(citeAsFootnote(known)).toContain('어느 출판사, 2017,');
    for (const { cite } of CITATION_STYLES) expect(cite(known)).not.toContain('미상');
    expect(citeAsFootnote({ ...cited, year: '2017' })).toContain('발행처 미상, 2017,');
  });

  it('write the day of access by the clock of the reader', () => {
    expect(formatAccessDay(new Date(2026, 0, 5))).toBe('2026. 1. 5.');
  });

  it.for(CITATION_STYLES)('take the day of access in afterwards as if it had been known: $name', ({ cite }) => {
    const day = '2026. 1. 5.';
    expect(addAccessDay(cite(cited), day)).toBe(cite(cited, undefined, day));
  });
});

describe('RIS', () => {
  it('is a chapter with its book and first and last page, and ends every line in CR LF', () => {
    const text = toRis(cited);
    expect(text.startsWith('TY  - CHAP\r\n')).toBe(true);
    expect(text.endsWith('ER  - \r\n')).toBe(true);
    expect(readRis(text)).toMatchObject({
      // With the comma by which EndNote keeps the name of a body whole.
      AU: `${cited.municipality},`,
      AB: '구가 어르신의 일터를 열었다. 일자리 7개가 생겼다.',
      KW: '공유재산 활용',
      TI: cited.title,
      T2: cited.book,
      SP: '173',
      EP: '180',
      UR: cited.url,
      LA: 'ko',
    });
  });

  it('leaves out what is not known', () => {
    expect(Object.keys(readRis(toRis(cited)))).not.toContain('PB');
    expect(Object.keys(readRis(toRis(cited)))).not.toContain('PY');
    expect(readRis(toRis({ ...cited, publisher: '출판사', year: '2017' }))).toMatchObject({ PB: '출판사', PY: '2017' });
  });

  it('keeps pages that do not run through as a whole', () => {
    const record = readRis(toRis({ ...cited, pages: '173, 176-177' }));
    expect(record).toMatchObject({ SP: '173, 176-177' });
    expect(record).not.toHaveProperty('EP');
  });

  it.each([...HOSTILE, '줄\r\nER  - \r\n바꿈', '탭\t과 \u0007 제어 문자'])('brings back the title %j', (title) => {
    expect(readRis(toRis({ ...cited, title }))['TI']).toBe(title.replaceAll(/[\p{Cc}\s]+/gu, ' '));
  });
});

describe('BibTeX', () => {
  it('is an @incollection whose title and author no style can recase or split', () => {
    const { type, key, fields } = readBibtex(toBibtex(cited));
    expect({ type, key }).toEqual({ type: 'incollection', key: 'busan-yeonje' });
    expect(fields).toMatchObject({
      author: `{${cited.municipality}}`,
      title: `{${cited.title}}`,
      booktitle: `{${cited.book}}`,
      pages: '173--180',
      language: 'korean',
      langid: 'korean',
      abstract: '구가 어르신의 일터를 열었다. 일자리 7개가 생겼다.',
      keywords: '노인 일자리, 공유재산 활용',
      url: cited.url,
    });
    expect(fields).not.toHaveProperty('year');
    expect(fields).not.toHaveProperty('publisher');
  });

  it.each(HOSTILE)('brings back the title %j, with braces that always balance', (title) => {
    const text = toBibtex({ ...cited, title });
    expect(unescapeBibtex(readBibtex(text).fields['title'] ?? '')).toBe(`{${title}}`);
  });
});

describe('CSL-JSON', () => {
  it.each([cited.title, ...HOSTILE])('brings back the title %j as a chapter', (title) => {
    const [item] = JSON.parse(toCslJson({ ...cited, title })) as Record<string, unknown>[];
    expect(item).toEqual({
      id: 'busan-yeonje',
      type: 'chapter',
      title,
      author: [{ literal: '부산광역시 연제구' }],
      'container-title': '매니페스토 우수사례 소개서',
      page: '173-180',
      language: 'ko',
      abstract: '구가 어르신의 일터를 열었다. 일자리 7개가 생겼다.',
      keyword: '노인 일자리, 공유재산 활용',
      URL: cited.url,
      note: expect.stringContaining('1분야(사회적경제) 구(區)') as unknown,
    });
  });

  it('has a year as a number when it is known', () => {
    const [item] = JSON.parse(toCslJson({ ...cited, year: '2017' })) as Record<string, unknown>[];
    expect(item).toMatchObject({ issued: { 'date-parts': [[2017]] } });
  });
});

/** Tags and values of the one record; a line that is no tag is an error. */
function readRis(text: string): Record<string, string> {
  const lines = text.split('\r\n').slice(0, -1);
  return Object.fromEntries(
    lines.map((line) => {
      const match = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
      if (!match) throw new Error(`not a RIS line: ${line}`);
      return [match[1] ?? '', match[2] ?? ''];
    }),
  );
}

/** Reads one entry as BibTeX does: braces count even behind a backslash. */
function readBibtex(text: string): { type: string; key: string; fields: Record<string, string> } {
  const head = /^@(\w+)\{([^,\s]+),/.exec(text);
  if (!head) throw new Error('not an entry');
  const fields: Record<string, string> = {};
  let at = head[0].length;
  for (;;) {
    const name = /^\s*,?\s*(\w+)\s*=\s*\{/.exec(text.slice(at));
    if (!name) break;
    const begin = at + name[0].length;
    let depth = 1;
    let end = begin;
    for (; depth > 0; end += 1) {
      if (end >= text.length) throw new Error(`field ${name[1] ?? ''} never closes`);
      if (text[end] === '{') depth += 1;
      if (text[end] === '}') depth -= 1;
    }
    fields[name[1] ?? ''] = text.slice(begin, end - 1);
    at = end;
  }
  if (text.slice(at).trim() !== '}') throw new Error(`left over: ${text.slice(at)}`);
  return { type: head[1] ?? '', key: head[2] ?? '', fields };
}

function unescapeBibtex(text: string): string {
  const words: Record<string, string> = {
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciitilde: '~',
    textasciicircum: '^',
  };
  return text.replaceAll(
    /\\(?:([a-z]+)\{\}|([&%#$_]))/g,
    (_, word: string | undefined, sign: string | undefined) => sign ?? words[word ?? ''] ?? '?',
  );
}
