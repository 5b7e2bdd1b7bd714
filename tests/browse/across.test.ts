import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { joinBodies, listBodies, spellingKey } from '../../src/case/organisations.ts';
import { parseBody } from '../../src/content/prose.ts';
import { readSections } from '../../src/publish/case-json.ts';
import { compareCase, COMPARED_ROWS } from '../../src/case/comparison.ts';
import { readContent, validateCase, type ValidCase } from '../../src/content/read.ts';
import { listEvents } from '../../src/case/events.ts';
import { createTermFinder, rehypeGlossary } from '../../src/content/markdown/glossary.ts';
import { findPassages } from '../../src/case/topic-sections.ts';
import { createRelations } from '../../src/case/related.ts';
import { listPagePath, splitRows } from '../../src/case/paging.ts';
import { UNIT_GROUPS, unitGroupOf } from '../../src/case/unit-groups.ts';
import { readGlossary } from '../../src/content/schema/glossary.ts';
import { initialOf } from '../../src/korean/initial.ts';
import { firstDay, lastDay } from '../../src/korean/span.ts';

const content = readContent('content');
const cases = content.files.map((file) => validateCase(file, content.vocabulary));
const bodyOf = (slug: string) => parseBody(content.files.find((file) => file.slug === slug)?.source.body ?? '', 1);
const link = (path: string, anchor?: string) => path + (anchor === undefined ? '' : `#${anchor}`);
const context = { vocabulary: content.vocabulary, link };
const caseOf = (slug: string): ValidCase => {
  const found = cases.find((entry) => entry.slug === slug);
  if (!found) throw new Error(slug);
  return found;
};
type Organisation = ValidCase['data']['organisations'][number];
const organisation = (id: string, name: string, kind: string, aliases?: string[]): Organisation => ({
  id,
  name,
  kind,
  part: '협력',
  role: '함께했다.',
  page: 1,
  ...(aliases === undefined ? {} : { aliases }),
});
const withBodies = (slug: string, organisations: Organisation[]): ValidCase => ({
  slug,
  data: { ...caseOf('busan-yeonje').data, organisations },
});

describe('bodies across cases', () => {
  test('spellings of a nationwide body are joined', () => {
    const bodies = joinBodies([
      withBodies('a', [organisation('x', '㈜오마이컴퍼니', '기업')]),
      withBodies('b', [organisation('y', '(주) 오마이 컴퍼니', '기업'), organisation('z', '보건복지부', '중앙행정기관')]),
      withBodies('c', [organisation('w', '보건복지부', '중앙행정기관')]),
    ]);
    expect(bodies.map(({ name, variants, mentions }) => [name, variants, mentions.map(({ slug }) => slug)])).toEqual([
      ['㈜오마이컴퍼니', ['(주) 오마이 컴퍼니'], ['a', 'b']],
      ['보건복지부', [], ['b', 'c']],
    ]);
  });

  test('common names of two cities stay two bodies', () => {
    const bodies = joinBodies([
      withBodies('a', [
        organisation('x', '사회적경제지원센터', '중간지원조직'),
        organisation('gu', '울산광역시 중구', '지방자치단체', ['중구청']),
      ]),
      withBodies('b', [
        organisation('x', '사회적경제 지원센터', '중간지원조직'),
        organisation('gu', '인천광역시 중구', '지방자치단체', ['중구청']),
      ]),
    ]);
    expect(bodies.length).toBe(4);
  });

  test('in the cases, every mention belongs to one body, and the ministries are one each', () => {
    const bodies = joinBodies(cases);
    expect(bodies.flatMap(({ mentions }) => mentions).length).toBe(cases.reduce((sum, { data }) => sum + data.organisations.length, 0));
    expect(bodies.find(({ name }) => name === '보건복지부')?.mentions.map(({ slug }) => slug)).toEqual([
      'busan-sasang',
      'gwangju-gwangsan',
      'incheon-namdong',
    ]);
    expect(new Set(bodies.map(({ id }) => id)).size).toBe(bodies.length);
  });

  test('are listed by name without the legal form, and by kind', () => {
    const bodies = joinBodies(cases);
    const companies = listBodies(bodies, '기업');
    expect(companies.every(({ kinds }) => kinds.includes('기업'))).toBe(true);
    expect(listBodies(bodies).length).toBe(bodies.length);
    expect(spellingKey('㈜ 보네 베이커리')).toBe('보네베이커리');
    expect(['㈜거마', '쌍쌍일촌', 'ILO', '2001 아울렛'].map(initialOf)).toEqual(['ㄱ', 'ㅅ', 'A–Z', '그 밖']);
  });
});

describe('related cases', () => {
  const relate = createRelations(cases);

  test('each has three, never itself, each with a reason, and the same every time', () => {
    for (const entry of cases) {
      const related = relate(entry, 3);
      expect(related.length).toBe(3);
      expect(related.map(({ slug }) => slug)).not.toContain(entry.slug);
      for (const { reason } of related) expect(reason).toMatch(/^같은 /);
      expect(relate(entry, 3)).toEqual(related);
    }
  });

  test('the reason names what is shared', () => {
    const [nearest] = relate(caseOf('busan-yeonje'), 1);
    expect(nearest?.slug).toBe('busan-sasang');
    expect(nearest?.reason).toBe('같은 주제어 ‘노인 일자리’, ‘취약계층 지원’, 같은 부산광역시');
  });

  test('rare topics weigh more than common ones, and the same city most', () => {
    const like = (slug: string, topics: string[], municipality: string): ValidCase => ({
      slug,
      data: { ...caseOf('busan-yeonje').data, topics, province: municipality, municipality },
    });
    const few = [
      like('one', ['a', 'b'], '가'),
      like('common', ['a'], '나'),
      like('rare', ['b'], '다'),
      like('city', ['c'], '가'),
      like('other', ['a'], '라'),
    ];
    expect(createRelations(few)(few[0] as ValidCase, 4).map(({ slug }) => slug)).toEqual(['city', 'rare', 'common', 'other']);
  });

  test('the topics of a case are read once, however many cases are held against it', () => {
    const reads = new Map<string, number>();
    const counted = cases.map(({ slug, data: { topics, ...rest } }): ValidCase => {
      const read = () => {
        reads.set(slug, (reads.get(slug) ?? 0) + 1);
        return topics;
      };
      return { slug, data: Object.defineProperty({ ...rest, topics }, 'topics', { get: read }) };
    });
    const relateCounted = createRelations(counted);
    const before = new Map(reads);
    for (const entry of counted) relateCounted(entry, 3);
    for (const { slug } of counted) expect((reads.get(slug) ?? 0) - (before.get(slug) ?? 0)).toBe(1);
  });

  test('a case with nothing in common has none', () => {
    const alone = { slug: 'z', data: { ...caseOf('busan-yeonje').data, topics: [], province: '제주특별자치도' } };
    expect(relate(alone, 3)).toEqual([]);
  });
});

describe('a column of the comparison', () => {
  test('has every row, and every item leads to an id of the case', () => {
    for (const entry of cases) {
      const column = compareCase(entry, bodyOf(entry.slug), context);
      expect(column.rows.length).toBe(COMPARED_ROWS.length);
      for (const item of column.rows.flat()) {
        expect(item.url.startsWith(`/cases/${entry.slug}/`)).toBe(true);
        expect(item.text).not.toBe('');
      }
    }
  });

  test('tells budget, partners and plans of 연제구', () => {
    const { rows } = compareCase(caseOf('busan-yeonje'), bodyOf('busan-yeonje'), context);
    const at = (name: (typeof COMPARED_ROWS)[number]) => rows[COMPARED_ROWS.indexOf(name)]?.map(({ text, url }) => [text, url]);
    expect(at('예산')).toEqual([['보조금 70,000천원 (7천만 원)', '/cases/busan-yeonje/#figure-subsidy']]);
    expect(at('사업 기간')).toEqual([['2016년 11월부터 계속', '/cases/busan-yeonje/#summary']]);
    expect(at('과제')?.[0]?.[1]).toBe('/cases/busan-yeonje/#plans');
    expect(at('쪽')).toEqual([['173–180쪽', '/cases/busan-yeonje/']]);
  });
});

test('the last section about plans is taken, the first about the background, and long texts end with a sentence', () => {
  const long = '가나다라마바사. '.repeat(40).trim();
  const body = [
    '## 추진 배경 [#background, 173쪽]',
    long,
    '## 배경의 뒤 [#more, 174쪽]',
    '둘.',
    '## 앞선 과제 [#first, 175쪽]',
    '셋.',
    '## 향후 계획 [#plans, 176쪽]',
    '### 갈래 [#part, 176쪽]',
    '넷.',
  ].join('\n\n');
  const { rows } = compareCase(caseOf('busan-yeonje'), parseBody(body, 1), context);
  expect(rows[COMPARED_ROWS.indexOf('과제')]).toEqual([{ text: '넷.', url: '/cases/busan-yeonje/#plans', pages: '176' }]);
  const background = rows[COMPARED_ROWS.indexOf('배경')]?.[0];
  expect(background?.url).toBe('/cases/busan-yeonje/#background');
  expect(background?.text).toMatch(/^(?:가나다라마바사\. ?)+…$/);
  expect(background?.text.length).toBeLessThan(170);
});

test('the sections of a case hold all its paragraphs, tables and notes', () => {
  for (const { slug, data } of cases) {
    const sections = readSections(slug, bodyOf(slug), link);
    expect(sections.flatMap(({ tables }) => tables)).toEqual(expect.arrayContaining(data.tables.map(({ id }) => id)));
    expect(sections.some(({ paragraphs }) => paragraphs.length > 0)).toBe(true);
  }
});

test('events of all cases stand in the order of time, a year before its months', () => {
  const events = listEvents(cases);
  const dates = events.map(({ row }) => row.date ?? row.start ?? '');
  expect(dates).toEqual([...dates].sort());
  expect(events.length).toBe(cases.reduce((sum, { data }) => sum + data.events.length, 0));
  expect([firstDay('2016-02'), lastDay('2016-02'), lastDay('2015'), firstDay('2016-02-30')]).toEqual([
    '2016-02-01',
    '2016-02-29',
    '2015-12-31',
    undefined,
  ]);
});

test('units fall into groups, money by its worth in won', () => {
  expect(['천원', '백만 원', '억 달러', '명', '개 기업', '회', '%', '개월', '㎡', '자루'].map(unitGroupOf)).toEqual([
    'money',
    'money',
    'money',
    'people',
    'bodies',
    'times',
    'share',
    'time',
    'area',
    'other',
  ]);
  expect(UNIT_GROUPS.at(-1)?.id).toBe('other');
});

describe('pages of a long list', () => {
  test('hold every row once, none more than the limit when there are several', () => {
    for (const count of [0, 1, 100, 125, 126, 1200]) {
      const rows = Array.from({ length: count }, (_, index) => index);
      const pages = splitRows(rows, 100);
      expect(pages.flat()).toEqual(rows);
      if (pages.length > 1) expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(100);
    }
    expect(splitRows([], 100)).toEqual([[]]);
    expect([125, 126].map((count) => splitRows(Array.from({ length: count }), 100).length)).toEqual([1, 2]);
  });

  test('have addresses', () => {
    expect([listPagePath('/figures/', 0), listPagePath('/figures/', 1)]).toEqual(['/figures/', '/figures/2/']);
  });
});

test('passages about a topic are the sections in which its words stand', () => {
  const body = parseBody(
    ['## 공공 구매 [#a, 1쪽]', '글.', '## 둘 [#b, 2쪽]', '우선구매를 했다.', '## 셋 [#c, 3쪽]', '딴 글.'].join('\n\n'),
    1,
  );
  expect(findPassages({ name: '공공구매', synonyms: ['우선구매'] }, body).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(findPassages({ name: '없는 말', synonyms: [] }, body)).toEqual([]);
});

describe('the glossary', () => {
  const terms = readGlossary('content');
  const find = createTermFinder(terms);
  const found = (text: string) => find(text).map(({ term, start, end }) => [term.id, text.slice(start, end)]);

  test('finds a term before particles and marks, not within longer names', () => {
    expect(found('사회적기업을 찾았다.')).toEqual([['social-enterprise', '사회적기업']]);
    expect(found('예비사회적기업은 9개')).toEqual([['preliminary-social-enterprise', '예비사회적기업']]);
    expect(found('보조금은 70,000천원이었다.')).toEqual([['thousand-won', '천원']]);
    expect(found('중구사회적기업협의회와 협동조합협의체')).toEqual([]);
    expect(found('크라우드 펀딩')).toEqual([['crowdfunding', '크라우드 펀딩']]);
  });

  test('every explanation says who explains: the casebook with a page of that case, or the editor', () => {
    for (const { id, meaning, from } of terms) {
      expect(meaning, id).toMatch(/[가-힣].*\.$/);
      if (!from) continue;
      const [first = 0, last = 0] = String(caseOf(from.case).data.pages).split('-').map(Number);
      expect(from.page >= first && from.page <= last, id).toBe(true);
    }
  });

  test('the first use in a text is marked, and the words stay as they were', () => {
    const paragraph = (value: string): Element => ({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] });
    const heading: Element = { ...paragraph('협동조합'), tagName: 'h2' };
    const tree: Root = { type: 'root', children: [heading, paragraph('협동조합과 협동조합을'), paragraph('협동조합의 MOU, MOU')] };
    rehypeGlossary(terms)()(tree);
    const text = (node: Root | Element): string =>
      node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? text(child) : '')).join('');
    const count = (node: Root | Element, name: string): number =>
      node.children.reduce(
        (sum, child) =>
          child.type !== 'element' ? sum : sum + count(child, name) + (child.properties['className']?.includes(name) === true ? 1 : 0),
        0,
      );
    expect(count(tree, 'term')).toBe(2);
    expect(tree.children.slice(0, 3).map((child) => text(child as Element))).toEqual([
      '협동조합',
      '협동조합과 협동조합을',
      '협동조합의 MOU, MOU',
    ]);
    expect((tree.children[0] as Element).children.length).toBe(1);
    expect(text(tree.children[3] as Element)).toContain('업무협약');
  });
});
