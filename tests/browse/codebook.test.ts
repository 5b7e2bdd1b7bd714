/** The page of the downloads in a browser, on the built site. */
import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/publish/datasets/all.ts';
import { readCsv } from '../publish/read-csv.ts';
import { openBuiltPages } from './open-page.ts';

const open = openBuiltPages();

describe('the codebook', () => {
  test.each(datasets.map((set) => [set.name, set] as const))('explains every column of %s in its order', async (name, set) => {
    await open('/data/', async (page, address) => {
      const table = page.locator(`section[aria-labelledby=${name}] table`);
      const texts = await table
        .locator('tbody tr')
        .evaluateAll((rows) => rows.map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim()));
      expect(texts.length).toBe(set.columns.length);
      set.columns.forEach((column, index) => {
        expect(texts[index]).toContain(column.name);
        expect(texts[index]).toContain(column.title);
        expect(texts[index]).toContain(column.about);
      });
      const answer = await page.request.get(`${address}data/${name}.csv`);
      const [header] = readCsv((await answer.text()).slice(1));
      expect(header).toEqual(set.columns.map((column) => column.name));
    });
  });
});
