import { describe, expect, test } from 'vitest';
import { joinOrganisations, listOrganisations, spellingKey } from '../../src/case/organisations.ts';
import type { ValidCase } from '../../src/content/read.ts';
import { initialOf } from '../../src/korean/initial.ts';
import { caseOf, cases } from './cases.ts';

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
const withOrganisations = (slug: string, organisations: Organisation[]): ValidCase => ({
  slug,
  data: { ...caseOf('busan-yeonje').data, organisations },
});

describe('organisations across cases', () => {
  test('spellings of a nationwide organisation are joined', () => {
    const joined = joinOrganisations([
      withOrganisations('a', [organisation('x', '㈜오마이컴퍼니', '기업')]),
      withOrganisations('b', [organisation('y', '(주) 오마이 컴퍼니', '기업'), organisation('z', '보건복지부', '중앙행정기관')]),
      withOrganisations('c', [organisation('w', '보건복지부', '중앙행정기관')]),
    ]);
    expect(joined.map(({ name, variants, mentions }) => [name, variants, mentions.map(({ slug }) => slug)])).toEqual([
      ['㈜오마이컴퍼니', ['(주) 오마이 컴퍼니'], ['a', 'b']],
      ['보건복지부', [], ['b', 'c']],
    ]);
  });

  test('common names of two cities stay apart', () => {
    const joined = joinOrganisations([
      withOrganisations('a', [
        organisation('x', '사회적경제지원센터', '중간지원조직'),
        organisation('gu', '울산광역시 중구', '지방자치단체', ['중구청']),
      ]),
      withOrganisations('b', [
        organisation('x', '사회적경제 지원센터', '중간지원조직'),
        organisation('gu', '인천광역시 중구', '지방자치단체', ['중구청']),
      ]),
    ]);
    expect(joined.length).toBe(4);
  });

  test('in the cases, every mention belongs to one organisation, and the ministries are one each', () => {
    const joined = joinOrganisations(cases);
    expect(joined.flatMap(({ mentions }) => mentions).length).toBe(cases.reduce((sum, { data }) => sum + data.organisations.length, 0));
    expect(joined.find(({ name }) => name === '보건복지부')?.mentions.map(({ slug }) => slug)).toEqual([
      'busan-sasang',
      'gwangju-gwangsan',
      'incheon-namdong',
    ]);
    expect(new Set(joined.map(({ id }) => id)).size).toBe(joined.length);
  });

  test('are listed by name without the legal form, and by kind', () => {
    const joined = joinOrganisations(cases);
    const companies = listOrganisations(joined, '기업');
    expect(companies.every(({ kinds }) => kinds.includes('기업'))).toBe(true);
    expect(listOrganisations(joined).length).toBe(joined.length);
    expect(spellingKey('㈜ 보네 베이커리')).toBe('보네베이커리');
    expect(['㈜거마', '쌍쌍일촌', 'ILO', '2001 아울렛'].map(initialOf)).toEqual(['ㄱ', 'ㅅ', 'A–Z', '그 밖']);
  });
});
