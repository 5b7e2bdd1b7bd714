/** Copying and sharing from a case page of the built site, in a browser with the policy on. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PATH, useCaseVisits } from './case-visits.ts';

const onPage = useCaseVisits();
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe('copying', () => {
  it('puts a citation with the day of access on the clipboard with one press, and says so', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.locator('[data-copy=author-year]').click();
      await page.getByRole('status').getByText('저자-연도식 인용문을 복사했습니다.').waitFor({ state: 'attached' });
      expect(await clipboard(page)).toMatch(/^부산광역시 연제구\. \(발행연도 미상\)\..*\(접속일: 2026\. 11\. 23\.\)$/);
    });
  });

  it('gives a row what it says, its link and its citation by keyboard alone, and the focus back', async () => {
    await onPage(PATH, {}, async (page) => {
      const link = page.locator('#event-change-of-use .pl');
      await link.focus();
      await page.keyboard.press('Enter');
      await page.locator('.copy-menu:popover-open button:focus').waitFor();
      await page.keyboard.press('Enter');
      await page.getByText('값과 출처를 복사했습니다.').waitFor();
      expect(await clipboard(page)).toMatch(
        /^근린생활시설로 용도 변경\(2017년 5월[^)]*\), 부산광역시 연제구, 『.+』 178쪽, https:.+#event-change-of-use$/,
      );
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('링크를 복사했습니다.').waitFor();
      expect(await clipboard(page)).toBe('https://cases.example.kr/cases/busan-yeonje/#event-change-of-use');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByText('인용문과 링크를 복사했습니다.').waitFor();
      const text = await clipboard(page);
      expect(text).toContain('가운데 ‘근린생활시설로 용도 변경’');
      expect(text).toContain('178쪽');
      expect(text).toContain('#event-change-of-use (접속일: 2026. 11. 23.)');
      await page.keyboard.press('Escape');
      expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
    });
  });

  it.each([
    ['a section', '.hd:has(> #background) > .perma', '가운데 ‘추진 배경’', '173–174쪽', '#background'],
    ['a table', '.held:has(> #table-floors) .perma', '가운데 ‘표 2. 층별 시설 배치(예정)’', '177쪽', '#table-floors'],
    ['a figure', '#figure-subsidy .pl', '가운데 ‘시니어 다방(多芳) 사업 보조금’', '173쪽', '#figure-subsidy'],
    ['an event', '#event-change-of-use .pl', '가운데 ‘근린생활시설로 용도 변경’', '178쪽', '#event-change-of-use'],
    ['a note', '#note-subsidy .perma', '가운데 ‘70,000천원의 성격’', '173, 176쪽', '#note-subsidy'],
    ['a generated section', '.hd:has(> #timeline) > .perma', '가운데 ‘연표’', '173–180쪽', '#timeline'],
  ])('cites %s with its own title, pages and address', async (_, link, title, pages, fragment) => {
    await onPage(PATH, {}, async (page) => {
      await page.locator(link).click({ force: true });
      await page.getByRole('button', { name: '인용문과 링크 복사' }).click();
      await page.getByText('인용문과 링크를 복사했습니다.').waitFor();
      const text = await clipboard(page);
      expect(text).toContain(title);
      expect(text).toContain(`, 발행처·발행연도 미상, ${pages}, `);
      expect(text).toContain(`https://cases.example.kr/cases/busan-yeonje/${fragment} (접속일: 2026. 11. 23.)`);
    });
  });

  it('copies the link of a section with one press and leaves the menu open for the rest', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.locator('.hd:has(> #background) > .perma').click({ force: true });
      await page.getByText('링크를 복사했습니다.').waitFor();
      expect(await clipboard(page)).toBe('https://cases.example.kr/cases/busan-yeonje/#background');
      expect(await page.locator('.copy-menu:popover-open').count()).toBe(1);
      // A section has no value.
      expect(await page.getByRole('button', { name: '값과 출처 복사' }).count()).toBe(0);
    });
  });

  it.each([
    [
      'a percentage of the first screen',
      '#headline tr:has-text("할인율") .pl',
      /^50%\(반값나눔 쿠폰 할인율\(전 메뉴\)\), 부산광역시 연제구, 『[^』]+』 180쪽, https:\S+#figure-coupon-discount$/,
    ],
    [
      'money, in both forms',
      '#figure-subsidy .pl',
      /^7천만 원\(70,000천원\)\([^,]+ 보조금\), 부산광역시 연제구, 『[^』]+』 173쪽, https:\S+#figure-subsidy$/,
    ],
    [
      'an organisation with its part',
      '#org-yeonje-gu .pl',
      /^부산광역시 연제구\(지방자치단체, 주관, [^)]+.*\), 부산광역시 연제구, 『[^』]+』 173쪽, https:\S+#org-yeonje-gu$/,
    ],
  ])('quotes %s with its source in two presses, as text and with a link', async (_, link, expected) => {
    await onPage(PATH, {}, async (page) => {
      await page.locator(link).click();
      await page.getByRole('button', { name: '값과 출처 복사' }).click();
      await page.getByText('값과 출처를 복사했습니다.').waitFor();
      const text = await clipboard(page);
      expect(text).toMatch(expected);
      const html = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return item ? (await item.getType('text/html')).text() : '';
      });
      expect(html).toContain(`<a href="${text.split(', ').at(-1) ?? ''}">`);
    });
  });

  it('never covers the row, heading or caption that is copied, at the top, in the middle and at the end of a window', async () => {
    for (const [width, block] of [
      [1280, 'start'],
      [1280, 'center'],
      [1280, 'end'],
      [360, 'center'],
      [360, 'end'],
    ] as const)
      await onPage(PATH, { viewport: { width, height: 740 } }, async (page) => {
        await page.evaluate(() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
        });
        for (const [link, own] of [
          ['#event-change-of-use .pl', '#event-change-of-use'],
          ['#figure-walk .pl', '#figure-walk'],
          ['.hd:has(> #results) > .perma', '#results'],
        ] as const) {
          // Rows that are laid out only now move what stands below them.
          await page.locator(own).evaluate(async (node, to) => {
            for (let frame = 0; frame < 3; frame += 1) {
              node.scrollIntoView({ block: to, behavior: 'instant' });
              await new Promise(requestAnimationFrame);
            }
          }, block);
          await page.locator(link).click({ force: true });
          await page.locator('.copy-menu:popover-open').waitFor();
          const [menu, row] = [await page.locator('.copy-menu').boundingBox(), await page.locator(own).boundingBox()];
          expect(menu && row && (menu.y >= row.y + row.height || menu.y + menu.height <= row.y), `${own} ${String(width)} ${block}`).toBe(
            true,
          );
          expect(menu && menu.y >= 0 && menu.y + menu.height <= 740, `${own} within the window`).toBe(true);
          await page.keyboard.press('Escape');
          await page
            .locator('.copy-menu:popover-open')
            .waitFor({ state: 'detached' })
            .catch(() => undefined);
        }
      });
  });

  it.each([
    ['is taken', 'resolve', 0],
    ['is given up by the reader', 'AbortError', 0],
    ['fails', 'NotAllowedError', 1],
  ])('shares a section from a finger; when that %s, the menu is open %s: %i', async (_, outcome, menus) => {
    await onPage(PATH, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }, async (page) => {
      await page.evaluate((how) => {
        navigator.share = (data) => {
          document.body.dataset['shared'] = JSON.stringify(data);
          return how === 'resolve' ? Promise.resolve() : Promise.reject(new DOMException('no', how));
        };
      }, outcome);
      const link = page.locator('.hd:has(> #background) > .perma');
      expect(await link.getAttribute('aria-label')).toBe('공유, 추진 배경');
      await link.tap();
      await page.waitForSelector('body[data-shared]');
      expect(JSON.parse((await page.locator('body').getAttribute('data-shared')) ?? '')).toEqual({
        title: '부산광역시 연제구, 추진 배경',
        url: 'https://cases.example.kr/cases/busan-yeonje/#background',
      });
      await expect.poll(() => page.locator('.copy-menu:popover-open').count()).toBe(menus);
    });
  });

  it.each([
    ['is taken', 'resolve', ''],
    ['is given up by the reader', 'AbortError', ''],
    ['fails', 'NotAllowedError', 'https://cases.example.kr/cases/busan-yeonje/'],
  ])('shares the case from its top with one tap; when that %s, the clipboard holds “%3$s”', async (_, outcome, copied) => {
    await onPage(PATH, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }, async (page) => {
      await page.evaluate(async (how) => {
        await navigator.clipboard.writeText('');
        navigator.share = (data) => {
          document.body.dataset['shared'] = JSON.stringify(data);
          return how === 'resolve' ? Promise.resolve() : Promise.reject(new DOMException('no', how));
        };
      }, outcome);
      const button = page.getByRole('button', { name: '공유', exact: true });
      expect((await button.boundingBox())?.y).toBeLessThan(640);
      await button.tap();
      await page.waitForSelector('body[data-shared]');
      expect(JSON.parse((await page.locator('body').getAttribute('data-shared')) ?? '')).toEqual({
        title: expect.stringMatching(/^부산광역시 연제구, ./) as string,
        url: 'https://cases.example.kr/cases/busan-yeonje/',
      });
      await expect.poll(() => clipboard(page)).toBe(copied);
    });
  });

  it('copies the link of the case from its top with one press, and says where to find it when the browser refuses', async () => {
    await onPage(PATH, {}, async (page) => {
      const button = page.locator('[data-page=address]');
      await button.click();
      await page.getByRole('button', { name: '복사했습니다' }).waitFor();
      expect(await clipboard(page)).toBe('https://cases.example.kr/cases/busan-yeonje/');
      await page.getByRole('button', { name: '링크 복사', exact: true }).first().waitFor();
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
      });
      await button.click();
      await page.getByText('인용하기의 링크를 선택해 복사해 주세요.').waitFor({ state: 'attached' });
    });
  });

  it('leaves words of the interface out of what is selected and copied by hand', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('article') ?? document.body));
      await page.keyboard.press('ControlOrMeta+c');
      const text = await clipboard(page);
      expect(text).toContain('추진 배경');
      expect(text).toContain('173–174쪽');
      // 공유재산 is a word of the case.
      expect(text).not.toMatch(/(?:링크|표|값) 복사|^(?:공유|복사|주소)$|사례집 ?\d/m);
    });
  });

  it('keeps the menu that was opened for the next place when the time of the last one is over', async () => {
    await onPage(PATH, {}, async (page) => {
      const open = async (selector: string) => {
        await page.locator(selector).click({ force: true });
        await page.locator('.copy-menu:popover-open').waitFor();
      };
      await open('.hd:has(> #background) > .perma');
      await page.getByRole('button', { name: '인용문과 링크 복사' }).click();
      await page.getByText('인용문과 링크를 복사했습니다.').last().waitFor();
      await page.keyboard.press('Escape');
      await open('#event-change-of-use .pl');
      await page.waitForTimeout(1700);
      expect(await page.locator('.copy-menu:popover-open').count()).toBe(1);
    });
  });

  it.each([
    ['a pointer', 24, { viewport: { width: 1280, height: 740 } }],
    ['a finger', 44, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }],
  ])('has a menu for %s: nothing to press under %d px, in it or half beneath it', async (_, least, options) => {
    await onPage(PATH, options, async (page) => {
      const link = page.locator('#event-change-of-use .pl');
      await link.scrollIntoViewIfNeeded();
      await link.click();
      await page.waitForSelector('.copy-menu:popover-open');
      for (const button of await page.locator('.copy-menu button:visible').all()) {
        const box = await button.boundingBox();
        expect(box && Math.min(box.width, box.height)).toBeGreaterThanOrEqual(least);
      }
      expect(await page.locator('article > .body').evaluate((node) => (node as HTMLElement).inert)).toBe(true);
      await page.keyboard.press('Escape');
      await page.waitForFunction(() => !document.querySelector<HTMLElement>('article > .body')?.inert);
      expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
      const sizes = await page
        .locator('.perma, .pl')
        .evaluateAll((links) => links.map((one) => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)));
      // A row of a list is as high as it is; its link may take 43 of 44 px.
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least - 1);
    });
  });

  it('shows the link of a section on touch and stays within 360 px', async () => {
    await onPage(PATH, { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }, async (page) => {
      const link = page.locator('.hd:has(> #background) > .perma');
      expect(await link.evaluate((node) => getComputedStyle(node).opacity)).toBe('1');
      await link.tap();
      const box = await page.locator('.copy-menu').boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
    });
  });

  it('adds the day of access to a citation that is copied by hand, however late the buttons come', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.route('**/copy*.js', () => undefined);
      await page.locator('[data-style=footnote]').click();
      await page.keyboard.press('ControlOrMeta+c');
      expect(await clipboard(page)).toContain('(접속일: 2026. 11. 23.)');
    });
  });

  it('says when the browser refuses the clipboard, and shows the text to copy', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
      });
      await page.locator('.hd:has(> #background) > .perma').click({ force: true });
      expect(await page.locator('.copy-menu textarea').inputValue()).toBe('https://cases.example.kr/cases/busan-yeonje/#background');
    });
  });

  it('is not offered without script, where links and texts do', async () => {
    await onPage(PATH, { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('[data-copy]:visible').count()).toBe(0);
      expect(await page.locator('#event-change-of-use .pl').getAttribute('href')).toBe('#event-change-of-use');
      expect(await page.locator('[data-style=footnote]').evaluate((node) => getComputedStyle(node).userSelect)).toBe('all');
    });
  });
});
