import type { Heading, Nodes, Paragraph, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseHeading, type HeadingParts } from './markdown/headings.ts';

export interface BodySection extends HeadingParts {
  depth: 2 | 3;
  line: number;
}

/** A use of `<Table id="…" />` or `<Note id="…" />`. */
export interface BodyTag {
  name: 'Table' | 'Note';
  id: string;
  line: number;
}

/** A run of prose, for the check of numbers and dates. */
export interface BodyText {
  text: string;
  line: number;
}

export interface BodyProblem {
  line: number;
  problem: string;
  fix: string;
}

export interface CaseBody {
  sections: BodySection[];
  tags: BodyTag[];
  texts: BodyText[];
  problems: BodyProblem[];
  /** Ids in tags that were refused: what they name is not missing as well. */
  refusedIds: string[];
  /** False when the syntax could not be read; sections, tags and texts are then empty. */
  readable: boolean;
}

// The syntax that the site renders, so that nothing passes here as text and turns bold there.
const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyGfmStrikethrough, { singleTilde: false })
  .use(remarkMdx);

/** What else Markdown can do, and what to write instead. */
const REFUSED: Readonly<Record<string, { what: string; fix: string }>> = {
  mdxjsEsm: { what: 'import나 export', fix: '이 행을 지우세요. 표와 메모는 불러오지 않아도 쓸 수 있습니다.' },
  mdxFlowExpression: { what: '중괄호 { }', fix: '중괄호를 지우세요. 본문에는 글만 적습니다.' },
  mdxTextExpression: { what: '중괄호 { }', fix: '중괄호를 지우세요. 본문에는 글만 적습니다.' },
  table: { what: '표', fix: '표는 앞머리의 tables에 적고 본문에는 <Table id="…" />만 두세요.' },
  image: { what: '그림', fix: '그림은 싣지 않습니다. 그림이 담은 사실을 글로 옮기세요.' },
  imageReference: { what: '그림', fix: '그림은 싣지 않습니다. 그림이 담은 사실을 글로 옮기세요.' },
  footnoteReference: { what: '각주', fix: '각주 대신 앞머리의 notes에 적고 <Note id="…" />를 두세요.' },
  footnoteDefinition: { what: '각주', fix: '각주 대신 앞머리의 notes에 적고 <Note id="…" />를 두세요.' },
  link: { what: '링크', fix: '웹 주소를 글로 적고 괄호 [ ]( )를 지우세요.' },
  linkReference: { what: '링크', fix: '괄호 [ ]를 〔 〕로 바꾸거나 지우세요.' },
  definition: { what: '링크 정의', fix: '이 행을 지우세요.' },
  strong: { what: '굵은 글씨(**)', fix: '별표를 지우세요.' },
  emphasis: { what: '기울인 글씨(*나 _)', fix: '별표나 밑줄을 지우세요.' },
  delete: { what: '취소선(~~)', fix: '물결표를 하나만 쓰세요.' },
  inlineCode: { what: '코드 글씨(`)', fix: '` 표를 지우세요.' },
  code: { what: '코드 묶음', fix: '행 앞의 빈칸과 ``` 표를 지우세요.' },
  blockquote: { what: '인용 묶음(>)', fix: '행 앞의 >를 지우세요.' },
  thematicBreak: { what: '가로줄(---)', fix: '이 행을 지우세요.' },
  html: { what: 'HTML', fix: '태그를 지우세요.' },
};

/** The line of a syntax error: of the tag or brace that was left open, where there is one. */
function errorLine(error: unknown, body: string): number {
  const { message, line } = error as { message: string; line?: number | null };
  const opened = /\((\d+):\d+-/.exec(message)?.[1];
  if (opened !== undefined) return Number(opened);
  const openBrace = body.split('\n').findIndex((one) => one.split('{').length > one.split('}').length);
  return message.includes('closing brace') && openBrace >= 0 ? openBrace + 1 : (line ?? 1);
}

/**
 * Reads the prose of a case: its sections, tags and texts, and everything that a case must not contain.
 * @param firstLine line of the file on which the body begins
 */
export function parseBody(body: string, firstLine: number): CaseBody {
  const result: CaseBody = { sections: [], tags: [], texts: [], problems: [], refusedIds: [], readable: true };
  const lineOf = (node: Nodes) => (node.position?.start.line ?? 1) + firstLine - 1;
  const fault = (node: Nodes, problem: string, fix: string) => result.problems.push({ line: lineOf(node), problem, fix });
  let tree: Root;
  try {
    tree = parser.parse(body);
  } catch (error) {
    result.readable = false;
    result.problems.push({
      line: errorLine(error, body) + firstLine - 1,
      problem: '본문을 읽을 수 없습니다. 짝이 맞지 않는 < > 또는 { }가 있습니다.',
      fix: '글 속의 < >는 〈 〉로 바꾸고 { }는 지우세요. 태그는 <Table id="…" />와 <Note id="…" />만 쓸 수 있습니다.',
    });
    return result;
  }

  const readTag = (node: MdxJsxFlowElement | MdxJsxTextElement, expected: 'Table' | 'Note') => {
    const { name } = node;
    const [attribute, ...more] = node.attributes;
    const id =
      attribute?.type === 'mdxJsxAttribute' && attribute.name === 'id' && typeof attribute.value === 'string' ? attribute.value : undefined;
    if (name !== 'Table' && name !== 'Note') {
      if (id !== undefined) result.refusedIds.push(id);
      fault(node, `<${name ?? ''}>: 쓸 수 없는 태그입니다.`, '쓸 수 있는 태그는 <Table id="…" />와 <Note id="…" />뿐입니다.');
      return;
    }
    if (name !== expected) {
      fault(
        node,
        name === 'Table' ? '<Table>이 문장 속에 있습니다.' : '<Note>가 문장 밖에 있습니다.',
        name === 'Table'
          ? '<Table id="…" />를 위아래로 빈 행을 두고 한 행에 따로 적으세요.'
          : '<Note id="…" />를 문장의 마침표 바로 뒤에 붙이세요.',
      );
    }
    if (id === undefined || more.length > 0 || node.children.length > 0) {
      if (id !== undefined) result.refusedIds.push(id);
      fault(node, `<${name}>의 형식이 다릅니다.`, `<${name} id="…" />처럼 id 하나만 적고 />로 닫으세요.`);
      return;
    }
    result.tags.push({ name, id, line: lineOf(node) });
  };

  const readInline = (node: Nodes): string => {
    if (node.type === 'text') {
      const stray = /\*\*|__|~~/.exec(node.value)?.[0];
      if (stray !== undefined)
        fault(node, `짝이 맞지 않는 ${stray} 표시가 글에 남아 있습니다.`, '표시를 지우세요. 굵은 글씨나 취소선은 쓰지 않습니다.');
      return node.value;
    }
    if (node.type === 'break') return ' ';
    if (node.type === 'mdxJsxTextElement') {
      readTag(node, 'Note');
      return '';
    }
    // A bare web address becomes a link by itself in GFM; the page prints it as text.
    if (
      node.type === 'link' &&
      node.children.length === 1 &&
      node.children[0]?.type === 'text' &&
      node.url.endsWith(node.children[0].value)
    ) {
      return node.children[0].value;
    }
    const refused = REFUSED[node.type];
    fault(node, `${refused?.what ?? node.type}: 본문에 쓸 수 없습니다.`, refused?.fix ?? '글로만 적으세요.');
    return '';
  };

  const readParagraph = (node: Paragraph) => {
    const known = result.problems.length;
    const text = node.children.map(readInline).join('');
    if (text.trim() === '' && result.problems.length === known)
      fault(node, '글이 없는 문단입니다.', '<Note id="…" />를 앞 문장의 마침표 바로 뒤로 옮기세요.');
    result.texts.push({ text, line: lineOf(node) });
  };

  const headings = tree.children.filter((node) => node.type === 'heading');
  const begin = headings[0] === undefined ? Infinity : tree.children.indexOf(headings[0]);
  const readHeading = (node: Heading) => {
    if (node.children.some((child) => child.type === 'mdxJsxTextElement')) {
      fault(node, '제목 속에 태그가 있습니다.', '태그를 제목 아래 문장의 마침표 바로 뒤로 옮기세요.');
      return;
    }
    const text = node.children.map(readInline).join('');
    const heading = parseHeading(text);
    if (!heading) {
      fault(
        node,
        `제목 ‘${text}’에 id와 쪽이 없습니다.`,
        `제목 끝에 적으세요. 예시: ${'#'.repeat(node.depth)} 추진 배경 [#background, 173-174쪽]`,
      );
      return;
    }
    if (node.depth !== 2 && node.depth !== 3) {
      fault(node, `제목의 단계가 ${String(node.depth)}입니다.`, '제목은 ##와 ###만 쓰세요.');
      return;
    }
    if (node.depth === 3 && node === headings[0]) fault(node, '첫 제목이 ###입니다.', '첫 제목은 ##로 적으세요.');
    result.sections.push({ ...heading, depth: node.depth, line: lineOf(node) });
  };

  for (const [index, node] of tree.children.entries()) {
    if (node.type === 'heading') readHeading(node);
    else if (index < begin && node.type !== 'mdxjsEsm') fault(node, '첫 제목보다 앞에 글이 있습니다.', '글을 첫 ## 제목 아래로 옮기세요.');
    else if (node.type === 'paragraph') readParagraph(node);
    else if (node.type === 'list') {
      for (const item of node.children) {
        for (const child of item.children) {
          if (child.type === 'paragraph') readParagraph(child);
          else fault(child, '목록 속에 목록이나 다른 묶음이 있습니다.', '목록은 한 단계로만 적으세요.');
        }
      }
    } else if (node.type === 'mdxJsxFlowElement') readTag(node, 'Table');
    else {
      const refused = REFUSED[node.type];
      fault(node, `${refused?.what ?? node.type}: 본문에 쓸 수 없습니다.`, refused?.fix ?? '글로만 적으세요.');
    }
  }
  if (headings.length === 0)
    result.problems.push({
      line: firstLine,
      problem: '본문에 제목이 없습니다.',
      fix: '‘## 추진 배경 [#background, 173-174쪽]’과 같은 제목으로 시작하세요.',
    });
  return result;
}
