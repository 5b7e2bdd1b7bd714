/** Charts as files that can stand alone in a report. */
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { elements, readPages, textOf } from '../site/pages.ts';
import { useCaseVisits } from './case-visits.ts';

const onPage = useCaseVisits();
const isChart = ({ tagName, properties }: { tagName: string; properties: Record<string, unknown> }) =>
  tagName === 'figure' && [properties['className'] ?? []].flat().includes('chart');
/** The page with the most charts; a catalogue without any has nothing to save. */
const [page] = readPages()
  .filter(({ path }) => /^\/cases\/[^/]+\/$/.test(path))
  .map((one) => ({ ...one, charts: elements(one.tree, isChart) }))
  .toSorted((a, b) => b.charts.length - a.charts.length);
const PATH = page?.path.slice(1) ?? '';

async function save(on: Page, format: string): Promise<Download> {
  const figure = on.locator('figure.chart').first();
  await figure.hover();
  const [download] = await Promise.all([on.waitForEvent('download'), figure.locator(`[data-save=${format}]`).click()]);
  await figure.getByText('저장했습니다').waitFor();
  return download;
}

test.runIf((page?.charts.length ?? 0) > 0)('a chart is saved with its title, its source with the page, and its address', async () => {
  await onPage(PATH, { acceptDownloads: true }, async (on) => {
    const download = await save(on, 'svg');
    expect(download.suggestedFilename()).toMatch(/^[a-z-]+-table-[a-z0-9-]+\.svg$/);
    const text = readFileSync(await download.path(), 'utf8');
    const words = text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
    const figure = on.locator('figure.chart').first();
    const squeeze = (of: string) => of.replaceAll(/\s/g, '');
    expect(squeeze(words)).toContain(squeeze(await figure.locator('.ct').innerText()));
    expect(squeeze(words)).toContain(squeeze((await figure.locator('.pp').innerText()).replace('쪽', '')));
    expect(words).toContain('『');
    expect(words).toMatch(/https:\/\/\S+\/cases\/[a-z-]+\/#table-/);
    // All that the page's style sheet says of the shapes goes along.
    expect(text).not.toMatch(/var\(--|class="/);
    for (const number of await figure.locator('svg text').allTextContents()) expect(squeeze(words)).toContain(squeeze(number));
  });
});

test.runIf((page?.charts.length ?? 0) > 0)('a chart is saved as points, three for one of the page', async () => {
  await onPage(PATH, { acceptDownloads: true, colorScheme: 'dark' }, async (on) => {
    const bytes = readFileSync(await (await save(on, 'png')).path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    const width = await on
      .locator('figure.chart > svg')
      .first()
      .evaluate((drawing) => drawing.getBoundingClientRect().width);
    expect(bytes.readUInt32BE(16)).toBe(Math.floor((width + 32) * 3));
  });
});

test('charts are numbered through each case, as tables are', () => {
  for (const { path, tree } of readPages()) {
    const titles = elements(tree, isChart).map((figure) => textOf(figure).trim());
    expect(
      titles.every((title, index) => title.startsWith(`그림 ${String(index + 1)}.`)),
      path,
    ).toBe(true);
  }
});
