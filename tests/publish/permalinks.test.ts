import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPublished } from '../../scripts/publish.ts';
import { readLedger, type Ledger } from '../../src/content/schema/ledgers.ts';
import { facetAddresses } from '../../src/case/facets.ts';
import { readContent } from '../../src/content/read.ts';
import { checkLedger, extendLedger, formatLedger, readPublishedPage, type Published } from '../../src/publish/permalinks.ts';
import { readPages } from '../site/pages.ts';

const page = (html: string) => readPublishedPage(html);
const CASE =
  '<h2 id="background">배경 <a class="perma" href="#background">주소</a></h2><tr id="event-start"><a href="#event-start">173</a></tr>';

function publish(pages: Record<string, string>, files: string[] = []): Published {
  return {
    pages: new Map(Object.entries(pages).map(([address, html]) => [address, page(html)])),
    files: new Set(files),
    facets: new Map([['topic', new Set(['jobs'])]]),
  };
}

const ledger: Ledger = {
  pages: { '/cases/old/': ['background', 'event-start'], '/topics/jobs/': [] },
  files: ['/cases/old/citation.ris'],
  facets: { topic: ['jobs'] },
};
const FILES = ['/cases/old/citation.ris'];
const problems = (published: Published) => checkLedger(ledger, published).map(({ address, problem }) => [address, problem]);

describe('the built site', () => {
  it('still has every address, anchor and file of the ledger, and the ledger has all of them', () => {
    expect(existsSync('dist/index.html'), '‘npm run build’를 먼저 실행하세요.').toBe(true);
    const faults = checkLedger(readLedger('content'), readPublished('dist'));
    expect(faults, faults.map(({ address, problem, fix }) => `${address}: ${problem} ${fix}`).join('\n')).toEqual([]);
  });
});

describe('the ledger as it is published', () => {
  const { vocabulary } = readContent('content');
  const published = readPublished('dist');

  it('holds the page of every value of a facet, and misses each that is gone', () => {
    // A kind of organisation that no case names has no page.
    const addresses = facetAddresses(vocabulary).filter(
      (address) => !address.startsWith('/organisations/') || published.pages.has(address),
    );
    expect(addresses.length).toBeGreaterThan(40);
    for (const address of addresses) {
      expect(readLedger('content').pages).toHaveProperty([address]);
      const pages = new Map(published.pages);
      pages.delete(address);
      expect(checkLedger(readLedger('content'), { ...published, pages })).toMatchObject([
        { address, problem: '게시한 적이 있는 링크가 사라졌습니다.' },
      ]);
    }
  });

  it('holds every id that a list is narrowed by, and misses each that is gone', () => {
    const values = [...published.facets].flatMap(([facet, ids]) => [...ids].map((id) => [facet, id] as const));
    expect(values.length).toBeGreaterThan(80);
    for (const [facet, id] of values) {
      const facets = new Map([...published.facets].map(([key, ids]) => [key, new Set(ids)]));
      facets.get(facet)?.delete(id);
      expect(checkLedger(readLedger('content'), { ...published, facets })).toMatchObject([{ address: `?${facet}=${id}` }]);
    }
  });

  it('knows every id that the lists of the site offer', () => {
    const known = new Set(Object.values(readLedger('content').facets).flat());
    const offered = readPages().flatMap(({ html }) => [...html.matchAll(/ data-value="([^"]+)"/g)].map((match) => match[1] ?? ''));
    expect(offered.length).toBeGreaterThan(50);
    expect(offered.filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('the ledger', () => {
  it('misses an id that lists were narrowed by, unless its page leads on', () => {
    const pages = { '/cases/old/': CASE, '/topics/jobs/': '' };
    const without = (topic: string): Published => ({ ...publish({ ...pages, '/topics/jobs/': topic }, FILES), facets: new Map() });
    expect(checkLedger(ledger, without(''))).toEqual([
      {
        address: '?topic=jobs',
        problem: '게시한 적이 있는 조건 값이 사라졌습니다.',
        fix: 'content/vocabulary에서 id ‘jobs’를 되살리세요. 이름(name)은 바꾸어도 됩니다.',
      },
    ]);
    expect(problems(without('<div data-moved-to="/topics/work/">'))).not.toContainEqual(expect.arrayContaining(['?topic=jobs']));
  });

  it('knows a facet by an older key too, and where its renamed values lead', () => {
    const before: Ledger = { pages: {}, files: [], facets: { body: ['coop'] } };
    const gone = publish({ '/topics/jobs/': '' });
    const without = { ...gone, pages: new Map(), facets: new Map() };
    expect(checkLedger(before, without)).toMatchObject([{ address: '?body=coop' }]);
    const moved = publish({
      '/organisations/coop/': '<div data-moved-to="/organisations/cooperative/">',
      '/organisations/cooperative/': '',
    });
    const faults = checkLedger(before, { ...moved, facets: new Map() });
    expect(faults.filter(({ address }) => address.startsWith('?'))).toEqual([]);
  });

  it('is content with what it holds', () => {
    expect(checkLedger(ledger, publish({ '/cases/old/': CASE, '/topics/jobs/': '' }, FILES))).toEqual([]);
  });

  it('misses a page that is gone, and says for a case where its alias belongs', () => {
    const faults = checkLedger(ledger, publish({ '/topics/jobs/': '' }, FILES));
    expect(faults).toEqual([
      {
        address: '/cases/old/',
        problem: '게시한 적이 있는 링크가 사라졌습니다.',
        fix: '링크를 바꾸었으면 새 사례 파일의 aliases에 ‘old’를 적고, 게시를 중단했으면 content/withdrawn.yaml에 적으세요.',
      },
    ]);
  });

  it('misses the page of a topic whose id was changed', () => {
    const [fault] = checkLedger(ledger, publish({ '/cases/old/': CASE }, FILES));
    expect(fault?.address).toBe('/topics/jobs/');
    expect(fault?.fix).toContain('content/moved.yaml');
  });

  it('misses an anchor that is gone', () => {
    expect(problems(publish({ '/cases/old/': CASE.replaceAll('background', 'reasons'), '/topics/jobs/': '' }, FILES))).toContainEqual([
      '/cases/old/#background',
      '게시한 적이 있는 위치(#)가 사라졌습니다.',
    ]);
  });

  it('is content with an old anchor that stands empty at its new place', () => {
    const html = `${CASE.replaceAll('background', 'reasons')}<span id="background"></span>`;
    expect(problems(publish({ '/cases/old/': html, '/topics/jobs/': '' }, FILES))).toEqual([
      ['/cases/old/#reasons', 'content/permalinks.json에 없는 위치(#)입니다.'],
    ]);
  });

  it('follows a page that has moved and asks for the anchors there', () => {
    const moved = (html: string) =>
      problems(publish({ '/cases/old/': '<div data-moved-to="/cases/new/">', '/cases/new/': html, '/topics/jobs/': '' }, FILES)).filter(
        ([address]) => address?.startsWith('/cases/old/'),
      );
    expect(moved(CASE)).toEqual([]);
    expect(moved('')).toHaveLength(2);
  });

  it('refuses a redirect into nothing', () => {
    expect(problems(publish({ '/cases/old/': '<div data-moved-to="/cases/nowhere/">', '/topics/jobs/': '' }, FILES))).toEqual([
      ['/cases/old/', '옮겨 간 링크 ‘/cases/nowhere/’에 페이지가 없습니다.'],
    ]);
  });

  it('asks nothing more of a withdrawn case', () => {
    expect(problems(publish({ '/cases/old/': '<div class="band" data-withdrawn>', '/topics/jobs/': '' }, FILES))).toEqual([]);
  });

  it('lets a withdrawn case take its files and its rows on other pages with it, and nothing else', () => {
    const files = [
      '/cases/old/citation.ris',
      '/data/cases/old.json',
      '/data/compare/old.json',
      '/data/cases/older.json',
      '/data/cases.csv',
    ];
    const anchors = ['old', 'page-old', 'ref-page-old', 'older', 'list-h'];
    const before: Ledger = { pages: { '/about/errata/': anchors, '/cases/old/': ['background'] }, files, facets: {} };
    const after = publish({ '/about/errata/': '', '/cases/old/': '<div class="band" data-withdrawn>' });
    expect(checkLedger(before, { ...after, facets: new Map() }).map(({ address }) => address)).toEqual([
      '/about/errata/#older',
      '/about/errata/#list-h',
      '/data/cases/older.json',
      '/data/cases.csv',
    ]);
  });

  it('misses a file that is gone', () => {
    expect(problems(publish({ '/cases/old/': CASE, '/topics/jobs/': '' }))).toEqual([
      ['/cases/old/citation.ris', '게시한 적이 있는 파일이 사라졌습니다.'],
    ]);
  });

  it('grows by what is new and never shrinks', () => {
    const next = extendLedger(ledger, publish({ '/cases/new/': CASE }, ['/feed.xml']));
    expect(next).toEqual({
      pages: { '/cases/new/': ['background', 'event-start'], '/cases/old/': ['background', 'event-start'], '/topics/jobs/': [] },
      files: ['/cases/old/citation.ris', '/feed.xml'],
      facets: { topic: ['jobs'] },
    });
    expect(JSON.parse(formatLedger(next))).toEqual(next);
  });

  it('leaves the frame of the page out of the anchors', () => {
    expect(page('<a href="#main">건너뛰기</a><main id="main"><h2 id="toc-h">차례</h2><h2 id="a">가</h2></main>').anchors).toEqual(['a']);
  });
});
