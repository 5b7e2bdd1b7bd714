import type { unified } from '@astrojs/markdown-remark';
import type { Element, Root, Text } from 'hast';
import type { Root as MdastRoot } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import { SKIP, visit } from 'unist-util-visit';
import { keepTogether } from '../../korean/typography.ts';
import { rehypeGlossary } from './glossary.ts';
import { rehypeCaseHeadings } from './headings.ts';
import { readGlossary } from '../schema/glossary.ts';

/** Rehype plugin: prints web addresses as text. The addresses are of 2017 and lead nowhere that we can vouch for. */
function rehypePlainAddresses() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'a' || !parent || index === undefined) return;
      const { href } = node.properties;
      if (typeof href !== 'string' || !/^(?:https?:|mailto:)/.test(href)) return;
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    });
  };
}

/**
 * Remark plugin: tells `<Table>` and `<Note>` which case they stand in, by the name of the file,
 * so that an author writes nothing but the id; and a `<Note>` right behind another that it is the `next` one.
 */
function remarkCaseTags() {
  return (tree: MdastRoot, file: VFile): void => {
    const slug = (file.stem ?? '').replace(/\.mdx$/, '');
    visit(tree, (node, index, parent) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'slug', value: slug });
      if (node.type === 'mdxJsxTextElement' && parent?.children[(index ?? 0) - 1]?.type === node.type)
        node.attributes.push({ type: 'mdxJsxAttribute', name: 'next' });
    });
  };
}

/** Rehype plugin: keeps particles with the closing mark before them; see `keepTogether`. */
function rehypeKeepTogether() {
  return (tree: Root): void => {
    visit(tree, 'text', (node: Text, index, parent) => {
      if (!parent || index === undefined || (parent.type === 'element' && parent.properties['className'] !== undefined)) return;
      const runs = keepTogether(node.value);
      if (runs.every((run) => !run.unbroken)) return;
      const children = runs.map((run): Element | Text =>
        run.unbroken
          ? { type: 'element', tagName: 'span', properties: { className: ['nb'] }, children: [{ type: 'text', value: run.text }] }
          : { type: 'text', value: run.text },
      );
      parent.children.splice(index, 1, ...children);
      return [SKIP, index + children.length];
    });
  };
}

/**
 * How the prose of a case is read. Astro's default engine and plain GFM corrupt Korean: `10~20% … 3~5년` becomes
 * struck-out text, `**전주시(全州市)**는` keeps its asterisks. Single tildes are text, and emphasis knows CJK.
 */
export const markdownOptions = {
  gfm: false,
  smartypants: false,
  remarkPlugins: [
    [remarkGfm, { singleTilde: false }],
    remarkCjkFriendly,
    [remarkCjkFriendlyGfmStrikethrough, { singleTilde: false }],
    remarkCaseTags,
  ],
  rehypePlugins: [rehypePlainAddresses, rehypeCaseHeadings, rehypeGlossary(readGlossary('content')), rehypeKeepTogether],
  remarkRehype: {
    footnoteLabel: '각주',
    footnoteBackLabel: (index: number) => `각주 ${String(index + 1)}의 본문 자리로 돌아가기`,
  },
} satisfies Parameters<typeof unified>[0];
