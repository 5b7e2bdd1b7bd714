/**
 * One thing has one name in everything that a person reads: the built pages, and what the site and its scripts say in between. The closed
 * list of words that may not be used; case files are free to use them, because names and quotations are kept to the letter.
 */
import { globSync, readFileSync } from 'node:fs';
import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readContent } from '../../src/content/read.ts';
import { elements, property, readPages, squeeze } from './pages.ts';

interface Word {
  /** Where it is wrong; Korean words run into each other, so each pattern says what may stand around it. */
  pattern: RegExp;
  /** What to say instead. */
  say: string;
}

const WORDS: readonly Word[] = [
  { pattern: /편람/, say: '모음' },
  { pattern: /낱말/, say: '검색어' },
  // 찾기 쉽다, 되찾기
  { pattern: /(?<![가-힣])찾기(?!\s?(?:쉽|쉬|어렵|어려|힘))/, say: '검색' },
  // 걸러지다
  { pattern: /(?<![가-힣])(?:거르(?:기|고|는|면|지|세|다)|거른|걸러(?![지진졌]))/, say: '조건, 조건 선택' },
  { pattern: /(?<![가-힣])풀기/, say: '전체 해제' },
  { pattern: /좁히(?:기|는|고|면|려)/, say: '결과 내 검색' },
  { pattern: /견주|견줄|견준|견줬|나란히 놓/, say: '비교' },
  // 두 차례, 차례로
  { pattern: /(?<![가-힣])(?<!(?:한|두|세|네|여러|몇|\d)\s?)차례(?!로)/, say: '목차, 정렬' },
  { pattern: /갈래/, say: '유형' },
  { pattern: /^성격$|(?:조직|수치)의? 성격/, say: '유형' },
  { pattern: /^관여$|관여한? (?:정도|방식)/, say: '역할' },
  { pattern: /(?<![가-힣])(?:이|찾는|모든|읽은) 쪽(?![가-힣]*번호)/, say: '페이지' },
  { pattern: /(?<!주소창의 )주소를? ?복사|쪽의 주소|^주소$/, say: '링크' },
  { pattern: /펴낸|펴냈|펴내/, say: '등록, 발행, 공개' },
  { pattern: /까닭/, say: '사유, 이유' },
  { pattern: /(?<![가-힣])(?:가까운|앞뒤|앞|뒤) 사례/, say: '관련 사례, 이전 사례, 다음 사례' },
  { pattern: /^(?:어긋남|빠짐)$/, say: '불일치, 누락' },
  { pattern: /(?:어둡|밝)게/, say: '어두운 화면, 밝은 화면' },
  { pattern: /^자료$|자료 (?:내려)?받기/, say: '데이터, 데이터 내려받기' },
  { pattern: /이름표|꼬리표/, say: '식별자(ID), 태그' },
  { pattern: /(?<![가-힣])꼴(?=[이을로은과의]|[,. ]|$)/, say: '형식' },
  { pattern: /(?<![가-힣])거[둔두뒀]/, say: '게시 중단' },
  { pattern: /^보기:? |(?:^|[.(] ?)보기(?::|로 )|보기로 적/, say: '예시' },
  { pattern: /열쇠|차림표/, say: '키, 메뉴' },
  { pattern: /\d ?가지(?![가-힣])/, say: '건, 개' },
  { pattern: /\(으\)로|[은이을과](?:\([는가를와]\))|[는가를와](?:\([은이을과]\))|으로\(로\)/, say: '읽는 대로 고른 조사' },
];

/** Words of the list in a text, each with what stands around it. */
function findWords(text: string): readonly FoundWord[] {
  if (!ANY.test(text)) return [];
  return EVERY.flatMap(({ pattern, say }) => [...text.matchAll(pattern)].map((match) => ({ found: match[0], at: match.index, say })));
}

interface FoundWord {
  found: string;
  at: number;
  say: string;
}

const ANY = new RegExp(WORDS.map(({ pattern }) => pattern.source).join('|'));
const EVERY = WORDS.map(({ pattern, say }) => ({ pattern: new RegExp(pattern.source, 'g'), say }));

const describeWord = (text: string, { found, at, say }: FoundWord) =>
  `‘${found}’ in “${text.slice(Math.max(0, at - 15), at + 20).trim()}”: ${say}`;

/** Letters beside a word that show that content says it. */
const BESIDE = 6;
const LEAST = 4;

/** Tells whether a word in a text of a page comes out of the content: the letters on one side of it, or the whole of a short text, stand there. */
function createContentReader(): (text: string, at: number, length: number) => boolean {
  const files = globSync('content/**/*.{mdx,yaml}').map((file) => readFileSync(file, 'utf8').replaceAll(/<[A-Z][^>]*>|\*\*|^---$/gm, ''));
  const corpus = squeeze(files.join('\n'));
  const values = new Set<string>();
  const add = (value: unknown): void => {
    if (typeof value === 'string')
      for (const part of [value, ...value.split('\n').flatMap((line) => line.split(/\||(?: \/ )/))]) values.add(squeeze(part));
    else if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) add(one);
  };
  for (const file of globSync('content/**/*.yaml')) add(parse(readFileSync(file, 'utf8')));
  for (const { source } of readContent('content').files) {
    add(source.data);
    for (const [, heading] of source.body.matchAll(/^#+ (.*?)(?: \[#.*)?$/gm)) add(heading);
  }
  return (text, at, length) => {
    const start = squeeze(text.slice(0, at)).length;
    const whole = squeeze(text);
    const end = start + squeeze(text.slice(at, at + length)).length;
    const left = whole.slice(Math.max(0, start - BESIDE), end);
    const right = whole.slice(start, end + BESIDE);
    const long = end - start + LEAST;
    // A number may stand before a short text.
    const near = whole.slice(Math.max(0, start - LEAST), end);
    return values.has(whole) || [left, near, right].some((side) => side.length >= long && corpus.includes(side));
  };
}

const INLINE = new Set('a abbr b button cite code em i label mark q small span strong sub sup time'.split(' '));
const SILENT = new Set(['script', 'style', 'template', 'svg']);
const SPOKEN = ['ariaLabel', 'alt', 'title', 'placeholder', 'dataTh', 'dataName'];

/** Texts of a page as they are read: each line or cell by itself, controls within it too, and the attributes that stand for text. */
function textsOf(tree: Root): string[] {
  const texts: string[] = [];
  const read = (nodes: readonly RootContent[]): string =>
    nodes
      .map((node) => {
        if (node.type === 'text') return node.value;
        if (node.type !== 'element' || SILENT.has(node.tagName)) return '';
        const text = read(node.children);
        const isControl = node.tagName === 'button' || node.tagName === 'a';
        if (isControl || !INLINE.has(node.tagName)) texts.push(text);
        return INLINE.has(node.tagName) ? text : '\n';
      })
      .join('');
  texts.push(read(tree.children));
  for (const element of elements(tree)) {
    texts.push(...SPOKEN.map((name) => property(element, name) ?? ''));
    if (element.tagName === 'meta' && isDescription(element)) texts.push(property(element, 'content') ?? '');
  }
  return texts.flatMap((text) => text.split('\n')).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

const isDescription = (element: Element) =>
  /description|title|site_name/.test(`${property(element, 'name') ?? ''} ${property(element, 'property') ?? ''}`);

describe('the list', () => {
  const isContent = createContentReader();

  test.for([
    ['이 쪽의 주소', ['쪽의 주소', '이 쪽']],
    ['주소를 복사했다.', ['주소를 복사']],
    ['갈래', ['갈래']],
    ['낱말로 찾기', ['낱말', '찾기']],
    ['CSV을(를) 내려받는다', ['을(를)']],
    ['값 97가지, 차례', ['차례', '7가지']],
    ['어둡게', ['어둡게']],
  ] as const)('finds what is wrong in ‘%s’', ([text, words]) => {
    expect(findWords(text).map(({ found }) => found)).toEqual(expect.arrayContaining([...words]));
  });

  test.for([
    '세 차례 모였다',
    '차례로',
    '되찾기 운동',
    '찾기 쉬운 곳',
    '꼴찌',
    '돋보기',
    '자세히 보기',
    '여러 가지',
    '주소지 이전',
    '은(銀)',
    '주소창의 주소를 복사',
    '검사에서 걸러진다',
  ])('leaves ‘%s’ alone', (text) => {
    expect(findWords(text)).toEqual([]);
  });

  test('knows content by its neighbours, and an interface word beside content as no part of it', () => {
    const file = readContent('content').files.find(({ source }) => typeof (source.data as { summary?: unknown }).summary === 'string');
    const summary = (file?.source.data as { summary: string }).summary.slice(0, 40);
    const at = summary.indexOf(' ') + 1;
    expect(isContent(summary, at, 3)).toBe(true);
    expect(isContent(`${summary} 갈래`, summary.length + 1, 2)).toBe(false);
    expect(isContent('갈래', 0, 2)).toBe(false);
  });
});

describe('what is read', () => {
  test('no built page says a word of the list but in what it takes from the content', () => {
    const isContent = createContentReader();
    expect(textsOf(fromHtml('<p>가 <b>나</b> <button>다</button></p><p data-th="라">마</p>'))).toEqual(
      expect.arrayContaining(['가 나 다', '다', '마', '라']),
    );
    const guilty = readPages().flatMap(({ path, tree }) => {
      const found = textsOf(tree).flatMap((text) =>
        findWords(text).flatMap((word) => (isContent(text, word.at, word.found.length) ? [] : [describeWord(text, word)])),
      );
      return found.length === 0 ? [] : [[path, [...new Set(found)]] as const];
    });
    expect(Object.fromEntries(guilty)).toEqual({});
  });

  test('no message and no template says one', () => {
    // Rules of the language hold such words as data.
    const files = globSync(['src/**/*.{astro,ts}', 'public/*.js', 'scripts/*.ts']).filter(
      (file) => !/^src\/(?:korean|search\/(?!ui\/|runtime\/messages))/.test(file),
    );
    const guilty = files.sort().flatMap((file) => {
      const found = stringsOf(file).flatMap((text) => findWords(text).map((word) => describeWord(text, word)));
      return found.length === 0 ? [] : [[file, [...new Set(found)]] as const];
    });
    expect(files.length).toBeGreaterThan(100);
    expect(Object.fromEntries(guilty)).toEqual({});
  });
});

/** What a file may say: its strings, with 0 for what is filled in, and the markup of a component. */
function stringsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  if (!file.endsWith('.astro')) return stringsOfCode(source);
  const [, code = '', markup = ''] = /^---\n(.*?)\n?---\n(.*)$/s.exec(source) ?? [];
  const shown = markup.replaceAll(/<style.*?<\/style>|\{\/\*.*?\*\/\}|<script.*?<\/script>/gs, '');
  const filled = shown.replaceAll(/\{[^{}]*\}/g, '0');
  return [
    ...stringsOfCode(code),
    ...[shown, filled].flatMap((text) =>
      text
        .replaceAll(/\s+/g, ' ')
        .split(/[<>]/)
        .map((one) => one.trim()),
    ),
  ];
}

function stringsOfCode(code: string): string[] {
  const strings: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) strings.push(node.text);
    else if (ts.isTemplateExpression(node))
      strings.push(node.head.text + node.templateSpans.map(({ literal }) => `0${literal.text}`).join(''));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', code, ts.ScriptTarget.Latest));
  return strings;
}
