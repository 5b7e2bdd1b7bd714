import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { callText } from './call.ts';
import type { Engine } from './engine.ts';

const SYSTEM = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** Rejects where Firefox is not installed (Debian: firefox-esr); `$FIREFOX_PATH` names one elsewhere. */
export async function launchFirefox(): Promise<Engine> {
  const executablePath = process.env['FIREFOX_PATH'] ?? SYSTEM.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('Firefox가 없습니다. ‘apt-get install firefox-esr’로 설치한 뒤 다시 실행하세요.');
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  return {
    async goto(address) {
      await page.goto(address, { waitUntil: 'load' });
    },
    async back() {
      await page.goBack({ waitUntil: 'load' });
    },
    evaluate: (run, argument) => page.evaluate(callText(run, argument)) as Promise<never>,
    click: (selector) => page.locator(selector).click(),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    async paste() {
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
    },
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: () => page.screenshot(),
    print: () => page.pdf({ format: 'A4', preferCSSPageSize: true }),
    close: () => browser.close(),
  };
}
