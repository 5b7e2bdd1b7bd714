import type { Element } from 'hast';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/content/read.ts';
import { firstPage } from '../../src/content/pages.ts';
import { contentSecurityPolicy } from '../../src/headers.ts';
import { byId, elements, property, readPages, textOf, type BuiltPage } from './pages.ts';

const pages = readPages();
/** A page under the address of a case may also say where it went, or that it was withdrawn. */
const cases = pages.filter(({ path, html }) => /^\/cases\/[^/]+\/$/.test(path) && !/ data-(?:withdrawn|moved-to)[\s=>]/.test(html));
const at = (path: string): BuiltPage => {
  const page = pages.find((one) => one.path === path);
  if (!page) throw new Error(`dist has no page ${path}`);
  return page;
};

/** Problems by page; a page without any is left out. */
function problems(find: (page: BuiltPage) => readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(pages.map((page) => [page.path, find(page)] as const).filter(([, found]) => found.length > 0));
}

describe('markup', () => {
  test('every page is valid', async () => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({
        root: true,
        extends: ['html-validate:recommended'],
        rules: {
          // Tables that become rows on a phone lose their meaning for screen readers unless they state their roles.
          'no-redundant-role': 'off',
          // Outside a form a button does nothing by itself; a case page has a hundred of them.
          'no-implicit-button-type': 'off',
          // The filters of the search answer at once and are hidden without script.
          'wcag/h32': 'off',
          // Boxes of one question share its name; that is how a form sends several answers.
          'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
        },
      }),
    );
    const found: string[] = [];
    for (const { path, html } of pages) {
      const { results } = await validator.validateString(html);
      for (const { messages } of results)
        for (const { ruleId, message, selector } of messages) found.push(`${path} ${ruleId}: ${message} ${selector ?? ''}`);
    }
    expect(found).toEqual([]);
  });

  test('every page is Korean, has one title of its own, one h1 and one main', () => {
    const count = (page: BuiltPage, tag: string) => elements(page.tree, ({ tagName }) => tagName === tag).length;
    expect(
      problems((page) => [
        ...(/^<!doctype html><html lang="ko"/i.test(page.html) ? [] : ['lang']),
        ...['title', 'h1', 'main'].filter((tag) => count(page, tag) !== 1),
      ]),
    ).toEqual({});
    const titles = pages.map(({ html }) => /<title>([^<]*)<\/title>/.exec(html)?.[1]);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('every page describes itself in Korean and names its address', () => {
    expect(
      problems(({ tree, path, html }) => {
        const meta = (name: string) => elements(tree, (one) => one.tagName === 'meta' && property(one, 'name') === name)[0];
        const canonical = elements(tree, (one) => one.tagName === 'link' && property(one, 'rel') === 'canonical')[0];
        const description = meta('description');
        return [
          ...(/[가-힣]/.test(description === undefined ? '' : (property(description, 'content') ?? '')) ? [] : ['description']),
          ...(html.includes('content="noindex"') || (canonical && property(canonical, 'href')?.endsWith(path)) ? [] : ['canonical']),
        ];
      }),
    ).toEqual({});
  });

  test('headings go down one step at a time', () => {
    expect(
      problems(({ tree }) => {
        const levels = elements(tree, ({ tagName }) => /^h[1-6]$/.test(tagName)).map(({ tagName }) => Number(tagName.slice(1)));
        return levels.some((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1) ? [levels.join(' ')] : [];
      }),
    ).toEqual({});
  });
});

describe('headings', () => {
  const headings = ({ tree }: BuiltPage) => elements(tree, ({ tagName }) => /^h[1-6]$/.test(tagName));

  test('hold their own words only: no control, no announcement, no label, nothing that only ears or only eyes get', () => {
    const isForeign = (element: Element): boolean =>
      ['button', 'input', 'select', 'summary', 'svg', 'img'].includes(element.tagName) ||
      ['role', 'ariaLabel', 'ariaLabelledBy', 'ariaLive', 'ariaHidden'].some((name) => property(element, name) !== undefined) ||
      (property(element, 'className') ?? '').split(' ').includes('vh');
    expect(
      problems((page) =>
        headings(page).flatMap((heading) => {
          const foreign = elements(heading, (one) => one !== heading && isForeign(one));
          return [
            ...(['ariaLabel', 'ariaLabelledBy'].some((name) => property(heading, name) !== undefined)
              ? [`${textOf(heading)}: labelled`]
              : []),
            ...foreign.map(({ tagName }) => `${textOf(heading).trim()}: ${tagName}`),
          ];
        }),
      ),
    ).toEqual({});
  });

  test('of a case link nowhere: marks of notes and links to the section stand beside them', () => {
    const linking = (page: BuiltPage) => headings(page).filter((heading) => elements(heading, ({ tagName }) => tagName === 'a').length > 0);
    for (const page of cases) expect(linking(page).map(textOf), page.path).toEqual([]);
  });
});

describe('the policy', () => {
  test('the policy comes before everything else in the head', () => {
    expect(
      problems(({ tree }) => {
        const head = elements(tree, ({ tagName }) => tagName === 'head')[0];
        const first = head?.children.find((child) => child.type === 'element');
        return first && property(first, 'httpEquiv') === 'content-security-policy' && property(first, 'content') === contentSecurityPolicy
          ? []
          : [String(first?.tagName)];
      }),
    ).toEqual({});
    expect(contentSecurityPolicy).not.toContain('unsafe-inline');
    expect(contentSecurityPolicy).not.toMatch(/https?:/);
  });

  test('no page carries a script, a style or a handler of its own', () => {
    expect(
      problems(({ tree }) =>
        elements(tree).flatMap((element) => [
          ...(element.tagName === 'script' && element.properties['src'] === undefined && property(element, 'type') !== 'application/ld+json'
            ? ['inline script']
            : []),
          ...(element.tagName === 'style' ? ['inline style'] : []),
          ...Object.keys(element.properties)
            .filter((name) => name === 'style' || /^on[A-Z]/.test(name))
            .map((name) => `${element.tagName} ${name}`),
        ]),
      ),
    ).toEqual({});
  });
});

describe('what a library or a slip leaves behind', () => {
  /** English of Astro, GFM, Pagefind and others that would show or be read out; grows when one gets through. */
  const ENGLISH =
    /\b(?:Footnotes|Back to (?:reference|top|content)|Skip to|Table of contents|On this page|Search(?: this site)?|results? for|No results|Load more|Loading|Clear|Close|Open|Menu|Copy|Copied|Next|Previous|Page \d|Not found|Read more|Home|Toggle|Submit|Untitled|Lorem|TODO|FIXME)\b/;
  const BROKEN = /\*\*|~~|\bundefined\b|\bNaN\b|\[object |\{\{|<\/?[a-z]+>|\[#[a-z]|\]\((?:https?:|[/#])|&(?:amp|lt|gt|nbsp);/;

  /** What a person reads or hears: text and the attributes that stand for text. */
  function wordsOf({ tree }: BuiltPage): string[] {
    const body = elements(tree, ({ tagName }) => tagName === 'body');
    const title = elements(tree, ({ tagName }) => tagName === 'title').map((one) => one.children.map((child) => textOf(child)).join(''));
    const labels = elements(tree).flatMap((element) =>
      ['ariaLabel', 'alt', 'title', 'placeholder', 'content', 'label', 'summary'].flatMap((name) =>
        element.tagName === 'meta' && property(element, 'name') !== 'description' ? [] : [property(element, name) ?? ''],
      ),
    );
    return [...title, ...body.map((one) => textOf(one)), ...labels];
  }

  test('no English of a library', () => {
    expect(problems((page) => wordsOf(page).flatMap((words) => ENGLISH.exec(words)?.[0] ?? []))).toEqual({});
  });

  test('no raw Markdown, no failed value', () => {
    expect(problems((page) => wordsOf(page).flatMap((words) => BROKEN.exec(words)?.[0] ?? []))).toEqual({});
  });

  test('nothing is struck out, slanted or drawn', () => {
    expect(
      problems(({ tree }) =>
        elements(tree, ({ tagName }) => ['del', 's', 'strike', 'em', 'i', 'marquee', 'font'].includes(tagName)).map(
          ({ tagName }) => tagName,
        ),
      ),
    ).toEqual({});
  });

  test('every label is Korean, a sign or the name of a format', () => {
    const formats = ['RIS', 'BibTeX', 'CSL-JSON', 'CSV', 'JSON'];
    expect(
      problems(({ tree }) =>
        elements(tree).flatMap((element) =>
          ['ariaLabel', 'alt', 'title', 'placeholder'].flatMap((name) => {
            const label = property(element, name);
            return label === undefined || !/[A-Za-z]/.test(label) || /[가-힣]/.test(label) || formats.includes(label) ? [] : [label];
          }),
        ),
      ),
    ).toEqual({});
  });
});

describe('hooks that tests of others rely on', () => {
  test('the index has one table of all cases, one row a case, in the order of the books', () => {
    const { files, vocabulary } = readContent('content');
    const placeOf = ({ source }: (typeof files)[number]) => {
      const { casebook, pages } = source.data as { casebook: string; pages: string };
      const book = vocabulary.casebooks.find(({ id }) => id === casebook);
      return [book?.asOf ?? '', firstPage(book?.pages ?? ''), casebook, firstPage(pages)] as const;
    };
    const table = byId(at('/').tree, 'cases');
    expect(table?.tagName).toBe('table');
    const rows = table ? elements(table, ({ tagName, properties }) => tagName === 'tr' && 'dataCase' in properties) : [];
    const order = [...files]
      .sort((a, b) => {
        const [one, other] = [placeOf(a), placeOf(b)];
        return one[0].localeCompare(other[0]) || one[1] - other[1] || one[2].localeCompare(other[2]) || one[3] - other[3];
      })
      .map(({ slug }) => slug);
    expect(rows.map((row) => property(row, 'dataCase'))).toEqual(order);
    expect(cases).toHaveLength(files.length);
  });

  test('a case is one article within main, with sections that have ids', () => {
    expect(cases.length).toBeGreaterThan(0);
    for (const { tree, path } of cases) {
      const main = elements(tree, ({ tagName }) => tagName === 'main')[0];
      const articles = main ? elements(main, ({ tagName, properties }) => tagName === 'article' && 'dataPagefindBody' in properties) : [];
      expect(articles, path).toHaveLength(1);
      const sections = elements(tree, ({ tagName, properties }) => tagName === 'h2' && properties['id'] !== undefined);
      expect(sections.length, path).toBeGreaterThan(5);
    }
  });

  test('the search page has one place for results, at rest', () => {
    const places = elements(at('/search/').tree, ({ properties }) => 'dataSearchResults' in properties);
    expect(places.map((place) => [property(place, 'dataState'), property(place, 'dataQuery')])).toEqual([['idle', '']]);
  });

  test('every page has a search field that works without script', () => {
    expect(
      problems(({ tree }) => {
        const forms = elements(tree, (one) => one.tagName === 'form' && property(one, 'role') === 'search');
        const usable = forms.some(
          (form) =>
            property(form, 'action') === '/search/' &&
            elements(form, (one) => one.tagName === 'input' && property(one, 'name') === 'q').length === 1 &&
            elements(form, (one) => one.tagName === 'button' && property(one, 'type') === 'submit').length === 1,
        );
        return usable ? [] : ['no search'];
      }),
    ).toEqual({});
  });
});
