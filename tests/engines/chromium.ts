import { launchBrowser } from '../../src/local/browser.ts';
import { callText } from './call.ts';
import type { Engine } from './engine.ts';

export async function launchChromium(): Promise<Engine> {
  const browser = await launchBrowser();
  // A window with a head allows this to whoever presses a button; one without has nobody to ask.
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  return {
    async goto(address) {
      await page.goto(address, { waitUntil: 'load' });
    },
    async back() {
      await page.goBack({ waitUntil: 'load' });
    },
    // As text, like the other engines: Playwright's own types leave no room for a generic function.
    evaluate: (run, argument) => page.evaluate(callText(run, argument)),
    click: (selector) => page.locator(selector).first().click(),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    paste: () => page.keyboard.press('Control+V'),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    print: () => page.pdf({ format: 'A4', preferCSSPageSize: true }),
    close: () => browser.close(),
  };
}
