/** The settings that readers bring along: small windows, large letters, colours, contrast, motion, touch, the scheme. */
import { describe, expect, test } from 'vitest';
import { isAudit } from '../audit.ts';
import { launchBrowser } from '../../src/local/browser.ts';
import { PHONE } from './axe.ts';
import { findLostText } from './lost-text.ts';
import { pickOfEachKind, readPages } from './pages.ts';
import { useVisits } from './visits.ts';

const PAGES = readPages();
/** One page of each kind; the audit takes all. */
const PATHS = isAudit ? PAGES.map(({ path }) => path) : pickOfEachKind(PAGES);
const { site, address, withPage, findOn } = useVisits();

describe('what readers bring along', () => {
  test('a window of 320 px: no page scrolls sideways or loses text', { timeout: 240_000 }, async () => {
    expect(await findOn(PATHS, { viewport: { width: 320, height: 640 } }, (page) => page.evaluate(findLostText))).toEqual([]);
  });

  test('a window of 768 px: no page scrolls sideways or loses text', { timeout: 240_000 }, async () => {
    expect(await findOn(PATHS, { viewport: { width: 768, height: 1024 } }, (page) => page.evaluate(findLostText))).toEqual([]);
  });

  test('a style sheet of their own with text twice as large: nothing is lost', { timeout: 240_000 }, async () => {
    const found = await findOn(PATHS, {}, async (page) => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      return page.evaluate(findLostText);
    });
    expect(found).toEqual([]);
  });

  test.for([1280, 768, 360])(
    'text twice as large by a setting of the browser, in %d px: nothing is lost',
    { timeout: 240_000 },
    async (width) => {
      const enlarged = await launchBrowser(['--blink-settings=defaultFontSize=32']);
      const page = await enlarged.newPage({ viewport: { width, height: 900 } });
      const found: string[] = [];
      for (const path of PATHS) {
        await page.goto(address(path));
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
        for (const fault of await page.evaluate(findLostText)) found.push(`${path} ${fault}`);
      }
      await enlarged.close();
      expect(found).toEqual([]);
    },
  );

  test('wider letters, words and lines (WCAG 1.4.12): nothing is lost', { timeout: 240_000 }, async () => {
    const found = await findOn(PATHS, { viewport: PHONE }, async (page) => {
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
        );
        document.adoptedStyleSheets = [sheet];
      });
      return page.evaluate(findLostText);
    });
    expect(found).toEqual([]);
  });

  test('less motion: nothing moves', async () => {
    const found = await findOn(PATHS, { reducedMotion: 'reduce' }, (page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')].flatMap((element) => {
          const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
          const moves =
            animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s') || scrollBehavior !== 'auto';
          return moves ? [element.tagName] : [];
        }),
      ),
    );
    expect(found).toEqual([]);
  });

  test('colours of their own: what is current, chosen, marked or drawn still differs from the rest', async () => {
    await withPage(
      async (page) => {
        const style = (selector: string, property: string) =>
          page
            .locator(selector)
            .first()
            .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
        // The current item: by weight or a line, not by colour alone.
        await page.goto(`${site.address}?region=busan`);
        expect(await style('header.top [aria-current]', 'font-weight')).toBe('600');
        await page.waitForSelector('[data-facet=region] label:has(:checked)');
        expect(await style('[data-facet=region] label:has(:checked)', 'text-decoration-line')).toBe('underline');
        // Found words.
        await page.goto(`${site.address}search/?q=${encodeURIComponent('공공구매')}`);
        await page.waitForSelector('[data-case] mark');
        const paper = await style('body', 'background-color');
        expect(await style('[data-case] mark', 'background-color')).not.toBe(paper);
        // The place one has landed at.
        await page.goto(`${site.address}cases/busan-yeonje/#results`);
        expect(await style('#results', 'outline-style')).toBe('solid');
        await page.goto(`${site.address}cases/busan-yeonje/#event-change-of-use`);
        expect(await style('#event-change-of-use', 'outline-style')).toBe('solid');
        // Pictures: what they draw takes the reader's own ink.
        for (const [path, selector] of [
          ['timeline/', '.strip rect.day'],
          ['cases/incheon-gyeyang/', 'figure svg :is(rect, path, line, polyline)[class], .chart svg rect'],
        ] as const) {
          await page.goto(site.address + path);
          const [fill, stroke] = [await style(selector, 'fill'), await style(selector, 'stroke')];
          expect(
            [fill, stroke].some((one) => one !== 'none' && one !== paper),
            `${path} ${fill} ${stroke}`,
          ).toBe(true);
        }
      },
      { forcedColors: 'active', colorScheme: 'dark' },
    );
  });

  test('more contrast: quiet words and hairlines stand out more', async () => {
    const read = (contrast: 'more' | 'no-preference') =>
      withPage(
        async (page) => {
          await page.goto(site.address);
          return page.evaluate(() => {
            const value = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name);
            return { soft: value('--soft'), hair: value('--hair') };
          });
        },
        { contrast },
      );
    const [plain, more] = [await read('no-preference'), await read('more')];
    expect(more.soft).not.toBe(plain.soft);
    expect(more.hair).not.toBe(plain.hair);
  });

  test('a finger: the main controls of every page are 44 px high, at least 24 px all others', { timeout: 240_000 }, async () => {
    const found = await findOn(PATHS, { viewport: PHONE, hasTouch: true, isMobile: true }, (page) =>
      page.evaluate(() => {
        const MAIN =
          'header.top :is(a, button), [data-search-box] :is(input, button), .fold > summary, .toc a, [data-facet] :is(a, label), button:not(.term button, .nm button, .sort, .copy), .cite button, .turn a, .boxes label';
        return [
          ...document.querySelectorAll<HTMLElement>('a[href], button, summary, label:has(input), input:not([type=checkbox], [type=radio])'),
        ].flatMap((element) => {
          if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.vh, .skip')) return [];
          const { width, height } = element.getBoundingClientRect();
          // Links in a sentence have the height of its lines (WCAG 2.5.8, inline).
          const least = element.matches(MAIN) ? 44 : 0;
          return height + 0.5 < least || (least > 0 && width + 0.5 < 24)
            ? [
                `${element.tagName}.${element.className} ‘${element.textContent.trim().slice(0, 20)}’ ${width.toFixed()}×${height.toFixed()}`,
              ]
            : [];
        });
      }),
    );
    expect(found.slice(0, 40)).toEqual([]);
  });
});

describe('the scheme', () => {
  test('a page chosen dark is printed as ink on white, and the bars of the browser follow the choice', async () => {
    await withPage(
      async (page) => {
        const bars = () =>
          page.$$eval<string[], HTMLMetaElement>('meta[name=theme-color]', (all) =>
            all.filter(({ media }) => matchMedia(media).matches).map(({ content }) => content),
          );
        await page.goto(address('/cases/busan-yeonje/'));
        expect(await bars()).toEqual(['#fbfaf6']);
        await page.click('#theme');
        expect(await bars()).toEqual(['#181715']);
        await page.reload();
        expect(await bars()).toEqual(['#181715']);
        await page.emulateMedia({ media: 'print' });
        const { ink, paper } = await page.evaluate(() => {
          const style = getComputedStyle(document.body);
          return { ink: style.color, paper: style.backgroundColor };
        });
        expect(ink).toBe('rgb(29, 28, 26)');
        expect(paper).toBe('rgb(255, 255, 255)');
      },
      { colorScheme: 'light' },
    );
  });

  test('the colour of the bars is that of the paper', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      await withPage(
        async (page) => {
          await page.goto(site.address);
          const [bar, paper] = await page.evaluate(() => {
            const meta = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].find(
              ({ media }) => matchMedia(media).matches,
            );
            const probe = document.createElement('i');
            probe.style.color = meta?.content ?? '';
            document.body.append(probe);
            return [getComputedStyle(probe).color, getComputedStyle(document.body).backgroundColor];
          });
          expect(bar).toBe(paper);
        },
        { colorScheme },
      );
  });
});
