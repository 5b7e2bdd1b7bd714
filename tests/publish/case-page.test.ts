/** Headings, landing and printing of case pages on the built site, in a browser with the policy on; the feed. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { squeeze } from '../site/pages.ts';
import { PATH, useCaseVisits } from './case-visits.ts';

const onPage = useCaseVisits();

describe('headings', () => {
  // What every page must look like for it, tests/site/html.test.ts says; here the browser itself is asked.
  it('are called by their own words, in the accessibility tree of the longest, the middling and the shortest case', async () => {
    const files = globSync('content/cases/*.mdx').sort((a, b) => statSync(b).size - statSync(a).size);
    for (const file of [0, Math.floor(files.length / 2), files.length - 1].map((at) => files[at] ?? '')) {
      await onPage(`cases/${basename(file, '.mdx')}/`, {}, async (page) => {
        const client = await page.context().newCDPSession(page);
        const { root } = await client.send('DOM.getDocument', { depth: 0 });
        const { nodes } = await client.send('Accessibility.queryAXTree', { backendNodeId: root.backendNodeId, role: 'heading' });
        const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => squeeze(String(name?.value)));
        const words = await page.locator('h1, h2, h3').evaluateAll((all) => all.map(({ textContent }) => textContent));
        expect(names.length).toBeGreaterThan(5);
        // The tree is not in the order of the page.
        expect(names.sort(), file).toEqual(words.map(squeeze).sort());
      });
    }
  });
});

describe('the feed', () => {
  it('is Atom (RFC 4287) to an XML parser: every element that must be there, once, with a value of its kind', async () => {
    await onPage(PATH, {}, async (page) => {
      const feed = await page.evaluate(async () => {
        const text = await (await fetch('/feed.xml')).text();
        const xml = new DOMParser().parseFromString(text, 'application/xml');
        const children = (element: Element) =>
          [...element.children].map((child) => ({
            name: child.localName,
            space: child.namespaceURI,
            text: child.textContent.trim(),
            rel: child.getAttribute('rel') ?? 'alternate',
            href: child.getAttribute('href'),
          }));
        return {
          isBroken: xml.querySelector('parsererror') !== null,
          root: xml.documentElement.localName,
          own: children(xml.documentElement),
          entries: [...xml.querySelectorAll('entry')].map(children),
        };
      });
      expect(feed).toMatchObject({ isBroken: false, root: 'feed' });
      // A case is in it when it is published, and again for each correction.
      expect(feed.entries.length).toBeGreaterThanOrEqual(globSync('content/cases/*.mdx').length);
      const of = (list: typeof feed.own, name: string) => list.filter((child) => child.name === name);
      for (const list of [feed.own, ...feed.entries]) {
        for (const name of ['id', 'title', 'updated']) {
          expect(of(list, name)).toHaveLength(1);
          expect(of(list, name)[0]?.text).not.toBe('');
        }
        expect(new Set(list.map(({ space }) => space))).toEqual(new Set(['http://www.w3.org/2005/Atom']));
        expect(of(list, 'id')[0]?.text).toMatch(/^https:\/\/cases\.example\.kr\//);
        expect(of(list, 'updated')[0]?.text).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+09:00$/);
        expect(of(list, 'link').filter(({ rel }) => rel === 'alternate')).toHaveLength(1);
      }
      expect(of(feed.own, 'author')).toHaveLength(1);
      expect(of(feed.own, 'link').find(({ rel }) => rel === 'self')?.href).toBe('https://cases.example.kr/feed.xml');
      const ids = feed.entries.map((list) => of(list, 'id')[0]?.text);
      expect(new Set(ids).size).toBe(ids.length);
      const newest = feed.entries.map((list) => of(list, 'updated')[0]?.text ?? '').toSorted();
      expect(of(feed.own, 'updated')[0]?.text).toBe(newest.at(-1));
    });
  });
});

describe('landing', () => {
  it('says so when the place of a link is not there, and takes it back on the way to one that is', async () => {
    await onPage(`${PATH}#no-such-place`, {}, async (page) => {
      await page.getByText('이 페이지에 ‘#no-such-place’ 위치가 없습니다.').waitFor();
      await page.locator('nav.toc a[href="#results"]').click();
      await page.locator('#lost').waitFor({ state: 'detached' });
    });
  });

  it.each(['background', 'table-floors', 'event-change-of-use', 'notes', 'figure-subsidy', 'note-subsidy', 'org-yeonje-gu', 'cite'])(
    'at #%s in a fresh browser of 360 px shows the place in view, uncovered and marked',
    async (id) => {
      await onPage(`${PATH}#${id}`, { viewport: { width: 360, height: 640 } }, async (page) => {
        const place = page.locator(`#${id}`);
        const box = await place.boundingBox();
        expect(box && box.y >= 0 && box.y < 320).toBe(true);
        const uncovered = await place.evaluate((node) => {
          const { left, top, width } = node.getBoundingClientRect();
          return node.contains(document.elementFromPoint(left + width / 3, top + 8));
        });
        expect(uncovered).toBe(true);
        const grounds = await place.evaluate((node) => [node, ...node.children].map((one) => getComputedStyle(one).backgroundColor));
        expect(grounds.some((colour) => colour !== 'rgba(0, 0, 0, 0)')).toBe(true);
      });
    },
  );
});

describe('paper', () => {
  it('takes two sheets for the short print of every case, which ends with the printing', async () => {
    const slugs = globSync('content/cases/*.mdx').map((file) => basename(file, '.mdx'));
    for (const slug of slugs)
      await onPage(`cases/${slug}/`, {}, async (page) => {
        await page.evaluate(() => {
          window.print = () => undefined;
        });
        await page.getByRole('button', { name: '요약 인쇄' }).click();
        await page.waitForSelector('[data-print=brief]');
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.brief').isVisible()).toBe(true);
        expect(await page.locator('#timeline, #notes').first().isVisible()).toBe(false);
        // Ends with `afterprint`, as the dialogue of a browser does.
        const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
        expect(sheets, slug).toBeGreaterThan(0);
        expect(sheets, slug).toBeLessThanOrEqual(2);
        expect(await page.locator('#timeline, #notes').first().isVisible()).toBe(true);
      });
  });

  it('carries title, address, citation and the day of access, without navigation', async () => {
    await onPage(PATH, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const text = await page.locator('body').innerText();
      expect(text).toContain('https://cases.example.kr/cases/busan-yeonje/');
      expect(text.match(/접속일: 2026\. 11\. 23\./g)).toHaveLength(2);
      expect(text).toContain('부산광역시 연제구, 「일 할 수 있어 행복합니다!');
      for (const word of ['주제어\n소개', '본문으로 건너뛰기', '이전 사례', '복사', 'BibTeX']) expect(text).not.toContain(word);
      for (const id of ['toc-h', 'notes', 'cite']) expect(await page.locator(`#${id}`).isVisible()).toBe(true);
    });
  });
});

describe('the head', () => {
  it('links the citation files and the feed, and its JSON-LD parses', () => {
    const html = readFileSync(`dist/${PATH}index.html`, 'utf8');
    expect(html).toContain('type="application/x-research-info-systems" href="/cases/busan-yeonje/citation.ris"');
    expect(html).toContain('type="application/atom+xml" href="/feed.xml"');
    expect(html).toContain('<meta property="og:image" content="https://cases.example.kr/cases/busan-yeonje/card.png">');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect((JSON.parse(json) as { '@graph': unknown[] })['@graph']).toHaveLength(3);
  });

  it('says of every case that it describes its time and that nobody has checked since', () => {
    expect(readFileSync(`dist/${PATH}index.html`, 'utf8')).toMatch(/2017년 당시\s*<small[^>]*>지금도 그런지는 확인하지 않았다\./);
  });

  it('has no "오류 알리기" while the site has no contact', () => {
    expect(readFileSync(`dist/${PATH}index.html`, 'utf8')).not.toContain('오류 알리기');
  });

  it('has a preview of 1200 × 630', () => {
    const png = readFileSync(`dist/${PATH}card.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});
