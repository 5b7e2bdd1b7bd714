import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';

/** What stops the front matter from being read. */
export interface SourceProblem {
  /** 1-based line of the file. */
  line: number;
  /** What is wrong, a whole sentence. */
  problem: string;
  /** What to do, a whole sentence. */
  fix: string;
}

/** YAML read into plain objects, with the way back to the lines of the file. */
export interface YamlSource {
  /** Plain objects, dates as strings. `undefined` when the text cannot be read. */
  data: unknown;
  /**
   * 1-based line of the value (or, for a missing key, of the object) at a path into the front matter. A number behind
   * a block of text (`rows: |`) counts its lines from 0, blank ones left out.
   */
  lineAt: (path: readonly PropertyKey[]) => number;
  /** 1-based line of the key itself, for unknown keys. */
  lineOfKey: (path: readonly PropertyKey[], key: string) => number;
  problems: SourceProblem[];
}

/** A case file cut into front matter and body. */
export interface CaseSource extends YamlSource {
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
}

const FENCE = /^---[ \t]*$/;
/** What some editors put in front of a file; the content check tells the author. */
const BYTE_ORDER_MARK = '\ufeff';

/** Cuts a case file at its fences, unread; `undefined` when they are not there. */
export function cutCaseSource(text: string): (Pick<CaseSource, 'body' | 'bodyLine'> & { frontMatter: string }) | undefined {
  const lines = (text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text).split(/\r?\n/);
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (!FENCE.test(lines[0] ?? '') || close === -1) return undefined;
  return { frontMatter: lines.slice(1, close).join('\n'), body: lines.slice(close + 1).join('\n'), bodyLine: close + 2 };
}

/** Reads a case file. The only parser of case files: the content check and the site both read through it. */
export function parseCaseSource(text: string): CaseSource {
  const cut = cutCaseSource(text);
  if (cut === undefined) {
    return {
      data: undefined,
      body: '',
      bodyLine: 1,
      lineAt: () => 1,
      lineOfKey: () => 1,
      problems: [
        {
          line: 1,
          problem: '앞머리를 감싸는 ‘---’ 행이 없습니다.',
          fix: '파일의 첫 행과 앞머리가 끝난 다음 행에 빈칸 없이 ‘---’만 적으세요.',
        },
      ],
    };
  }
  const { frontMatter, ...body } = cut;
  return { ...parseYaml(frontMatter, 2), ...body };
}

/**
 * Reads YAML 1.2 (core schema: `2016-02-30` stays text, `yes` stays text).
 * @param firstLine line of the file on which the text begins
 */
export function parseYaml(text: string, firstLine: number): YamlSource {
  const { document, lineOfOffset } = readYaml(text, firstLine);
  const problems = findProblems(document, text, firstLine, lineOfOffset);
  // A document takes many times the room of its text, and only faults ask for lines: it is read again for the first of them.
  let again: ReadYaml | undefined;
  const reread = () => (again ??= readYaml(text, firstLine));
  return {
    data: problems.length === 0 ? (document.toJS() as unknown) : undefined,
    lineAt: (path) => reread().lineOfOffset(offsetOf(reread().document, path, text)),
    lineOfKey: (path, key) => reread().lineOfOffset(offsetOfKey(reread().document, path, key, text)),
    problems,
  };
}

/** Reads JSON, in the words of `parseYaml`: lines are found by reading it again as YAML, of which JSON is a part. */
export function parseJson(text: string): YamlSource {
  const lines = () => parseYaml(text, 1);
  try {
    return {
      data: JSON.parse(text) as unknown,
      lineAt: (path) => lines().lineAt(path),
      lineOfKey: (path, key) => lines().lineOfKey(path, key),
      problems: [],
    };
  } catch (error) {
    const line = Number(/line (\d+)/.exec((error as Error).message)?.[1] ?? 1);
    const problem = 'JSON을 읽을 수 없습니다.';
    const fix = '손으로 고쳤으면 되돌리세요. 이 파일은 명령이 적습니다.';
    return { data: undefined, lineAt: () => line, lineOfKey: () => line, problems: [{ line, problem, fix }] };
  }
}

interface ReadYaml {
  document: Document.Parsed;
  /** 1-based line of the file. */
  lineOfOffset: (offset: number) => number;
}

function readYaml(text: string, firstLine: number): ReadYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, schema: 'core', version: '1.2' });
  return { document, lineOfOffset: (offset) => counter.linePos(offset).line + firstLine - 1 };
}

/** One problem a line: behind the first, the parser mostly sees its own confusion. */
function findProblems(
  document: Document.Parsed,
  text: string,
  firstLine: number,
  lineOfOffset: (offset: number) => number,
): SourceProblem[] {
  const byLine = new Map<number, SourceProblem>();
  const add = (offset: number, words: Words) => {
    const line = lineOfOffset(offset);
    if (!byLine.has(line)) byLine.set(line, { line, ...words });
  };
  visit(document, {
    Node: (_, node) => {
      const offset = node.range?.[0] ?? 0;
      // YAML would read these as its own devices and drop the text or stop.
      if (isAlias(node) || node.anchor !== undefined || node.tag !== undefined) add(offset, SPECIAL_START);
      if (isScalar(node) && typeof node.value === 'string' && node.type === 'PLAIN' && typeof node.comment === 'string') {
        add(offset, {
          problem: `글이 ‘#’에서 잘립니다. ‘#${node.comment}’ 부분을 읽지 못합니다.`,
          fix: '값 전체를 큰따옴표로 감싸세요.',
        });
      }
    },
  });
  const errors = [...document.errors, ...document.warnings];
  const openAt = findOpenQuote(text);
  const open = openAt === undefined ? undefined : openAt + firstLine;
  for (const error of errors) {
    const line = lineOfOffset(error.pos[0]);
    if (open === undefined || line < open) add(error.pos[0], explainYaml(error));
    else if (!byLine.has(open)) byLine.set(open, { line: open, ...QUOTE });
  }
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[], text: string): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const parent = depth > 0 ? document.getIn(path.slice(0, depth - 1), true) : undefined;
    const last = path[depth - 1];
    if (depth > 0 && isMap(parent) && typeof last === 'string') {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
      continue;
    }
    if (typeof last === 'number' && isScalar(parent) && parent.type === 'BLOCK_LITERAL' && parent.range) {
      const header = text.indexOf('\n', parent.range[0]) + 1;
      const starts = [...text.slice(header, parent.range[1]).matchAll(/^.*\S.*$/gm)].map((line) => header + line.index);
      return starts[last] ?? parent.range[0];
    }
    const node = document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}

function offsetOfKey(document: Document.Parsed, path: readonly PropertyKey[], key: string, text: string): number {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return offsetOf(document, path, text);
}

/**
 * The line of the text, from 0, on which a value begins with a quotation mark and does not end with one. The parser reads on to
 * the next mark, often hundreds of lines below, and complains there.
 */
function findOpenQuote(text: string): number | undefined {
  const index = text.split('\n').findIndex((line) => {
    const value = /^\s*(?:- )*(?:[\w-]+:\s+)?(["'].*)$/.exec(line)?.[1]?.replaceAll(/\\./g, '');
    return value !== undefined && value.split(value.charAt(0)).length % 2 === 0;
  });
  return index < 0 ? undefined : index;
}

const QUOTE: Words = {
  problem: '따옴표의 짝이 맞지 않습니다.',
  fix: '값 전체를 큰따옴표로 감싸고, 글 속의 큰따옴표는 “ ”로 바꾸세요.',
};

const SPECIAL_START: Words = {
  problem: '‘%’, ‘@’, ‘*’, ‘&’, ‘!’, ‘`’ 같은 기호로 시작하는 글이 그대로 적혀 있습니다.',
  fix: '값 전체를 큰따옴표로 감싸세요(예시: unit: "%").',
};

type Words = Omit<SourceProblem, 'line'>;

const INDENTATION: Words = {
  problem: '들여쓰기가 위아래 행과 맞지 않습니다.',
  fix: '같은 묶음의 행은 같은 수의 빈칸으로 시작하게 맞추세요.',
};

/** The parser's errors in plain Korean, by code and, where one code has several causes, by the start of its message. */
const YAML_WORDS: readonly (readonly [RegExp, Words])[] = [
  [/^DUPLICATE_KEY/, { problem: '같은 항목이 한 묶음에 두 번 나옵니다.', fix: '하나만 남기세요.' }],
  [/^(?:BAD_SCALAR_START|TAG_RESOLVE_FAILED|BAD_ALIAS|MISSING_CHAR Tags)/, SPECIAL_START],
  [/^TAB_AS_INDENT/, { problem: '탭으로 들여 썼습니다.', fix: '탭을 지우고 빈칸 두 개씩 들여 쓰세요.' }],
  [
    /^BAD_INDENT Flow/,
    {
      problem: '이 행이나 바로 앞 행의 괄호 [ ] 또는 { }가 닫히지 않았습니다.',
      fix: '괄호를 닫으세요. 괄호로 시작하는 글이면 값 전체를 큰따옴표로 감싸세요.',
    },
  ],
  [/^(?:BAD_INDENT|MISSING_CHAR Sequence item)/, INDENTATION],
  [/^(?:MISSING_CHAR Missing closing|BAD_DQ_ESCAPE)/, QUOTE],
  [
    /^UNEXPECTED_TOKEN Unexpected block-seq-ind/,
    { problem: '목록이 항목 이름과 같은 행에서 시작합니다.', fix: '‘항목:’ 다음 행에서 빈칸 두 개를 들여 쓰고 ‘- ’로 시작하세요.' },
  ],
  [
    /^UNEXPECTED_TOKEN/,
    {
      problem: '따옴표로 닫은 값 뒤에 글이 더 있거나, 들여쓰기가 위아래 행과 다릅니다.',
      fix: '값 전체를 큰따옴표로 감싸고 글 속의 큰따옴표는 “ ”로 바꾸세요. 아니면 들여쓰기를 맞추세요.',
    },
  ],
  [
    /^(?:MULTILINE_IMPLICIT_KEY|BLOCK_AS_IMPLICIT_KEY|BLOCK_IN_FLOW|MISSING_CHAR Implicit)/,
    {
      problem: '‘항목: 값’ 형식이 아니거나, 값 속에 ‘: ’가 또 있거나, 다음 행의 들여쓰기가 맞지 않습니다.',
      fix: '값에 ‘: ’가 들어 있으면 값 전체를 큰따옴표로 감싸세요. 아니면 ‘항목: 값’ 형식으로 적고 들여쓰기를 위아래 행에 맞추세요.',
    },
  ],
];

function explainYaml({ code, message }: YAMLError): Words {
  const words = YAML_WORDS.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1];
  return words ?? { problem: '이 행을 읽을 수 없습니다.', fix: '이 행과 앞뒤 행의 들여쓰기, 따옴표, ‘항목: 값’ 형식을 확인하세요.' };
}
