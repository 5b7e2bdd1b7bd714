/** The markup of every built page, as machines that read aloud take it. */
import { describe, expect, test } from 'vitest';
import { elements, property, readPages, textOf } from './pages.ts';

const PAGES = readPages();

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
      ...elements(tree, ({ tagName }) => tagName === 'time' || tagName === 'data').flatMap((time) =>
        /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)$/.test(property(time, 'dateTime') ?? property(time, 'value') ?? '')
          ? []
          : [`time ${textOf(time)}`],
      ),
      ...elements(tree, ({ tagName }) => tagName === 'abbr').flatMap((one) =>
        (property(one, 'title') ?? '') === '' ? [`abbr ${textOf(one)}`] : [],
      ),
    ]);
    expect(faults).toEqual([]);
    expect(PAGES.flatMap(({ tree }) => elements(tree, ({ tagName }) => tagName === 'time' || tagName === 'data')).length).toBeGreaterThan(
      100,
    );
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
