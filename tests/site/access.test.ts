/** Access to the built site: axe on a page of each kind, the keyboard alone, and the settings that readers bring along. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { isAudit } from '../audit.ts';
import { launchBrowser } from '../browser.ts';
import { useBuiltSite } from '../built-site.ts';
import { findViolations, PHONE, STATES, VARIANTS, WIDE } from './axe.ts';
import { elements, property, readPages, textOf } from './pages.ts';

/** One page of each kind; the audit takes all. */
const SAMPLE = [
  '/',
  '/cases/busan-yeonje/',
  '/cases/daegu-dong/',
  '/search/',
  '/topics/',
  '/topics/public-procurement/',
  '/regions/busan/',
  '/timeline/',
  '/figures/',
  '/organisations/',
  '/compare/',
  '/data/',
  '/glossary/',
  '/about/accessibility/',
  '/about/errata/',
  '/404.html',
];
const PAGES = readPages();
const EVERY = PAGES.map(({ path }) => path);
const PATHS = isAudit ? EVERY : SAMPLE;

const site = useBuiltSite();

async function withPage<T>(run: (page: Page) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
  const context = await site.browser.newContext({ viewport: WIDE, ...options });
  try {
    return await run(await context.newPage());
  } finally {
    await context.close();
  }
}

const address = (path: string) => site.address + path.slice(1);

/** Runs a check on pages and collects what it finds, each finding behind its address. */
async function findOn(
  paths: readonly string[],
  options: BrowserContextOptions,
  check: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  return withPage(async (page) => {
    const found: string[] = [];
    for (const path of paths) {
      await page.goto(address(path));
      for (const fault of await check(page)) found.push(`${path} ${fault}`);
    }
    return found;
  }, options);
}

describe('axe', () => {
  // The audit has all pages in all four.
  test.for([VARIANTS[0], VARIANTS[3]])('a page of each kind at $name is free of violations', { timeout: 300_000 }, async (variant) => {
    const { viewport, colorScheme } = variant;
    expect(await findOn(SAMPLE, { viewport, colorScheme }, findViolations)).toEqual([]);
  });

  test.for(STATES)('$name: free of violations on a phone in the dark', { timeout: 60_000 }, async (state) => {
    await withPage(
      async (page) => {
        await state.prepare?.(page);
        await page.goto(site.address + state.path);
        await state.enter(page);
        expect(await findViolations(page)).toEqual([]);
      },
      { viewport: PHONE, colorScheme: 'dark' },
    );
  });

  test('sees what is wrong', async () => {
    await withPage(async (page) => {
      await page.setContent(
        '<html><body><img src="x"><button></button><a href="#a" style="font-size:8px">a</a><a href="#b" style="font-size:8px">b</a></body></html>',
      );
      const found = (await findViolations(page)).join();
      expect(found).toMatch(/image-alt/);
      expect(found).toMatch(/button-name/);
      expect(found).toMatch(/target-size/);
    });
  });
});

/** Where the focus is, and whether a reader can see that it is there. */
interface Focus {
  name: string;
  /** Nothing is focused but the page itself. */
  lost: boolean;
  /** Width of the outline in px and its contrast to the paper; 0 without one. */
  outline: number;
  contrast: number;
  /** The element, or what is outlined for it, lies within the window and nothing covers its middle. */
  seen: boolean;
}

function readFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const luminance = (colour: string) => {
      if (!canvas) return 0;
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
        value / 255 <= 0.03928 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const outlined = (element: Element) => {
      const style = getComputedStyle(element);
      return style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);
    };
    const element = document.activeElement;
    if (!element || element === document.body) return { name: 'the page', lost: true, outline: 0, contrast: 0, seen: false };
    // A field is outlined with its line, a hidden box with its label.
    const shown =
      [element, element.closest('label'), element.closest('[data-search-box]')].find((one) => one && outlined(one) > 0) ?? element;
    const { left, top, width, height } = shown.getBoundingClientRect();
    // A link that runs over a line break has its middle nowhere: its first line counts.
    const line = shown.getClientRects()[0] ?? shown.getBoundingClientRect();
    const at = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
    const [one, two] = [luminance(getComputedStyle(shown).outlineColor), luminance(getComputedStyle(document.body).backgroundColor)].sort(
      (a, b) => b - a,
    );
    return {
      name: `${element.tagName} ${element.id || element.textContent.trim().slice(0, 30)}`,
      lost: false,
      outline: outlined(shown),
      contrast: ((one ?? 0) + 0.05) / ((two ?? 0) + 0.05),
      seen:
        width > 0 &&
        height > 0 &&
        left >= -1 &&
        top >= -1 &&
        line.bottom <= innerHeight + 1 &&
        at !== null &&
        (shown.contains(at) || at.contains(shown) || at.closest('label')?.contains(shown) === true),
    };
  });
}

/** Presses a key until the focus is on what is asked for; every stop on the way must be seen. Rejects after many stops. */
async function walkTo(page: Page, selector: string, key = 'Tab', most = 150): Promise<void> {
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press(key);
    const focus = await readFocus(page);
    if (focus.lost) continue;
    const isMain = await page.evaluate(() => document.activeElement?.id === 'main');
    if (!isMain) expect(focus, `${page.url()} ${focus.name}`).toMatchObject({ seen: true, outline: 2 });
    if (!isMain) expect(focus.contrast, focus.name).toBeGreaterThanOrEqual(3);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} is not reached by ${key}`);
}

const focusIs = (page: Page, selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

describe('the keyboard alone', () => {
  test.for(['light', 'dark'] as const)(
    'goes from the index to a comparison and back, in the %s',
    { timeout: 120_000 },
    async (colorScheme) => {
      await withPage(
        async (page) => {
          // The index: the first stop skips to the content.
          await page.goto(site.address);
          await page.keyboard.press('Tab');
          expect(await focusIs(page, 'a.skip')).toBe(true);
          await page.keyboard.press('Enter');
          await walkTo(page, '#q');

          // A filter, by space; the count says what is left.
          await walkTo(page, '[data-facet=region] input');
          while (!(await focusIs(page, '[value=busan]'))) await page.keyboard.press('Tab');
          await page.keyboard.press('Space');
          await page.locator('[data-list-count]', { hasText: '12건 중 2건' }).waitFor();
          expect(new URL(page.url()).searchParams.get('region')).toBe('busan');

          // The search: a key that leads there, suggestions, Escape, Enter.
          await walkTo(page, 'tr[data-case] a');
          await page.keyboard.press('Control+k');
          expect(await focusIs(page, '#q')).toBe(true);
          await page.keyboard.type('협동');
          await page.waitForSelector('.suggest [role=option]');
          await page.keyboard.press('ArrowDown');
          expect(await page.getAttribute('#q', 'aria-activedescendant')).toBe(
            await page.getAttribute('.suggest [aria-selected=true]', 'id'),
          );
          await page.keyboard.press('Escape');
          expect(await page.locator('.suggest').isVisible()).toBe(false);
          expect(await focusIs(page, '#q')).toBe(true);
          await page.keyboard.type('조합');
          await page.keyboard.press('Enter');
          await page.waitForSelector('[data-search-results][data-state=done]');

          // The results, narrowed, and one of them.
          await walkTo(page, '[data-search-facets] input[name=region]');
          await walkTo(page, '[data-case] li a');
          await page.keyboard.press('Enter');
          await page.waitForURL(/\/cases\/[\w-]+\/#/);
          const slug = new URL(page.url()).pathname;

          // A section through the contents; the focus goes on from there.
          await page.goto(site.address + slug.slice(1));
          await walkTo(page, 'nav.toc > ol > li:nth-child(3) > a');
          await page.keyboard.press('Enter');
          const top = await page.locator(':target').evaluate((heading) => heading.getBoundingClientRect().top);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top).toBeLessThan(200);

          // The address of a row: Enter opens the menu, Tab stays in it, Escape gives the focus back.
          await walkTo(page, 'a.pl');
          const row = await page.evaluate(() => document.activeElement?.getAttribute('href'));
          await page.keyboard.press('Enter');
          await page.waitForSelector('.copy-menu:popover-open');
          expect(await focusIs(page, '.copy-menu button')).toBe(true);
          expect(await readFocus(page)).toMatchObject({ seen: true });
          await page.keyboard.press('Escape');
          expect(await page.locator('.copy-menu').isVisible()).toBe(false);
          expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(row);

          // A citation.
          await page.locator('#cite').evaluate((heading) => {
            heading.tabIndex = -1;
            heading.focus();
          });
          await walkTo(page, 'button[data-copy]');
          await page.keyboard.press('Enter');
          await page.locator('.cite [role=status]:not(:empty)').waitFor({ state: 'attached' });

          // A comparison, chosen from scratch, and back.
          await page.goto(`${site.address}compare/`);
          await walkTo(page, 'input[name=cases]');
          await page.keyboard.press('Space');
          await page.keyboard.press('Tab');
          await page.keyboard.press('Space');
          await page.waitForSelector('table.compare');
          await walkTo(page, 'table.compare td a');
          await page.keyboard.press('Enter');
          await page.waitForURL(/\/cases\//);
          await page.goBack();
          await page.waitForSelector('table.compare');
        },
        { colorScheme, permissions: ['clipboard-read', 'clipboard-write'] },
      );
    },
  );

  test.for(isAudit ? EVERY : ['/', '/cases/busan-yeonje/', '/search/', '/compare/', '/about/'])(
    '%s: Tab goes through everything once and out again',
    { timeout: 120_000 },
    async (path) => {
      await withPage(async (page) => {
        await page.goto(address(path));
        const stops: string[] = [];
        const isOut = () => page.evaluate(() => document.activeElement === document.body || document.activeElement === null);
        for (let stop = 0; stop < 2_000; stop += 1) {
          await page.keyboard.press('Tab');
          if (await isOut()) break;
          stops.push(
            await page.evaluate(() => {
              const element = document.activeElement;
              const all = [...document.querySelectorAll('*')];
              return element ? `${element.tagName} ${String(all.indexOf(element))}` : '';
            }),
          );
        }
        expect(stops.length).toBeGreaterThan(5);
        expect(await isOut(), stops.at(-1)).toBe(true);
        expect(new Set(stops).size).toBe(stops.length);
      });
    },
  );
});

/** Text that is cut off, or that runs over other text. */
function findLostText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (over > 0) faults.push(`scrolls sideways by ${String(over)} px`);
    const isClipped = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
    const isShown = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.skip, svg') && !isClipped(element);
    // A table that scrolls by itself (WCAG 1.4.10 lets tables of data do so).
    const SCROLLING = '.grid';
    const boxes: { rect: DOMRect; text: string; node: Text }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!parent || text === '' || !isShown(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        if (rect.width < 2 || rect.height < 2) continue;
        if ((rect.right > innerWidth + 1 || rect.left < -1) && !parent.closest(SCROLLING)) faults.push(`outside: ${text.slice(0, 30)}`);
        if (getComputedStyle(parent).overflowX === 'hidden' && parent.scrollWidth > parent.clientWidth + 1)
          faults.push(`cut: ${text.slice(0, 30)}`);
        boxes.push({ rect, text, node: node as Text });
      }
    }
    boxes.sort((a, b) => a.rect.top - b.rect.top);
    boxes.forEach((one, index) => {
      for (let at = index + 1; at < boxes.length; at += 1) {
        const two = boxes[at];
        if (!two || two.rect.top >= one.rect.bottom) break;
        if (two.node === one.node) continue;
        const width = Math.min(one.rect.right, two.rect.right) - Math.max(one.rect.left, two.rect.left);
        const height = Math.min(one.rect.bottom, two.rect.bottom) - Math.max(one.rect.top, two.rect.top);
        // Line boxes of fonts overlap a little; letters do not.
        if (width > 2 && height > Math.min(one.rect.height, two.rect.height) * 0.4)
          faults.push(`over each other: ‘${one.text.slice(0, 25)}’ and ‘${two.text.slice(0, 25)}’`);
      }
    });
    return [...new Set(faults)].slice(0, 5);
  });
}

describe('what readers bring along', () => {
  test('a window of 320 px: no page scrolls sideways or loses text', { timeout: 240_000 }, async () => {
    expect(await findOn(EVERY, { viewport: { width: 320, height: 640 } }, findLostText)).toEqual([]);
  });

  test('a window of 768 px: no page scrolls sideways or loses text', { timeout: 240_000 }, async () => {
    expect(await findOn(PATHS, { viewport: { width: 768, height: 1024 } }, findLostText)).toEqual([]);
  });

  test('a style sheet of their own with text twice as large: nothing is lost', { timeout: 240_000 }, async () => {
    const found = await findOn(PATHS, {}, async (page) => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      return findLostText(page);
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
        for (const fault of await findLostText(page)) found.push(`${path} ${fault}`);
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
      return findLostText(page);
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
          'header.top :is(a, button), [data-search-box] :is(input, button), .fold > summary, .toc a, [data-facet] :is(a, label), button:not(.term button, .sort, .copy), .cite button, .turn a, .boxes label';
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

describe('the markup', () => {
  /** Collects faults over all pages. */
  const findIn = (check: (page: (typeof PAGES)[number]) => string[]) =>
    PAGES.flatMap((page) => check(page).map((fault) => `${page.path} ${fault}`));

  test('every table has a caption, heads with a scope and, where it becomes rows on a phone, its roles', () => {
    const faults = findIn(({ tree }) =>
      elements(tree, ({ tagName }) => tagName === 'table').flatMap((table) => {
        const inside = (name: string) => elements(table, ({ tagName }) => tagName === name);
        const caption = inside('caption')[0];
        return [
          ...(caption && textOf(caption).trim() !== '' ? [] : ['caption']),
          ...inside('th').flatMap((head) => (property(head, 'scope') === undefined ? [`scope of ${textOf(head).trim()}`] : [])),
          ...(/\b(?:flow|stack)\b/.test(property(table, 'className') ?? '') && property(table, 'role') !== 'table' ? ['role'] : []),
        ];
      }),
    );
    expect(faults).toEqual([]);
  });

  test('every navigation, aside and form for searching has a name of its own on its page', () => {
    const faults = findIn(({ tree }) => {
      const ids = new Map(
        elements(tree, ({ properties }) => properties['id'] !== undefined).map((one) => [property(one, 'id'), textOf(one).trim()]),
      );
      const names = elements(tree, (one) => ['nav', 'aside'].includes(one.tagName)).map(
        (one) => property(one, 'ariaLabel') ?? ids.get(property(one, 'ariaLabelledBy') ?? property(one, 'ariaLabelledby') ?? '') ?? '',
      );
      return names.flatMap((name, index) => (name === '' || names.indexOf(name) !== index ? [`‘${name}’`] : []));
    });
    expect(faults).toEqual([]);
  });

  test('every time can be read by a machine, every abbreviation is written out', () => {
    const faults = findIn(({ tree }) => [
      ...elements(tree, ({ tagName }) => tagName === 'time').flatMap((time) =>
        /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)$/.test(property(time, 'dateTime') ?? '') ? [] : [`time ${textOf(time)}`],
      ),
      ...elements(tree, ({ tagName }) => tagName === 'abbr').flatMap((one) =>
        (property(one, 'title') ?? '') === '' ? [`abbr ${textOf(one)}`] : [],
      ),
    ]);
    expect(faults).toEqual([]);
    expect(PAGES.flatMap(({ tree }) => elements(tree, ({ tagName }) => tagName === 'time')).length).toBeGreaterThan(100);
  });

  test('what changes without a new page is announced', () => {
    for (const path of ['/', '/timeline/', '/figures/', '/organisations/', '/search/', '/compare/', '/cases/busan-yeonje/']) {
      const page = PAGES.find((one) => one.path === path);
      const regions = page
        ? elements(page.tree, (one) => property(one, 'role') === 'status' || property(one, 'ariaLive') !== undefined)
        : [];
      expect(regions.length, path).toBeGreaterThan(0);
    }
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
