import { beforeAll, describe, expect, test } from 'vitest';
import { makePage, makeSite, type MemorySite } from '../../src/search/index/memory-site.ts';

let site: MemorySite;
beforeAll(async () => {
  site = await makeSite(
    [
      {
        ...makePage('bupyeong', ['협동조합 131개를 세웠다.', '재정자립도는 19.7%이다.', '키오스크를 두었다.']),
        province: '인천광역시',
        municipality: '부평구',
      },
      {
        ...makePage('gyeyang', ['협동조합 20개를 세웠다.', '재정자립도는 22.9%이다.', '산업단지를 지었다. 숍인숍']),
        province: '인천광역시',
        municipality: '계양구',
      },
      {
        ...makePage('geumcheon', ['낡은 집을 고친 마을', '서포터즈가 모였다.', '예산은 30,000천원이다.', '축제를 열었다. 사과를 팔았다.']),
        province: '서울특별시',
        municipality: '금천구',
      },
    ].map((page) => ({ ...page, lines: [{ section: 0, text: `${page.province} ${page.municipality}` }, ...page.lines] })),
    {
      synonyms: [
        { terms: ['산업단지'], finds: [], from: ['공단'] },
        { terms: ['협동조합', '협동기업'], finds: [], from: [] },
      ],
    },
  );
});
const hitsOf = async (query: string): Promise<readonly string[]> =>
  (await site.engine.search(query)).hits.map(({ slug, tier }) => `${tier} ${slug}`);
const noteOf = async (query: string): Promise<readonly string[]> => (await site.engine.search(query)).notes.map(({ kind }) => kind);

describe('a term is found', () => {
  test.each([
    ['in another form of a verb', '집을 고쳐', 'full geumcheon'],
    ['by another name', '협동기업 131개', 'full bupyeong'],
    ['as words typed apart', '숍 인 숍', 'full gyeyang'],
    ['as the name of a place without what it is', '계양', 'full gyeyang'],
    ['as a place in Latin letters', 'Bupyeong-gu', 'full bupyeong'],
    ['as a place in another romanisation', 'pupyeong', 'full bupyeong'],
    ['with a slip of a letter', '키오스쿠', 'full bupyeong'],
    ['as a number on the right side of a bound', '협동조합 100개 넘는', 'full bupyeong'],
    ['as one below a bound', '재정자립도 20% 안되는', 'full bupyeong'],
    ['as an amount above a bound', '예산 1천만원 이상', 'full geumcheon'],
  ])('%s: %s → %s', async (_, query, first) => {
    expect((await hitsOf(query))[0]).toBe(first);
  });

  test.each([
    ['a narrower word alone is a part of what was asked for', '공단', ['partial gyeyang']],
    ['and so is a longer word that begins with it', '서포터', ['partial geumcheon']],
  ])('%s: %s', async (_, query, expected) => {
    expect(await hitsOf(query)).toEqual(expected);
  });
});

test('a common word of the language is never taken for a slip: 축제 is there, 축대 and 사고 are words', async () => {
  expect(await noteOf('축재')).toEqual(['typo']);
  expect(await noteOf('축대')).toEqual([]);
  expect(await noteOf('사고')).toEqual([]);
  expect(await hitsOf('사고')).toEqual([]);
});

test('literally, nothing is found but what was typed', async () => {
  for (const query of ['공단', '키오스쿠', '계양', 'Bupyeong-gu']) {
    const { hits, notes } = await site.engine.search(query, { literal: true });
    expect([hits.length, notes.length]).toEqual([0, 0]);
  }
});
