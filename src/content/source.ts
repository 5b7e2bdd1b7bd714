import { LineCounter, parseDocument, type Document } from 'yaml';
import { describeLines } from './line-runs.ts';
import { offsetOf, offsetOfKey } from './locate.ts';
import { mendIndentation, mendLine, type Mend } from './mend.ts';
import { findOpenQuote, findSlips, QUOTE, takeDoubtful, type Slip, type Words } from './syntax.ts';

/** What is wrong with the text itself, before anything in it is judged. */
export interface SourceProblem extends Words {
  /** 1-based line of the file. */
  line: number;
  /** The line as it was probably meant. */
  corrected?: string;
  /** Lines whose value is uncertain because of it: what is wrong with it may only follow. */
  uncertain?: readonly number[];
}

/** YAML read into plain objects, with the way back to the lines of the file. */
export interface YamlSource {
  /** Plain objects, dates as strings. `undefined` when the text cannot be read; slips with one right answer are read as they were meant. */
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
  const conflict = findConflict(text, 1);
  if (conflict) return { ...unreadable(conflict), body: '', bodyLine: 1 };
  const cut = cutCaseSource(text);
  if (cut === undefined) return { ...unreadable({ line: 1, ...NO_FENCES }), body: '', bodyLine: 1 };
  const { frontMatter, ...body } = cut;
  if (body.bodyLine > LONGEST_FRONT_MATTER) return { ...unreadable({ line: 1, ...TOO_LONG }), body: '', bodyLine: 1 };
  // A front matter pasted twice: the second is no prose.
  const again = cutCaseSource(body.body.trimStart());
  const isRepeated = again !== undefined && /^title:/m.test(again.frontMatter);
  const source = parseYaml(frontMatter, 2);
  if (!isRepeated) return { ...source, ...body };
  const line = body.bodyLine + body.body.split('\n').findIndex((one) => one.trim() !== '');
  return {
    ...source,
    problems: [...source.problems, { line, ...FRONT_MATTER_TWICE }],
    body: again.body,
    bodyLine: line + again.bodyLine - 1,
  };
}

/** Lines. The longest case has some 1,700, prose included. */
const LONGEST_FRONT_MATTER = 10_000;
const TOO_LONG: Words = {
  problem: `앞머리가 ${String(LONGEST_FRONT_MATTER)}행보다 깁니다.`,
  fix: '다른 파일이 섞이지 않았는지 확인하고, 사례 하나만 남기세요.',
};
const FRONT_MATTER_TWICE: Words = { problem: '앞머리가 두 번 있습니다.', fix: '하나만 남기고 둘째 ‘---’ 행부터 본문을 시작하세요.' };

/**
 * Reads YAML 1.2 (core schema: `2016-02-30` stays text, `yes` stays text).
 * @param firstLine line of the file on which the text begins
 */
export function parseYaml(text: string, firstLine: number): YamlSource {
  const excess = findConflict(text, firstLine) ?? findExcess(text, firstLine);
  if (excess) return unreadable(excess);
  const problems: SourceProblem[] = [];
  let lines: readonly string[] = text.split('\n');
  const take = ({ index, alike, lines: mended, problem, fix }: Mend) => {
    problems.push({ line: firstLine + index, problem: problem + countAlike(alike, firstLine), fix, corrected: mended[index] ?? '' });
    lines = mended;
  };
  const indentation = mendIndentation(lines, lineOfFirstSlip);
  if (indentation) take(indentation);
  let read = readYaml(lines.join('\n'));
  let slips = findSlips(read.document, read.text);
  while (slips.length > 0) {
    const mend = problems.length < MOST_MENDS ? mendLine(lines, suspectsOf(slips, read, lines), lineOfFirstSlip) : undefined;
    if (!mend) {
      problems.push(...tellSlips(slips, read, lines, firstLine));
      break;
    }
    take(mend);
    read = readYaml(lines.join('\n'));
    slips = findSlips(read.document, read.text);
  }
  const isReadable = slips.length === 0;
  if (isReadable)
    for (const { offset, other, ...words } of takeDoubtful(read.document)) {
      const uncertain = [offset, ...(other === undefined ? [] : [other])].map((at) => read.lineOf(at) + firstLine);
      problems.push({ line: read.lineOf(offset) + firstLine, ...words, uncertain });
    }
  const data: unknown = isReadable ? read.document.toJS() : undefined;
  const readable = lines.join('\n');
  // A document takes many times the room of its text, and only faults ask for lines: it is read again for the first of them.
  let again: ReadYaml | undefined;
  const reread = () => (again ??= readYaml(readable));
  return {
    data,
    lineAt: (path) => reread().lineOf(offsetOf(reread().document, path, readable)) + firstLine,
    lineOfKey: (path, key) => reread().lineOf(offsetOfKey(reread().document, path, key, readable)) + firstLine,
    problems: problems.sort((one, other) => one.line - other.line),
  };
}

/** Slips that are mended in one file; behind so many it is no case. */
const MOST_MENDS = 20;

/** Reads JSON, in the words of `parseYaml`: lines are found by reading it again as YAML, of which JSON is a part. */
export function parseJson(text: string): YamlSource {
  const conflict = findConflict(text, 1);
  if (conflict) return unreadable(conflict);
  let again: YamlSource | undefined;
  const reread = () => (again ??= parseYaml(text, 1));
  try {
    return {
      data: JSON.parse(text) as unknown,
      lineAt: (path) => reread().lineAt(path),
      lineOfKey: (path, key) => reread().lineOfKey(path, key),
      problems: [],
    };
  } catch (error) {
    return unreadable({
      line: Number(/line (\d+)/.exec((error as Error).message)?.[1] ?? 1),
      problem: 'JSON을 읽을 수 없습니다.',
      fix: '손으로 고쳤으면 되돌리세요. 이 파일은 명령이 적습니다.',
    });
  }
}

function unreadable(problem: SourceProblem): YamlSource {
  return { data: undefined, lineAt: () => problem.line, lineOfKey: () => problem.line, problems: [problem] };
}

const NO_FENCES: Words = {
  problem: '앞머리를 감싸는 ‘---’ 행이 없습니다.',
  fix: '파일의 첫 행과 앞머리가 끝난 다음 행에 빈칸 없이 ‘---’만 적으세요.',
};

/** Marks that Git leaves where two versions of a line meet. */
function findConflict(text: string, firstLine: number): SourceProblem | undefined {
  const index = text.split('\n').findIndex((line) => /^(?:<{7}|>{7}) /.test(line));
  if (index < 0) return undefined;
  return {
    line: firstLine + index,
    problem: '두 판을 합치다 만 표시(<<<<<<<, =======, >>>>>>>)가 남아 있습니다.',
    fix: '둘 가운데 맞는 것만 남기고 표시한 행을 모두 지우세요.',
  };
}

/** Levels, and spaces before a line. Content has five levels; the parser would use up its stack on thousands. */
const DEEPEST = 20;
const WIDEST_INDENT = 100;

function findExcess(text: string, firstLine: number): SourceProblem | undefined {
  let open = 0;
  const index = text.split('\n').findIndex((line) => {
    if (/^\s*(?:- )*[\w-]+:/.test(line)) open = 0;
    for (const sign of line.match(/[[\]{}]/g) ?? []) open = Math.max(0, open + (/[[{]/.test(sign) ? 1 : -1));
    const start = /^(?: |-(?= ))*/.exec(line)?.[0] ?? '';
    return open > DEEPEST || start.replaceAll(' ', '').length > DEEPEST || start.length > WIDEST_INDENT;
  });
  if (index < 0) return undefined;
  return {
    line: firstLine + index,
    problem: '묶음이나 목록을 너무 깊이 겹쳐 적었습니다.',
    fix: `${String(DEEPEST)}단계보다 얕게 적으세요.`,
  };
}

interface ReadYaml {
  text: string;
  document: Document.Parsed;
  /** 0-based line of an offset. */
  lineOf: (offset: number) => number;
}

function readYaml(text: string): ReadYaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, schema: 'core', version: '1.2', uniqueKeys: false });
  return { text, document, lineOf: (offset) => counter.linePos(offset).line - 1 };
}

function lineOfFirstSlip(lines: readonly string[]): number {
  const { text, document, lineOf } = readYaml(lines.join('\n'));
  const [first] = findSlips(document, text);
  // Behind an open quotation mark the parser may go on to the end before it complains.
  return first === undefined ? Infinity : Math.min(lineOf(first.offset), findOpenQuote(text) ?? Infinity);
}

/** Lines on which the first slip may have been made: an open quotation mark far above, its own, the ones beside it. */
function suspectsOf([first]: readonly Slip[], { lineOf }: ReadYaml, lines: readonly string[]): number[] {
  const own = first === undefined ? 0 : lineOf(first.offset);
  const open = findOpenQuote(lines.join('\n'));
  return [...(open === undefined || open > own ? [] : [open]), own, own - 1, own + 1];
}

/** One problem a line: behind the first, the parser mostly sees its own confusion, and behind an open quotation mark nothing else. */
function tellSlips(slips: readonly Slip[], { lineOf }: ReadYaml, lines: readonly string[], firstLine: number): SourceProblem[] {
  const byLine = new Map<number, SourceProblem>();
  const open = findOpenQuote(lines.join('\n')) ?? Infinity;
  for (const { offset, problem, fix } of slips) {
    const line = Math.min(lineOf(offset), open);
    if (!byLine.has(line)) byLine.set(line, { line: line + firstLine, ...(line === open ? QUOTE : { problem, fix }) });
  }
  return [...byLine.values()];
}

function countAlike(alike: readonly number[], firstLine: number): string {
  if (alike.length < 2) return '';
  return ` 이런 행이 모두 ${String(alike.length)}개입니다(${describeLines(alike.map((index) => index + firstLine))}행).`;
}
