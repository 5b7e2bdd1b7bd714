import { describe, expect, it } from 'vitest';
import { renewQuery } from '../../src/browse/renamed.ts';
import { describeRenamed } from '../../src/case/renamed.ts';

const RENAMED = describeRenamed(
  [{ slug: 'busan-yeonje', data: { aliases: ['yeonje', 'yeonje-gu'] } }],
  [
    { from: '/topics/jobs/', to: '/topics/job-creation/' },
    { from: '/topics/gone/', to: '/topics/' },
    { from: '/old-page/', to: '/about/' },
  ],
);
const renewed = (query: string) => decodeURIComponent(renewQuery(query, RENAMED));

describe('what has been renamed', () => {
  it('is every value of a facet with a new page, and every case with an old slug', () => {
    expect(RENAMED.split(' ')).toEqual([
      'topic=jobs:job-creation',
      'case=yeonje:busan-yeonje',
      'cases=yeonje:busan-yeonje',
      'case=yeonje-gu:busan-yeonje',
      'cases=yeonje-gu:busan-yeonje',
    ]);
  });

  it('is nothing where nothing was', () => {
    expect(describeRenamed([{ slug: 'a', data: { aliases: [] } }], [])).toBe('');
  });
});

describe('a query of an old address', () => {
  it('names things as they are called now', () => {
    expect(renewed('?topic=jobs&topic=youth')).toBe('?topic=job-creation&topic=youth');
    expect(renewed('?cases=a,yeonje,b')).toBe('?cases=a,busan-yeonje,b');
  });

  it('keeps the same word in another place, and what is no list of ours', () => {
    for (const query of ['?q=jobs', '?region=jobs', '?utm_source=mail,jobs']) expect(renewed(query)).toBe(query);
  });
});
