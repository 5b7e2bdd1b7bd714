import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { createTermFinder, rehypeGlossary } from '../../src/content/markdown/glossary.ts';
import { readGlossary } from '../../src/content/schema/glossary.ts';
import { caseOf } from '../case/cases.ts';

describe('the glossary', () => {
  const terms = readGlossary('content');
  const find = createTermFinder(terms);
  const found = (text: string) => find(text).map(({ term, start, end }) => [term.id, text.slice(start, end)]);

  test('finds a term before particles and marks, not within longer names', () => {
    expect(found('사회적기업을 찾았다.')).toEqual([['social-enterprise', '사회적기업']]);
    expect(found('예비사회적기업은 9개')).toEqual([['preliminary-social-enterprise', '예비사회적기업']]);
    expect(found('보조금은 70,000천원이었다.')).toEqual([['thousand-won', '천원']]);
    expect(found('중구사회적기업협의회와 협동조합협의체')).toEqual([]);
    expect(found('크라우드 펀딩')).toEqual([['crowdfunding', '크라우드 펀딩']]);
  });

  test('every explanation says who explains: the casebook with a page of that case, or the editor', () => {
    for (const { id, meaning, from } of terms) {
      expect(meaning, id).toMatch(/[가-힣].*\.$/);
      if (!from) continue;
      const [first = 0, last = 0] = String(caseOf(from.case).data.pages).split('-').map(Number);
      expect(from.page >= first && from.page <= last, id).toBe(true);
    }
  });

  test('the first use in a text is marked, and the words stay as they were', () => {
    const paragraph = (value: string): Element => ({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value }] });
    const heading: Element = { ...paragraph('협동조합'), tagName: 'h2' };
    const tree: Root = { type: 'root', children: [heading, paragraph('협동조합과 협동조합을'), paragraph('협동조합의 MOU, MOU')] };
    rehypeGlossary(terms)()(tree);
    const text = (node: Root | Element): string =>
      node.children.map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? text(child) : '')).join('');
    const count = (node: Root | Element, name: string): number =>
      node.children.reduce(
        (sum, child) =>
          child.type !== 'element' ? sum : sum + count(child, name) + (child.properties['className']?.includes(name) === true ? 1 : 0),
        0,
      );
    expect(count(tree, 'term')).toBe(2);
    expect(tree.children.slice(0, 3).map((child) => text(child as Element))).toEqual([
      '협동조합',
      '협동조합과 협동조합을',
      '협동조합의 MOU, MOU',
    ]);
    expect((tree.children[0] as Element).children.length).toBe(1);
    expect(text(tree.children[3] as Element)).toContain('업무협약');
  });
});
