import { launchBrowser } from '../src/local/browser.ts';

/** Starts a browser once before all tests: where one must be unpacked, two test files must not do it side by side. */
export async function setup(): Promise<void> {
  const browser = await launchBrowser();
  await browser.close();
}
