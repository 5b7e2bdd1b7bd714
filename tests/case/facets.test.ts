import { describe, expect, test } from 'vitest';
import {
  CASE_FACETS,
  countCaseFacets,
  countFacet,
  facetIds,
  facetNamed,
  facetPath,
  FACETS,
  valuesOf,
  type FacetDefinition,
} from '../../src/case/facets.ts';
import { cases, content } from './cases.ts';

const { vocabulary } = content;
const all: readonly FacetDefinition[] = Object.values(FACETS);

describe('the facets', () => {
  test('have one key each, and no alias that two of them share', () => {
    const keys = all.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const aliases = all.flatMap((facet) => facet.aliases);
    expect(new Set(aliases).size).toBe(aliases.length);
  });

  test('are found by their key before an alias of another', () => {
    expect(facetNamed('body')).toBe(FACETS.organisation);
    expect(facetNamed('kind')).toBe(FACETS.kind);
    expect(facetNamed('colour')).toBeUndefined();
  });

  test('have values with ids that fit an address', () => {
    for (const [key, ids] of facetIds(vocabulary)) {
      expect(ids.size, key).toBeGreaterThan(0);
      for (const id of ids) expect(id, key).toMatch(/^[a-z0-9가-힣-]+$/);
    }
  });

  test('say every value of a case, and nothing that no vocabulary has', () => {
    for (const { slug, data } of cases) {
      for (const facet of CASE_FACETS) {
        const named = new Set(facet.namesOf(data));
        expect(named.size, `${slug} ${facet.key}`).toBeGreaterThan(0);
        expect(valuesOf(facet, data, vocabulary).length, `${slug} ${facet.key}`).toBe(named.size);
      }
    }
  });

  test('have a page for each value where they have a folder', () => {
    expect(facetPath(FACETS.region, 'busan')).toBe('/regions/busan/');
    expect(facetPath(FACETS.unit, 'money')).toBeUndefined();
  });
});

describe('a facet with its counts', () => {
  test('books are a choice only where there are several', () => {
    const [first] = vocabulary.casebooks;
    const [one] = cases;
    if (!first || !one) throw new Error('no case');
    const two = { ...vocabulary, casebooks: [first, { ...first, id: 'second', title: '다른 사례집' }] };
    const of = (casebook: string) => ({ ...one, data: { ...one.data, casebook } });
    const both = [of(first.id), of('second')];
    expect(countCaseFacets([of(first.id)], { ...vocabulary, casebooks: [first] }).map(({ key }) => key)).not.toContain('book');
    expect(countCaseFacets([of(first.id)], two).map(({ key }) => key)).not.toContain('book');
    const books = countCaseFacets(both, two).find(({ key }) => key === 'book');
    expect(books?.values.map(({ id, name, count }) => [id, name, count])).toEqual([
      [first.id, `『${first.title}』 ${first.part}`, 1],
      ['second', `『다른 사례집』 ${first.part}`, 1],
    ]);
  });

  test('counts a row once, however often it has a value, and keeps values that no row has', () => {
    const { values } = countFacet(FACETS.tier, vocabulary, [['gu', 'gu'], ['gu'], ['si']], (ids) => ids);
    expect(values.map(({ id, count }) => [id, count])).toEqual([
      ['si', 1],
      ['gun', 0],
      ['gu', 2],
    ]);
  });

  test('leads to the pages of its values only where these list the same', () => {
    expect(countFacet(FACETS.region, vocabulary, cases, () => []).values.some(({ path }) => path !== undefined)).toBe(false);
    const [regions] = countCaseFacets(cases, vocabulary, [FACETS.region]);
    expect(regions?.values.every(({ id, path }) => path === `/regions/${id}/`)).toBe(true);
    expect(regions?.values.reduce((sum, { count }) => sum + count, 0)).toBe(cases.length);
  });
});
