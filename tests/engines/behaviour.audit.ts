/** What readers do, in three engines: searching, narrowing, copying, comparing, changing the colours, following a note. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { openBadHost, readFiles } from '../hostile/bad-host.ts';
import { ENGINES, useEngine, waitFor } from './driver.ts';

const CASE = '/cases/busan-yeonje/';

describe.for(ENGINES)('$name', ({ launch }) => {
  const site = useEngine(launch);
  const open = async (path: string) => {
    await site.engine.resize(1280, 900);
    await site.engine.goto(site.address(path));
  };
  const path = () => site.engine.evaluate(() => location.pathname, undefined);
  const unfold = () =>
    site.engine.evaluate(() => {
      for (const details of document.querySelectorAll('main details')) (details as HTMLDetailsElement).open = true;
    }, undefined);

  test('search answers, with links to passages', async () => {
    await open(`/search/?q=${encodeURIComponent('공공구매')}`);
    await waitFor(
      site.engine,
      'an answer',
      () => document.querySelector<HTMLElement>('[data-search-results]')?.dataset['state'] === 'done',
      undefined,
    );
    const { query, hits, links } = await site.engine.evaluate(() => {
      const results = document.querySelector<HTMLElement>('[data-search-results]');
      return {
        query: results?.dataset['query'],
        hits: [...(results?.querySelectorAll('[data-case]') ?? [])].map((hit) => hit.getAttribute('data-case')),
        links: results?.querySelectorAll('a[href*="/cases/seoul-gangbuk/#"]').length ?? 0,
      };
    }, undefined);
    expect(query).toBe('공공구매');
    expect(hits).toContain('seoul-gangbuk');
    expect(links).toBeGreaterThan(0);
  });

  test('a search sent from a case answers on the search page', async () => {
    await open(CASE);
    await site.engine.click('[data-search-input]');
    await site.engine.type('다방');
    await site.engine.press('Enter');
    await waitFor(
      site.engine,
      'an answer',
      () => document.querySelector('[data-search-results][data-state=done] [data-case=busan-yeonje]') !== null,
      undefined,
    );
    expect(await path()).toBe('/search/');
  });

  test('suggestions come while typing and lead somewhere', async () => {
    await open(CASE);
    await site.engine.click('[data-search-input]');
    await site.engine.type('협동');
    await waitFor(
      site.engine,
      'suggestions',
      () => [...document.querySelectorAll('[role=option]')].some((option) => option.checkVisibility()),
      undefined,
    );
    await site.engine.press('ArrowDown');
    await site.engine.press('Enter');
    await waitFor(site.engine, 'another page', (from) => location.pathname !== from && document.querySelector('h1') !== null, CASE);
  });

  test('a list is narrowed by its address, by a press, and widened by going back', async () => {
    const shown = () =>
      site.engine.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('table#cases tr[data-case]')]
            .filter((row) => row.checkVisibility())
            .map(({ dataset }) => dataset['case'] ?? ''),
        undefined,
      );
    const settle = (count: number) =>
      waitFor(
        site.engine,
        `${String(count)} rows`,
        (wanted) => [...document.querySelectorAll('table#cases tr[data-case]')].filter((row) => row.checkVisibility()).length === wanted,
        count,
      );
    await open('/');
    const all = await shown();
    const ofIncheon = all.filter((slug) => slug.startsWith('incheon-'));
    expect(ofIncheon.length).toBeGreaterThan(0);
    expect(ofIncheon.length).toBeLessThan(all.length);
    await unfold();
    await site.engine.click('form label:has(input[name=region][value=incheon])');
    await settle(ofIncheon.length);
    expect(await shown()).toEqual(ofIncheon);
    expect(await site.engine.evaluate(() => location.search, undefined)).toContain('region=incheon');
    await open('/?region=incheon');
    await settle(ofIncheon.length);
    await unfold();
    await site.engine.click('form label:has(input[name=region][value=incheon])');
    await settle(all.length);
  });

  // A browser lets a page write to the clipboard while it handles a press: WebKit forgets the press while a script is on its way.
  test('a citation is copied by the first press, before its script has come, and can be pasted', async () => {
    const host = await openBadHost(readFiles('dist'));
    onTestFinished(() => host.close());
    host.spoil((path, whole) => (whole && path.endsWith('.js') ? { status: 200, body: whole, after: 500 } : undefined));
    await site.engine.resize(1280, 900);
    await site.engine.goto(host.address + CASE.slice(1));
    await site.engine.click('[data-cited] button[data-copy]');
    await waitFor(
      site.engine,
      'a word that it was copied',
      () => (document.querySelector('[data-cited] [role=status]')?.textContent ?? '') !== '',
      undefined,
    );
    await site.engine.evaluate(() => {
      const field = document.createElement('textarea');
      field.id = 'pasted';
      document.querySelector('main')?.prepend(field);
      field.focus();
    }, undefined);
    await site.engine.paste();
    const pasted = () => site.engine.evaluate(() => document.querySelector<HTMLTextAreaElement>('#pasted')?.value ?? '', undefined);
    await expect.poll(pasted, { timeout: 5_000 }).toContain('『매니페스토 우수사례 소개서』');
  });

  test('two cases are compared, and a third is added', async () => {
    const columns = (count: number) =>
      waitFor(
        site.engine,
        `${String(count)} columns`,
        (wanted) => document.querySelectorAll('[data-compare-table] thead th').length === wanted,
        count,
      );
    await open('/compare/?cases=busan-yeonje,daegu-dong');
    await columns(2);
    await unfold();
    await site.engine.click('label:has(input[name=cases][value=seoul-gangbuk])');
    await columns(3);
    expect(await site.engine.evaluate(() => new URLSearchParams(location.search).get('cases'), undefined)).toBe(
      'busan-yeonje,daegu-dong,seoul-gangbuk',
    );
  });

  test('the colours change at a press, and stay changed on the next page', async () => {
    const paper = () => site.engine.evaluate(() => getComputedStyle(document.body).backgroundColor, undefined);
    await open('/');
    const before = await paper();
    await site.engine.click('#theme');
    const after = await paper();
    expect(after).not.toBe(before);
    await open(CASE);
    expect(await paper()).toBe(after);
    await site.engine.click('#theme');
    expect(await paper()).toBe(before);
  });

  test('a note is followed, and leads back', async () => {
    await open(CASE);
    const target = () => site.engine.evaluate(() => document.querySelector(':target')?.id ?? '', undefined);
    await site.engine.click('article a[href^="#note-"]');
    const note = await target();
    expect(note).toMatch(/^note-/);
    await site.engine.click(`#${note} a[href^="#ref-"]`);
    expect(await target()).toMatch(/^ref-/);
  });
});
