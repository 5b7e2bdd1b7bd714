/**
 * `npm run pdf`: one tagged PDF per case and one of all cases with contents, from the built site, into `pdf/`.
 * `npm run pdf -- busan-yeonje` makes only the cases that are named.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { readEnvironment } from '../src/env.ts';
import { launchBrowser } from '../src/local/browser.ts';
import { runMain, step } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';
import { serve } from '../src/local/serve.ts';
import { site } from '../src/site.ts';

const DIST = 'dist';
const OUT = 'pdf';
const ALL = 'all-cases.pdf';

/** On these sheets the name of the site stands in the margin of the first page too, instead of header and footer. */
const SHEET = `
  .top, .foot { display: none !important; }
  @page :first { @top-left { content: ${JSON.stringify(site.name)}; } }
  article.case { break-before: page; }
  .cover { max-width: 116mm; margin-left: 17mm; }
  .cover li a { display: flex; gap: 1em; justify-content: space-between; align-items: baseline; border-top: 1px solid #dcd8cd; padding: .35rem 0; }
  .cover .number { flex: none; }
  .cover ol { margin-top: 2.7rem; border-bottom: 1px solid #1d1c1a; }
`;

async function makePdfs(): Promise<void> {
  if (!existsSync(join(DIST, 'index.html'))) throw new UserError('빌드한 사이트가 없습니다. ‘npm run build’를 먼저 실행하세요.');
  const slugs = readSlugs();
  const asked = process.argv.slice(2);
  const unknown = asked.filter((slug) => !slugs.includes(slug));
  if (unknown.length > 0) throw new UserError(`사례를 찾을 수 없습니다: ${unknown.join(', ')}\n있는 사례: ${slugs.join(', ')}`);
  const wanted = asked.length > 0 ? asked : slugs;
  if (asked.length === 0) rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const server = await serve({ dir: DIST, port: 0, base: readEnvironment().base });
  const browser = await launchBrowser();
  try {
    // Our own policy forbids the style sheet that is added here; nothing else is loaded.
    const page = await browser.newPage({ bypassCSP: true, locale: 'ko-KR', timezoneId: 'Asia/Seoul' });
    for (const [index, slug] of wanted.entries()) {
      await step(`${slug}.pdf ${String(index + 1)}/${String(wanted.length)}`, async () => {
        await openCase(page, server.address, slug);
        writeFileSync(join(OUT, `${slug}.pdf`), await print(page));
      });
    }
    if (asked.length === 0) await step(ALL, () => printAll(page, server.address, wanted));
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(`${OUT}/에 PDF ${wanted.length + (asked.length === 0 ? 1 : 0)}개를 만들었습니다.`);
}

/** Slugs in the order of the index. */
function readSlugs(): string[] {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  return [...html.matchAll(/data-case="([a-z0-9-]+)"/g)].map((match) => match[1] ?? '');
}

async function openCase(page: Page, address: string, slug: string): Promise<void> {
  await page.goto(`${address}cases/${slug}/`, { waitUntil: 'load' });
  await page.addStyleTag({ content: SHEET });
  await page.evaluate(() => document.fonts.ready);
}

const print = (page: Page) => page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });

/**
 * The pages on which places of a PDF by Chromium begin, counted from 1: it writes its page objects in their order and its named
 * destinations as `/busan-yeonje [101 0 R /XYZ …]`, both uncompressed. Throws for a place that is not there.
 */
function findPages(file: Buffer, places: readonly string[]): number[] {
  const text = file.toString('latin1');
  const pages = [...text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type\s*\/Page\b(?!s)/g)].map((match) => match[1]);
  return places.map((place) => {
    const target = new RegExp(`/${place} \\[(\\d+) 0 R`).exec(text)?.[1];
    const index = target === undefined ? -1 : pages.indexOf(target);
    if (index < 0)
      throw new UserError(`전체 PDF에서 ‘${place}’ 사례가 시작하는 쪽을 찾지 못했습니다. 다른 버전의 Chromium으로 다시 실행하세요.`);
    return index + 1;
  });
}

/** Cover with contents, then every case on a new page. Printed twice: only the first print tells on which page a case begins. */
async function printAll(page: Page, address: string, slugs: readonly string[]): Promise<void> {
  const [first] = slugs;
  if (first === undefined) return;
  await openCase(page, address, first);
  await page.evaluate(gatherCases, { slugs: [...slugs], cases: `${address}cases/`, title: `${site.name}: 사례 ${String(slugs.length)}건` });
  const starts = findPages(await print(page), slugs);
  await page.evaluate((numbers) => {
    for (const [index, place] of document.querySelectorAll('.cover .number').entries()) place.textContent = String(numbers[index]);
  }, starts);
  const file = await print(page);
  if (findPages(file, slugs).join() !== starts.join())
    throw new UserError('목차에 쪽 번호를 넣었더니 쪽이 밀려 목차의 쪽 번호가 맞지 않습니다. 다른 버전의 Chromium으로 다시 실행하세요.');
  writeFileSync(join(OUT, ALL), file);
}

/** Runs in the page of the first case: fetches the others and puts all of them behind a cover. */
async function gatherCases({ slugs, cases, title }: { slugs: string[]; cases: string; title: string }): Promise<void> {
  const main = document.querySelector('main');
  if (!main) return;
  const articles = await Promise.all(
    slugs.map(async (slug) => {
      const text = await (await fetch(`${cases}${slug}/`)).text();
      const article = new DOMParser().parseFromString(text, 'text/html').querySelector('article.case');
      // Ids and the links to them are those of one page each: the slug keeps them apart.
      for (const node of article?.querySelectorAll('[id]') ?? []) node.id = `${slug}--${node.id}`;
      for (const link of article?.querySelectorAll('a[href^="#"]') ?? [])
        link.setAttribute('href', `#${slug}--${link.getAttribute('href')?.slice(1) ?? ''}`);
      if (article) article.id = slug;
      return article;
    }),
  );
  const cover = document.createElement('section');
  cover.className = 'cover';
  const heading = document.createElement('h1');
  heading.textContent = title;
  const list = document.createElement('ol');
  for (const [index, article] of articles.entries()) {
    const link = document.createElement('a');
    link.href = `#${slugs[index] ?? ''}`;
    const name = document.createElement('span');
    const words = (selector: string) =>
      [...(article?.querySelector(selector)?.childNodes ?? [])]
        .filter((node) => !(node instanceof Element && node.matches('.nm, .sub')))
        .map((node) => node.textContent)
        .join('')
        .replaceAll(/\s+/g, ' ')
        .trim();
    name.textContent = `${words('.who')}, ${words('h1')}`;
    const number = document.createElement('span');
    number.className = 'number';
    link.append(name, number);
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  cover.append(heading, list);
  main.replaceChildren(cover, ...articles.filter((article) => article !== null));
  document.title = title;
}

if (import.meta.main) await runMain(makePdfs);
