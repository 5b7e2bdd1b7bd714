/** The search as a reader has it: what it weighs, what bad input gets, what is said when its files do not come, how it is typed in Korean. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../src/local/serve.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import { type Harm, type Traffic, openTraffic } from './traffic.ts';

let server: RunningServer;
let traffic: Traffic;
let browser: Browser;

beforeAll(async () => {
  server = await serve({ dir: 'dist', port: 0 });
  traffic = await openTraffic(server.address);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await traffic.close();
  await server.close();
});

async function withPage(run: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  try {
    await run(await context.newPage());
  } finally {
    await context.close();
  }
}

const searchPage = (query?: string): string => `${traffic.address}search/${query === undefined ? '' : `?q=${encodeURIComponent(query)}`}`;
const settled = (page: Page) =>
  page.waitForSelector('[data-search-results]:is([data-state=done], [data-state=error])', { timeout: 20_000 });

describe('what a search weighs, from the focus of the field to the list', () => {
  /** Bytes, as sent. */
  const MOST = 65_000;
  const FRAGMENTS = 5;

  const weigh = async (query: string): Promise<number> => {
    let bytes = 0;
    await withPage(async (page) => {
      await page.goto(searchPage(), { waitUntil: 'networkidle' });
      traffic.forget();
      await page.focus('#q');
      await page.keyboard.insertText(query);
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-case] li, .nothing');
      // The web font of the page may come late on a busy machine; no search asks for it.
      const answers = traffic.answers.filter(({ path }) => !/\.(?:svg|woff2)$/.test(path));
      expect(answers.map(({ path }) => path)).toContainEqual(expect.stringMatching(/^\/pagefind\/.*\.pf_index$/));
      // The list waits for five texts; more of them may have come before it was seen here.
      const fragments = answers.filter(({ path }) => path.includes('/text/'));
      const counted = [...answers.filter((answer) => !fragments.includes(answer)), ...fragments.slice(0, FRAGMENTS)];
      bytes = counted.reduce((sum, answer) => sum + answer.bytes, 0);
    });
    return bytes;
  };

  test.each(['협동조합', '공정무역', '3억원', '2015-09-25', 'ㅎㄷㅈㅎ', 'guqehdwhgkq'])('%s: at most 60 kB', async (query) => {
    const bytes = await weigh(query);
    expect(bytes).toBeLessThanOrEqual(60_000);
    expect(bytes).toBeGreaterThan(30_000);
  });

  // The heaviest of the judged queries: fifteen words and their synonyms, each in a chunk of its own.
  test.each([
    '형편이 어려운 어르신에게 할인권을 나눠주는 카페',
    '몸이 불편한 노인 집에 전등 스위치를 달아주려고 돈을 모은 주민들',
    '낡은 집이 많은 동네에 아파트 관리사무소 같은 곳을 만들어 주는 사업',
  ])('%s: at most 65 kB', async (query) => {
    expect(await weigh(query)).toBeLessThanOrEqual(MOST);
  });
});

describe('bad input', () => {
  const STRANGE: readonly (readonly [name: string, query: string])[] = [
    ['one syllable', '가'],
    ['one jamo', 'ㄱ'],
    ['10,000 syllables', '협동조합'.repeat(2_500)],
    ['10,000 letters', 'abcd'.repeat(2_500)],
    ['punctuation', '…?!.,;:"\'(){}[]'],
    ['emoji', '👩‍👩‍👧‍👦🇰🇷😀'],
    ['jamo soup', 'ㅏㅑㅓㅕㄱㄴㅣㅢㄳㅄㅏㅏ'],
    ['control characters', '협동\u0007조합\u001b[31m\u202e'],
    ['markup', '<script>document.title="x"</script><img src=x onerror=document.title="x">'],
    ['a null byte, escaped', '%00협동조합%00'],
    ['decomposed', '협동조합'.normalize('NFD')],
    ['full-width', 'ｓｏｃｉａｌ　협동　１００'],
    ['SQL', "' OR 1=1; DROP TABLE cases; --"],
    ['a regular expression', '(.*)+$|[가-'],
    ['a selector', '[data-case="x"]{}'],
  ];

  test('empty input asks for nothing', async () => {
    await withPage(async (page) => {
      await page.goto(searchPage('   '));
      await page.waitForSelector('[data-search-results][data-state=idle]');
      expect(await page.$$('[data-search-list] > *')).toEqual([]);
    });
  });

  test('an answer or help for everything, without an error, a script or a long wait', async () => {
    await withPage(async (page) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('dialog', (dialog) => {
        faults.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(searchPage('협동조합'));
      await settled(page);
      const title = /^‘.*’ 찾기 \|/su;
      for (const [name, query] of STRANGE) {
        // In the page, so that no time of the test's own is measured.
        const took = await page.evaluate(async (text) => {
          const results = document.querySelector<HTMLElement>('[data-search-results]');
          const input = document.querySelector<HTMLInputElement>('#q');
          if (!results || !input) throw new Error('no search page');
          const started = performance.now();
          input.value = text;
          input.form?.requestSubmit();
          while (results.dataset['state'] === 'loading') await new Promise((done) => setTimeout(done, 2));
          return performance.now() - started;
        }, query);
        expect(await page.getAttribute('[data-search-results]', 'data-state'), name).toBe('done');
        expect((await page.textContent('[data-search-count]'))?.length, name).toBeGreaterThan(5);
        expect(await page.$$('[data-case], .nothing'), name).not.toEqual([]);
        expect(await page.$$('[data-search-results] :is(script, img)'), name).toEqual([]);
        expect(await page.title(), name).toMatch(title);
        // 200 ms on a machine of its own; tests share theirs, so that only a hang is a fault here.
        expect(took, name).toBeLessThan(2_000);
      }
      expect(faults).toEqual([]);
    });
  });

  test.each(['%00', '%ED%A0%80', '%E0%A4%A', '%F0%9F%98', '%EF%BF%BD'])('an address with %s', async (escaped) => {
    await withPage(async (page) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`${traffic.address}search/?q=${escaped}&region=%00&topic=%3Cscript%3E&most=1e999`);
      await page.waitForSelector('[data-search-results]:is([data-state=done], [data-state=idle])');
      expect(faults).toEqual([]);
    });
  });
});

describe('when a file of the search does not come', () => {
  const FILES: readonly (readonly [name: string, pattern: RegExp])[] = [
    ['the manifest', /\/manifest\.json$/],
    ['the lexicon', /\/core\.txt$/],
    ['the vocabulary', /\/words\/\d+\.txt$/],
    ['the index of chunks', /\.pf_meta$/],
    ['a chunk', /\.pf_index$/],
    ['the worker', /\/worker-/],
  ];
  const HARMS: readonly Harm[] = ['cut off', 'missing', 'truncated', 'foreign'];

  test.each(FILES.flatMap(([name, pattern]) => HARMS.map((how) => [name, how, pattern] as const)))(
    '%s is %s',
    async (file, how, pattern) => {
      traffic.harm(pattern, how);
      try {
        await withPage(async (page) => {
          await page.goto(searchPage('협동조합'));
          await settled(page);
          expect(await page.getAttribute('[data-search-results]', 'data-state')).toBe('error');
          expect(await page.textContent('[data-search-count]')).toMatch(/[다]\.$/);
          expect(await page.isVisible('[data-search-plain]')).toBe(true);
          expect(await page.$$eval('[data-search-plain] li a', (links) => links.length)).toBeGreaterThanOrEqual(12);
          traffic.harm();
          // A worker's file that was damaged is kept by the browser, and only the reader can ask for it anew.
          if (file === 'the worker' && (how === 'truncated' || how === 'foreign')) return;
          // It is asked for again, and comes.
          await page.click('button.again');
          await page.waitForSelector('[data-search-results][data-state=done]');
          expect(await page.$$('[data-case]')).not.toEqual([]);
          expect(await page.isVisible('[data-search-plain]')).toBe(false);
        });
      } finally {
        traffic.harm();
      }
    },
  );

  test.each(HARMS)('texts for excerpts are %s: the cases are listed without them', async (how) => {
    traffic.harm(/\/text\//, how);
    try {
      await withPage(async (page) => {
        await page.goto(searchPage('협동조합'));
        await settled(page);
        expect((await page.$$('[data-case]')).length).toBeGreaterThan(5);
      });
    } finally {
      traffic.harm();
    }
  });

  test('suggestions do not come: the field still searches', async () => {
    traffic.harm(/suggest/, 'cut off');
    try {
      await withPage(async (page) => {
        await page.goto(`${traffic.address}cases/busan-yeonje/`);
        await page.focus('#top-q');
        await page.keyboard.insertText('협동조합');
        await page.keyboard.press('Enter');
        await settled(page);
        expect(await page.$$('[data-case]')).not.toEqual([]);
      });
    } finally {
      traffic.harm();
    }
  });
});

describe('the list of results', () => {
  test('counts every facet, and names the printed page of rows of generated tables', async () => {
    await withPage(async (page) => {
      await page.goto(searchPage('협동조합'));
      await settled(page);
      for (const facet of ['region', 'sector', 'tier', 'topic']) {
        const counts = await page.$$eval(`[data-search-facets] li:not([hidden]):has(input[name=${facet}]) .c`, (found) =>
          found.map((count) => Number(count.textContent)),
        );
        expect(counts.length, facet).toBeGreaterThan(0);
        expect(Math.min(...counts), facet).toBeGreaterThan(0);
      }
      const rows = await page.$$eval('[data-case] li', (found) =>
        found.filter((row) => row.querySelector('small')?.textContent === '연표').map((row) => row.querySelector('.pp')?.textContent ?? ''),
      );
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((pages) => !/\d+쪽/.test(pages))).toEqual([]);
    });
  });
});

describe('typing in Korean', () => {
  test('nothing is searched while a syllable is composed, and Enter goes once', async () => {
    await withPage(async (page) => {
      await page.goto(searchPage());
      const input = await page.context().newCDPSession(page);
      await page.focus('#q');
      for (const text of ['ㅎ', '혀', '협']) await input.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
      expect(await page.inputValue('#q')).toBe('협');
      // The key that closes a composition: it belongs to the input method.
      await page.evaluate(() => {
        const key = { key: 'Enter', bubbles: true, cancelable: true, isComposing: true };
        document.querySelector('#q')?.dispatchEvent(new KeyboardEvent('keydown', key));
      });
      expect(new URL(page.url()).search).toBe('');
      expect(await page.getAttribute('[data-search-results]', 'data-state')).toBe('idle');
      await input.send('Input.insertText', { text: '협동' });
      const length = await page.evaluate(() => history.length);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await settled(page);
      expect(new URL(page.url()).searchParams.get('q')).toBe('협동');
      expect(await page.evaluate(() => history.length)).toBe(length + 1);
    });
  });

  test('suggestions follow a half-composed syllable', async () => {
    await withPage(async (page) => {
      await page.goto(`${traffic.address}cases/busan-yeonje/`);
      const input = await page.context().newCDPSession(page);
      await page.keyboard.press('Control+k');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('top-q');
      await input.send('Input.imeSetComposition', { text: '공공구', selectionStart: 3, selectionEnd: 3 });
      await page.waitForSelector('[role=listbox]:not([hidden]) [role=option]');
      expect(await page.textContent('[role=listbox]')).toContain('주제어');
    });
  });
});
