import { describe, expect, it } from 'vitest';
import { renewQuery } from '../../src/browse/renamed.ts';
import { describeRenamings } from '../../src/case/renamings.ts';

const RENAMED = describeRenamings(
  [{ slug: 'busan-yeonje', data: { aliases: ['yeonje', 'yeonje-gu'] } }],
  [
    { from: '/topics/jobs/', to: '/topics/job-creation/' },
    { from: '/organisations/coop/', to: '/organisations/cooperative/' },
    { from: '/topics/gone/', to: '/topics/' },
    { from: '/old-page/', to: '/about/' },
  ],
);
const renewed = (query: string, aliases?: string) => decodeURIComponent(renewQuery(query, RENAMED, aliases));

describe('what has been renamed', () => {
  it('is every value of a facet with a new page, and every case with an old slug', () => {
    expect(RENAMED.split(' ').sort()).toEqual([
      'case=yeonje-gu:busan-yeonje',
      'case=yeonje:busan-yeonje',
      'cases=yeonje-gu:busan-yeonje',
      'cases=yeonje:busan-yeonje',
      'organisation=coop:cooperative',
      'topic=jobs:job-creation',
    ]);
  });

  it('is nothing where nothing was', () => {
    expect(describeRenamings([{ slug: 'a', data: { aliases: [] } }], [])).toBe('');
  });
});

describe('a query of an old address', () => {
  it('names things as they are called now', () => {
    expect(renewed('?topic=jobs&topic=youth')).toBe('?topic=job-creation&topic=youth');
    expect(renewed('?cases=a,yeonje,b')).toBe('?cases=a,busan-yeonje,b');
  });

  it('keeps the same word in another place, and what is no list of ours', () => {
    for (const query of ['?q=jobs', '?region=jobs', '?utm_source=mail,jobs', '?kind=coop']) expect(renewed(query)).toBe(query);
  });

  it('names keys as they are called now, and renamed values below them', () => {
    const aliases = 'body=organisation kind=organisation';
    expect(renewed('?body=bank&kind=coop&region=busan', aliases)).toBe('?organisation=bank&organisation=cooperative&region=busan');
  });
});
