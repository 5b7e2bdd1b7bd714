/** What machines and mail programs are handed: notices of errors, feed, structured data, errata, cards. */
import { describe, expect, it } from 'vitest';
import { spellHanja } from '../../src/publish/card.ts';
import type { Cited } from '../../src/publish/citations.ts';
import { errorNoticeUrl } from '../../src/publish/error-notice.ts';
import { countKinds, errataCsv, type Errata } from '../../src/publish/errata.ts';
import { feedEntries, toAtom } from '../../src/publish/feed.ts';
import { citationMeta, buildCaseGraph, toScriptJson } from '../../src/publish/structured-data.ts';
import { readCases } from '../../scripts/publish.ts';

const subject = { title: '추진 배경 & 50%', url: 'https://x.kr/cases/a/#background', pages: '173-174' };

describe('"오류 알리기"', () => {
  it('is not there while nobody can be told', () => {
    expect(errorNoticeUrl(null, subject)).toBeUndefined();
  });

  it('is a mail that carries address and page', () => {
    const url = new URL(errorNoticeUrl('desk@example.kr', subject) ?? '');
    expect(url.protocol).toBe('mailto:');
    expect(url.searchParams.get('subject')).toBe('오류 알리기: 추진 배경 & 50%');
    expect(url.searchParams.get('body')).toContain('링크: https://x.kr/cases/a/#background\r\n사례집 쪽: 173-174');
  });

  it('encodes Hangul, blanks and signs, so that no mail program cuts the text', () => {
    const url = errorNoticeUrl('desk@example.kr', subject) ?? '';
    expect(url).toMatch(/^[\x21-\x7e]+$/);
    expect(url).toContain(`subject=${encodeURIComponent('오류 알리기: 추진 배경 & 50%')}&body=`);
    // A fragment of the address that is told must not become one of the mail's.
    expect(url).not.toContain('#');
    expect(url).not.toContain('+');
  });

  it('is a form that gets address and page in its query', () => {
    const url = new URL(errorNoticeUrl('https://example.kr/form?id=7', subject) ?? '');
    expect(Object.fromEntries(url.searchParams)).toEqual({ id: '7', address: subject.url, page: '173-174' });
  });
});

describe('the feed', () => {
  const [first] = readCases();
  if (!first) throw new Error('there are no cases');
  const changed = {
    ...first.data,
    published: '2026-11-22',
    changes: [
      { date: '2026-11-30', what: '<수>를 & 고쳤다.', why: '"틀려서"' },
      { date: '2026-12-02', what: '이름을 고쳤다.', why: '틀려서' },
    ],
  };
  const entries = feedEntries(changed, '서울 강북구', 'https://x.kr/cases/a/');
  const feed = { id: 'https://x.kr/feed.xml', title: '편람', author: '편람', home: 'https://x.kr/', self: 'https://x.kr/feed.xml' };

  it('has additions and corrections, newest first, each with an id of its own', () => {
    const xml = toAtom({ ...feed, entries });
    expect([...xml.matchAll(/<title>(.*?)<\/title>/g)].map((match) => match[1])).toEqual([
      '편람',
      '수정: 서울 강북구',
      '수정: 서울 강북구',
      '새 사례: 서울 강북구',
    ]);
    const ids = [...xml.matchAll(/<id>(.*?)<\/id>/g)].map((match) => match[1]);
    expect(ids).toEqual([feed.self, 'https://x.kr/cases/a/#change-2', 'https://x.kr/cases/a/#change-1', 'https://x.kr/cases/a/']);
    expect(xml).toContain('<updated>2026-12-02T00:00:00+09:00</updated>');
  });

  it('escapes what it is told', () => {
    expect(toAtom({ ...feed, entries })).toContain('&lt;수&gt;를 &amp; 고쳤다. 사유: &quot;틀려서&quot;');
  });
});

const cited: Cited = {
  slug: 'a',
  title: '제목 </script><script>alert(1)</script> "따옴표"',
  municipality: '부산광역시 연제구',
  book: '사례집',
  part: '1분야',
  pages: '173-180',
  site: '편람',
  url: 'https://x.kr/cases/a/',
};
const described = {
  cited,
  summary: '요약',
  topics: ['노인 일자리', '공공구매'],
  province: '부산광역시',
  municipality: '연제구',
  asOf: '2017',
  published: '2026-11-22',
  updated: undefined,
  image: 'https://x.kr/card.png',
  trail: [{ name: '목록', url: 'https://x.kr/' }],
  home: 'https://x.kr/',
};

describe('structured data', () => {
  it('is a chapter of a book, an article based on it, and the way there', () => {
    const graph = buildCaseGraph(described)['@graph'];
    expect(graph.map((node) => node['@type'])).toEqual(['Chapter', 'Article', 'BreadcrumbList']);
    expect(graph[0]).toMatchObject({ pageStart: 173, pageEnd: 180, isPartOf: { '@type': 'Book', name: '사례집' } });
    expect(graph[1]).toMatchObject({
      isBasedOn: { '@id': graph[0]?.['@id'] },
      spatialCoverage: { name: '연제구' },
      dateModified: '2026-11-22',
    });
    expect(graph[2]).toMatchObject({
      itemListElement: [
        { position: 1, item: 'https://x.kr/' },
        { position: 2, item: cited.url },
      ],
    });
  });

  it('does not invent publisher or year', () => {
    expect(JSON.stringify(buildCaseGraph(described)['@graph'][0])).not.toMatch(/publisher|datePublished/);
  });

  it('cannot close its own script block', () => {
    const json = toScriptJson(buildCaseGraph(described));
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(buildCaseGraph(described))));
  });
});

describe('meta tags of a citation', () => {
  const tags = Object.fromEntries(citationMeta(described).map(({ name, content }) => [name, content]));

  it('make a reference manager save a book section with pages', () => {
    expect(tags).toMatchObject({
      'z:itemType': 'bookSection',
      citation_book_title: '사례집',
      citation_firstpage: '173',
      citation_lastpage: '180',
      'DC.creator': '부산광역시 연제구',
    });
  });

  it('leave out what is not known', () => {
    expect(Object.keys(tags)).not.toContain('citation_publisher');
    expect(Object.keys(tags)).not.toContain('citation_publication_date');
    // Zotero takes it for the place in an archive.
    expect(Object.keys(tags)).not.toContain('DC.coverage');
    expect(citationMeta({ ...described, cited: { ...cited, year: '2017' } })).toContainEqual({
      name: 'citation_publication_date',
      content: '2017',
    });
  });
});

describe('the table of all notes', () => {
  const errata: Errata[] = [
    {
      slug: 'a',
      place: '부산광역시 연제구',
      title: '제목',
      notes: [
        {
          number: 1,
          id: 'sum',
          kind: '계산 차이',
          topic: '=합계',
          readings: [
            { page: 173, text: '"12"' },
            { page: '목차', text: '13' },
          ],
          comment: '다르다.',
        },
      ],
    },
  ];

  it('has a line for every reading, and nothing that a spreadsheet would run', () => {
    const csv = errataCsv(errata, (slug, note) => `https://x.kr/${slug}#note-${note}`);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain(`"'=합계","173","""12""","다르다.",,"https://x.kr/a#note-sum"`);
    expect(csv).toContain('"목차","13"');
  });

  it('counts every kind, also the one that has none', () => {
    expect(countKinds(errata[0]?.notes ?? [], [{ name: '계산 차이' }, { name: '훼손' }])).toEqual([
      { kind: '계산 차이', count: 1 },
      { kind: '훼손', count: 0 },
    ]);
  });
});

it('a card spells hanja, and drops those that only repeat the word before them', () => {
  const readings = new Map([
    ['民', '민'],
    ['官', '관'],
  ]);
  expect(spellHanja('시니어 ‘다방(多芳) 사업’, 民·官 협치', readings)).toBe('시니어 ‘다방 사업’, 민·관 협치');
});
