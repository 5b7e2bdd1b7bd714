/** Ways from an answer to the lists across cases: the number beside one is the number of rows behind it. */
import { expect, test } from 'vitest';
import { useBuiltSite } from '../built-site.ts';
import { readJudged } from '../../scripts/eval-search.ts';
import { readContent } from '../../src/content/read.ts';

const site = useBuiltSite();

/** Ways that are followed. */
const WANTED = 6;
/** Queries that are asked at most for them. */
const ASKED = 40;

test('a list shows as many rows as the way to it says', async () => {
  const published = new Set(readContent('content').files.map(({ slug }) => slug));
  const queries = [...new Set(readJudged('tests/queries/train/dev.json', published).map(({ q }) => q))].slice(0, ASKED);
  const page = await site.browser.newPage();
  let followed = 0;
  for (const query of queries) {
    if (followed >= WANTED) break;
    await page.goto(`${site.address}search/?q=${encodeURIComponent(query)}`);
    await page.waitForSelector('[data-search-results][data-state=done]');
    const ways = page.locator('.ways a');
    if ((await ways.count()) === 0) continue;
    await expect
      .poll(() => ways.allInnerTexts(), { timeout: 20_000 })
      .toEqual(Array.from({ length: await ways.count() }, () => expect.stringMatching(/ \d+\D+$/) as string));
    const [way] = (await ways.all()).slice(followed % (await ways.count()));
    const said = /(\d+)\D+$/.exec((await way?.innerText()) ?? '')?.[1];
    await way?.click();
    await page.waitForURL(/\/(?:figures|timeline|organisations|instruments)\/\?q=/);
    // `297건 중 6건`, or all of them.
    await expect
      .poll(async () => /(\d+)\D+$/.exec(await page.locator('[data-list-count]').innerText())?.[1], {
        message: `${query} ${page.url()}`,
        timeout: 20_000,
      })
      .toBe(said);
    followed += 1;
  }
  expect(followed).toBeGreaterThan(0);
  await page.close();
});
