import { describe, expect, test } from 'vitest';
import { readChosen, writeChosen } from '../../src/browse/chosen.ts';
import { toHtml, toPlainText } from '../../src/browse/copied.ts';
import { pickRecords } from '../../src/browse/download.ts';
import { explainUnknown } from '../../src/browse/explain-unknown.ts';
import { searchable, selectRows, type ListRow } from '../../src/browse/rows.ts';
import { isPlain, readState, writeState, type ListShape, type ListState } from '../../src/browse/list-state.ts';

const shape: ListShape = {
  facets: new Map([
    ['region', ['seoul', 'busan', 'incheon']],
    ['topic', ['youth', 'school']],
  ]),
  sorts: ['page', 'title'],
};
const read = (query: string) => readState(new URLSearchParams(query), shape);

describe('the address of a list', () => {
  test.each([
    '',
    '?region=seoul',
    '?region=seoul&region=busan&topic=youth',
    '?q=%EC%B6%95%EC%A0%9C&sort=-page',
    '?topic=school&q=a+b&sort=title',
  ])('%s comes back as it was', (query) => {
    expect(writeState(read(query).state)).toBe(query);
  });

  test('the same choice gives the same address in whatever order it was asked', () => {
    expect(writeState(read('?topic=youth&region=busan&region=seoul&region=busan').state)).toBe('?region=seoul&region=busan&topic=youth');
  });

  test('values that the list does not know are told and left out', () => {
    const { state, unknown } = read('?region=atlantis&region=busan&sort=colour&q=x');
    expect(unknown).toEqual([
      { key: 'region', value: 'atlantis' },
      { key: 'sort', value: 'colour' },
    ]);
    expect(writeState(state)).toBe('?region=busan&q=x');
  });

  test('marks of others and empty values are no choice', () => {
    const { state, unknown } = read('?utm_source=mail&region=&q=&sort=');
    expect(unknown).toEqual([]);
    expect(isPlain(state)).toBe(true);
  });
});

const row = (name: string, region: string, topics: string[], page?: number): ListRow & { name: string } => ({
  name,
  text: searchable(name),
  facets: new Map([
    ['region', [region]],
    ['topic', topics],
  ]),
  values: new Map<string, string | number>([['title', name], ...(page === undefined ? [] : [['page', page] as const])]),
});
const rows = [
  row('사회적 경제 장터', 'seoul', ['youth', 'school'], 149),
  row('산업단지', 'incheon', ['youth'], 214),
  row('시니어 다방', 'busan', [], 173),
  row('쪽 없는 사례', 'busan', ['school']),
];
const names = (state: Partial<ListState>) => selectRows(rows, { text: '', chosen: new Map(), ...state }).map(({ name }) => name);

describe('the rows of a list', () => {
  test('one value of a facet is enough, and every facet must fit', () => {
    expect(names({ chosen: new Map([['region', ['seoul', 'incheon']]]) })).toEqual(['사회적 경제 장터', '산업단지']);
    expect(
      names({
        chosen: new Map([
          ['region', ['seoul', 'incheon']],
          ['topic', ['school']],
        ]),
      }),
    ).toEqual(['사회적 경제 장터']);
  });

  test('every word must be there, spaces do not matter', () => {
    expect(names({ text: '사회적경제' })).toEqual(['사회적 경제 장터']);
    expect(names({ text: '경제  장터' })).toEqual(['사회적 경제 장터']);
    expect(names({ text: '경제 다방' })).toEqual([]);
  });

  test.each(['<script>', '(', '\\', '%', '\ud800', 'ㅎ', ' '.repeat(300)])('a text like %j breaks nothing', (text) => {
    expect(() => names({ text })).not.toThrow();
  });

  test('numbers are ordered as numbers, and rows without one come last both ways', () => {
    expect(names({ sort: { key: 'page', descending: false } })).toEqual(['사회적 경제 장터', '시니어 다방', '산업단지', '쪽 없는 사례']);
    expect(names({ sort: { key: 'page', descending: true } })).toEqual(['산업단지', '시니어 다방', '사회적 경제 장터', '쪽 없는 사례']);
  });
});

test('the records of a list are picked from the file by their key, in the order of the list', () => {
  const csv = '"case","id","n"\r\n"a","x",1\r\n"a","xx",2\r\n"b","x",3\r\n';
  expect(
    pickRecords(csv, [
      ['b', 'x'],
      ['a', 'x'],
      ['gone', 'x'],
    ]),
  ).toBe('"case","id","n"\r\n"b","x",3\r\n"a","x",1\r\n');
  expect(pickRecords(csv, [])).toBe('"case","id","n"\r\n');
});

describe('what is left out of an address', () => {
  const nameOf = (key: string) => (key === 'region' ? '지역' : undefined);

  test('is told with the name of its facet; an order that is none by its own', () => {
    expect(
      explainUnknown(
        [
          { key: 'region', value: 'atlantis' },
          { key: 'sort', value: 'colour' },
        ],
        nameOf,
      ),
    ).toBe('링크의 값 ‘atlantis’: ‘지역’에 없어 뺐습니다. 링크의 값 ‘colour’: ‘정렬’에 없어 뺐습니다.');
  });

  test('is told for five values, none longer than forty characters, and the rest is counted', () => {
    const flood = Array.from({ length: 2000 }, () => ({ key: 'region', value: '가\u0301'.repeat(5000) }));
    const told = explainUnknown(flood, nameOf);
    expect(told.length).toBeLessThan(500);
    expect(told).toContain('그 밖에 1995개도 뺐습니다.');
  });
});

describe('the cases to compare', () => {
  const known = ['a', 'b', 'c', 'd', 'e'];
  const choose = (query: string) => readChosen(new URLSearchParams(query), known);

  test('are read from one value or several', () => {
    expect(choose('?cases=a,b')).toEqual({ slugs: ['a', 'b'], said: [] });
    expect(choose('?cases=a&cases=b')).toEqual({ slugs: ['a', 'b'], said: [] });
    expect(writeChosen(['a', 'b'])).toBe('?cases=a,b');
    expect(writeChosen([])).toBe('');
  });

  test('an unknown case is said and left out', () => {
    expect(choose('?cases=a,zz,b')).toEqual({ slugs: ['a', 'b'], said: ['‘zz’: 없는 사례여서 뺐습니다.'] });
    expect(choose('?cases=zz')).toEqual({
      slugs: [],
      said: ['‘zz’: 없는 사례여서 뺐습니다.', '비교할 사례가 없습니다. 아래에서 두 건을 선택하세요.'],
    });
  });

  test('of five the first four stand', () => {
    const { slugs, said } = choose('?cases=a,b,c,d,e');
    expect(slugs).toEqual(['a', 'b', 'c', 'd']);
    expect(said).toEqual(['사례는 네 건까지 비교할 수 있습니다. 앞의 네 건만 넣고 1건은 뺐습니다.']);
  });

  test('the same case twice stands once, and one alone asks for another', () => {
    expect(choose('?cases=a,a')).toEqual({
      slugs: ['a'],
      said: ['같은 사례가 두 번 있어 한 번만 넣었습니다.', '사례가 하나뿐입니다. 아래에서 하나를 더 선택하세요.'],
    });
  });

  test('of a flood of unknown cases a few are told, each cut short', () => {
    const { said } = choose(`?cases=a,b,${Array.from({ length: 900 }, (_, index) => `${'x'.repeat(500)}${String(index)}`).join(',')}`);
    expect(said.length).toBe(6);
    expect(said[0]).toBe(`‘${'x'.repeat(40)}…’: 없는 사례여서 뺐습니다.`);
    expect(said.at(-1)).toBe('그 밖에 없는 사례 895건도 뺐습니다.');
  });

  test('nothing asked, nothing said', () => {
    expect(choose('')).toEqual({ slugs: [], said: [] });
    expect(choose('?cases=,')).toEqual({ slugs: [], said: [] });
  });
});

describe('a copied table', () => {
  const copied = {
    title: '표 1. 구매실적',
    rows: [
      ['연도', '금액'],
      ['2015년', '-'],
      ['=1+1', '-5'],
    ],
    source: ['사례집 228쪽', 'https://example.kr/cases/a/#table-t'],
  };

  test('is tabs and lines for a spreadsheet, with page and address', () => {
    expect(toPlainText(copied).split('\r\n')).toEqual([
      '표 1. 구매실적',
      '연도\t금액',
      '2015년\t-',
      "'=1+1\t-5",
      '사례집 228쪽',
      'https://example.kr/cases/a/#table-t',
    ]);
  });

  test('is a table for a word processor, and no markup of the data comes through', () => {
    const html = toHtml({ ...copied, words: '<b>', rows: [['<script>alert(1)</script>'], ['a & b']] });
    expect(html).toContain('<th>&lt;script&gt;alert(1)&lt;/script&gt;</th>');
    expect(html).toContain('<td>a &amp; b</td>');
    expect(html).toContain('<p>&lt;b&gt;</p>');
    expect(html).toContain('사례집 228쪽');
    // A spreadsheet takes the HTML where it can, and must not run it either.
    expect(toHtml(copied)).toContain("<td>'=1+1</td><td>-5</td>");
  });
});
