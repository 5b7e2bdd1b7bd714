import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';

/** A case file cut into front matter and body, with the way back to the lines of the file. */
export interface CaseSource {
  /** Parsed front matter: plain objects, dates as strings. `undefined` when there is none or it cannot be read. */
  data: unknown;
  body: string;
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  /** 1-based line of the value (or, for a missing key, of the object) at a path into the front matter. */
  lineAt(path: readonly PropertyKey[]): number;
  /** 1-based line of the key itself, for unknown keys. */
  lineOfKey(path: readonly PropertyKey[], key: string): number;
  /** What stops the front matter from being read, with lines of the file. */
  problems: { line: number; message: string }[];
}

const FENCE = /^---[ \t]*$/;

/**
 * Reads a case file's front matter with YAML 1.2 (core schema: `2016-02-30` stays text, `yes` stays text).
 * The only parser of case files: the content check and the site both read through it.
 */
export function parseCaseSource(text: string): CaseSource {
  const lines = text.split(/\r?\n/);
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (!FENCE.test(lines[0] ?? '') || close === -1) {
    return {
      data: undefined,
      body: text,
      bodyLine: 1,
      lineAt: () => 1,
      lineOfKey: () => 1,
      problems: [{ line: 1, message: '파일은 ‘---’ 줄로 시작하고, 앞머리가 끝나는 곳에 다시 ‘---’ 줄이 있어야 한다.' }],
    };
  }
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, close).join('\n'), { lineCounter: counter, schema: 'core', version: '1.2' });
  const lineOfOffset = (offset: number) => counter.linePos(offset).line + 1;
  const problems = [...document.errors, ...document.warnings].map((error) => ({
    line: lineOfOffset(error.pos[0]),
    message: explainYaml(error.code),
  }));
  return {
    data: problems.length === 0 ? (document.toJS() as unknown) : undefined,
    body: lines.slice(close + 1).join('\n'),
    bodyLine: close + 2,
    lineAt: (path) => lineOfOffset(offsetOf(document, path)),
    lineOfKey: (path, key) => lineOfOffset(offsetOfKey(document, path, key)),
    problems,
  };
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const parent = depth > 0 ? document.getIn(path.slice(0, depth - 1), true) : undefined;
    const last = path[depth - 1];
    if (depth > 0 && isMap(parent) && typeof last === 'string') {
      const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === last);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
      continue;
    }
    const node = document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}

function offsetOfKey(document: Document.Parsed, path: readonly PropertyKey[], key: string): number {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
  }
  return offsetOf(document, path);
}

/** The parser's codes in plain Korean: what happened, then what to do. */
function explainYaml(code: string): string {
  switch (code) {
    case 'DUPLICATE_KEY':
      return '같은 이름이 한 묶음에 두 번 나온다. 하나만 남긴다.';
    case 'BAD_INDENT':
    case 'TAB_AS_INDENT':
      return '들여쓰기가 맞지 않는다. 탭 대신 빈칸 두 개씩 들여 쓴다.';
    case 'MISSING_CHAR':
    case 'BAD_SCALAR_START':
    case 'BAD_DQ_ESCAPE':
      return '따옴표나 괄호의 짝이 맞지 않는다. 글 전체를 큰따옴표로 감싼다.';
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return '‘이름: 값’ 꼴이 아니다. 값에 ‘: ’가 들어 있으면 값 전체를 큰따옴표로 감싼다.';
    default:
      return `앞머리를 읽을 수 없다(${code}). 들여쓰기와 따옴표를 살핀다.`;
  }
}
