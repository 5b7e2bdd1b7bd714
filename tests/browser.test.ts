import { expect, test } from 'vitest';
import { launchBrowser } from '../src/local/browser.ts';

test('a browser starts, lays out Hangul and fills in a field', async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent('<html lang="ko"><body><form><label>찾기 <input></label></form><span>사회적경제</span></body></html>');
    await page.fill('input', '협동조합');
    expect(await page.inputValue('input')).toBe('협동조합');
    expect((await page.locator('span').boundingBox())?.width).toBeGreaterThan(40);
  } finally {
    await browser.close();
  }
});
