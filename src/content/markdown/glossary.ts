/** Terms that the glossary explains, and where a text first uses them. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { Term } from '../schema/glossary.ts';

/** Ids of the explanations on a case page. */
export const TERM_PREFIX = 'term-';

/** What may follow a term in the same word: particles. Anything else makes it a part of a longer name (사회적기업협의회). */
const PARTICLE = '(?=$|[^가-힣]|(?:은|는|이|가|을|를|의|에|에서|과|와|도|로|으로|만|이나|나|이며|이고|이었다|이었고)(?:$|[^가-힣]))';

/** A term in a text. */
export interface TermUse {
  term: Term;
  start: number;
  end: number;
}

/** Finds every use of the terms, the longest first where they overlap, in order. */
export function createTermFinder(terms: readonly Term[]): (text: string) => TermUse[] {
  const spellings = terms
    .flatMap((term) => [term.term, ...term.also].map((spelling) => ({ spelling, term })))
    .sort((a, b) => b.spelling.length - a.spelling.length);
  if (spellings.length === 0) return () => [];
  const escaped = spellings.map(({ spelling }) => spelling.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const pattern = new RegExp(String.raw`(?<![가-힣A-Za-z])(?:${escaped.join('|')})${PARTICLE}`, 'g');
  const byName = new Map(spellings.map(({ spelling, term }) => [spelling, term]));
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const term = byName.get(match[0]);
      return term ? [{ term, start: match.index, end: match.index + match[0].length }] : [];
    });
}

const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): Text => ({ type: 'text', value });

/**
 * Rehype plugin: marks the first use of each term in paragraphs and lists, and puts the explanations behind the text as popovers, which open
 * without script. The words themselves stay plain text; the button lies over them.
 */
export function rehypeGlossary(terms: readonly Term[]) {
  const find = createTermFinder(terms.filter(({ marked }) => marked));
  return () =>
    (tree: Root): void => {
      const used = new Set<Term>();
      visit(tree, 'element', (block) => {
        if (block.tagName !== 'p' && block.tagName !== 'li') return;
        visit(block, 'text', (node, index, parent) => {
          if (index === undefined || !parent) return;
          const uses = find(node.value).filter(({ term }, at, all) => !used.has(term) && all.findIndex((one) => one.term === term) === at);
          if (uses.length === 0) return SKIP;
          const children: ElementContent[] = [];
          let end = 0;
          for (const use of uses) {
            used.add(use.term);
            if (use.start > end) children.push(text(node.value.slice(end, use.start)));
            children.push(markElement(node.value.slice(use.start, use.end), use.term));
            end = use.end;
          }
          if (end < node.value.length) children.push(text(node.value.slice(end)));
          parent.children.splice(index, 1, ...children);
          return [SKIP, index + children.length];
        });
        return SKIP;
      });
      if (used.size > 0)
        tree.children.push(element('div', { className: ['terms'], 'data-search': 'skip' }, [...used].map(explanationElement)));
    };
}

function markElement(word: string, { id, term }: Term): Element {
  return element('span', { className: ['term'] }, [
    text(word),
    element('button', { type: 'button', popovertarget: TERM_PREFIX + id, ariaLabel: `‘${term}’의 뜻` }, []),
  ]);
}

function explanationElement({ id, term, meaning }: Term): Element {
  return element('div', { id: TERM_PREFIX + id, popover: 'auto' }, [
    element('b', {}, [text(term)]),
    text(` ${meaning} `),
    // Case pages lie two levels deep; a relative address holds under every base path.
    element('a', { href: `../../glossary/#${id}` }, [text('용어 풀이')]),
  ]);
}
