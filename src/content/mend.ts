/**
 * Slips of YAML that have one right answer. The parser stops at the first of them, or reads on and complains far below; here each is found where it
 * was made and told once, and the text is read on as it was meant.
 */

/** What is wrong with a line, and the line as it was probably meant. */
export interface Mend {
  /** 0-based. */
  index: number;
  /** Lines with the same slip, 0-based, this one included. */
  alike: readonly number[];
  lines: readonly string[];
  problem: string;
  fix: string;
}

/** `  - label: 값` in three parts: what stands before the value, the key, and the value. */
const ENTRY = /^((?:\s*(?:- +)*)([A-Za-z][\w-]*)\s*[:：]\s*)(.*)$/;
/** An item of a list without a key. */
const ITEM = /^(\s*- +)(.*)$/;

/** Leading white space that looks like spaces and is none: tab, no-break space, full-width space. */
const ODD_INDENT = /^ *[\t\u00a0\u2000-\u200a\u3000][\s\u00a0\u2000-\u200a\u3000]*/;

/**
 * Tabs and other white space where YAML wants spaces: all lines at once, for they have one cause.
 * @param firstError see `mendLine`
 */
export function mendIndentation(lines: readonly string[], firstError: (lines: readonly string[]) => number): Mend | undefined {
  const odd = lines.flatMap((line, index) => (ODD_INDENT.test(line) && line.trim() !== '' ? [index] : []));
  const [index] = odd;
  if (index === undefined) return undefined;
  const line = lines[index] ?? '';
  // One sign stands for as many spaces all through the file, or each line goes by its neighbours.
  const width = widthOf(indentAlike(lines, index)) / widthOf(line);
  const evenly = [...lines];
  const byNeighbours = [...lines];
  for (const at of odd) {
    evenly[at] = ' '.repeat(Math.round(widthOf(evenly[at] ?? '') * width)) + (evenly[at] ?? '').trimStart();
    byNeighbours[at] = indentAlike(byNeighbours, at);
  }
  const isTab = line.slice(0, widthOf(line)).includes('\t');
  return {
    index,
    alike: odd,
    lines: firstError(evenly) >= firstError(byNeighbours) ? evenly : byNeighbours,
    problem: isTab ? '탭으로 들여 썼습니다.' : '보통 빈칸이 아닌 빈칸(NBSP나 전각 빈칸)으로 들여 썼습니다.',
    fix: isTab ? '탭을 지우고 빈칸 두 개씩 들여 쓰세요.' : '들여 쓴 곳을 지우고 스페이스 키로 다시 입력하세요.',
  };
}

/** Signs of white space in front of a line. */
const widthOf = (line: string): number => line.length - line.trimStart().length;

/** The line with the indentation that its neighbours ask for. */
function indentAlike(lines: readonly string[], index: number): string {
  const bare = (lines[index] ?? '').trimStart();
  const before = lines.slice(0, index).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const isItem = bare.startsWith('- ');
  const sibling = isItem ? before.findLast((line) => line.trimStart().startsWith('- ')) : before.at(-1);
  if (sibling === undefined) return `  ${bare}`;
  const own = widthOf(sibling);
  if (isItem) return ' '.repeat(own) + bare;
  const opens = /^\s*(?:- +)?[\w-]+:\s*(?:[|>][+-]?)?\s*$/.test(sibling);
  const inItem = sibling.trimStart().startsWith('- ') ? 2 : 0;
  return ' '.repeat(own + inItem + (opens ? 2 : 0)) + bare;
}

interface Attempt {
  mend: (line: string, lines: readonly string[], index: number) => string | undefined;
  problem: string;
  fix: string;
}

const QUOTED = '값 전체를 큰따옴표로 감싸세요. 글 속의 큰따옴표는 “ ”로 바꾸세요.';

/** Tried in turn; the first that lets the parser get further is told. */
const ATTEMPTS: readonly Attempt[] = [
  {
    mend: (line) => (/^\s*(?:- +)?[A-Za-z][\w-]*\s*：/.test(line) ? line.replace(/\s*：\s*/, ': ').trimEnd() : undefined),
    problem: '항목 뒤의 콜론이 전각(：)입니다.',
    fix: '반각 콜론(:)과 빈칸 하나로 바꾸세요.',
  },
  {
    mend: (line) => (/^\s*(?:- +)?[A-Za-z][\w-]*:[^\s:/]/.test(line) ? line.replace(':', ': ') : undefined),
    problem: '콜론(:) 뒤에 빈칸이 없습니다.',
    fix: '‘항목: 값’처럼 콜론 뒤를 한 칸 띄우세요.',
  },
  {
    mend: (line) => (/^\s*-[^\s\d-]/.test(line) ? line.replace('-', '- ') : undefined),
    problem: '목록의 붙임표(-) 뒤에 빈칸이 없습니다.',
    fix: '‘- 값’처럼 붙임표 뒤를 한 칸 띄우세요.',
  },
  {
    mend: (line, lines, index) => {
      const [, indent, text] = /^( *)([^\s#-].*)$/.exec(line) ?? [];
      const isAlone = text !== undefined && !ENTRY.test(line) && index > 0;
      const isItem = (other: string | undefined) => other?.startsWith(`${indent ?? ''}- `) === true;
      return isAlone && (isItem(lines[index - 1]) || isItem(lines[index + 1])) ? `${indent ?? ''}- ${text}` : undefined;
    },
    problem: '목록의 붙임표(-)가 빠졌습니다.',
    fix: '목록의 행마다 ‘- ’로 시작하세요.',
  },
  {
    mend: (line) => withValue(line, (value) => (/^[^"'\s].* #\S/.test(value) ? quote(value) : undefined)),
    problem: '글이 ‘#’에서 잘립니다. ‘#’부터 뒤를 읽지 못합니다.',
    fix: '값 전체를 큰따옴표로 감싸세요.',
  },
  {
    mend: (line) => withValue(line, (value) => (/^[^"'\s].* # /.test(value) ? value.replace(/\s+# .*$/, '') : undefined)),
    problem: '값 뒤에 설명(#)이 붙어 있습니다.',
    fix: '설명이면 지우거나 위의 행으로 옮기고, 글의 일부이면 값 전체를 큰따옴표로 감싸세요.',
  },
  {
    mend: (line) => withValue(line, (value) => (/^["'].*|.*["']$/.test(value) ? quote(value) : undefined)),
    problem: '따옴표의 짝이 맞지 않습니다.',
    fix: QUOTED,
  },
  {
    mend: (line) => withValue(line, (value) => (/: |:$/.test(value) && !/^["'[{|>]/.test(value) ? quote(value) : undefined)),
    problem: '값 속에 ‘: ’가 또 있습니다.',
    fix: QUOTED,
  },
  {
    mend: (line) => withValue(line, (value) => (/^(?:[%@*&!`,|>?]|-(?! ))/.test(value) ? quote(value) : undefined)),
    problem: '‘%’, ‘@’, ‘*’, ‘&’, ‘!’, ‘`’ 같은 기호로 시작하는 글이 그대로 적혀 있습니다.',
    fix: '값 전체를 큰따옴표로 감싸세요(예시: unit: "%").',
  },
  {
    mend: (line) =>
      withValue(line, (value, key) => {
        if (!/^[[{]/.test(value) || /[\]}]$/.test(value)) return undefined;
        return value.startsWith('[') && LISTS.has(key) ? `${value}]` : quote(value);
      }),
    problem: '괄호 [ ] 또는 { }가 닫히지 않았습니다.',
    fix: '괄호를 닫으세요. 괄호로 시작하는 글이면 값 전체를 큰따옴표로 감싸세요.',
  },
  {
    mend: (line) => withValue(line, (value) => (/^[[{].*[\]}]/.test(value) ? quote(value) : undefined)),
    problem: '괄호로 시작하는 글이 그대로 적혀 있습니다.',
    fix: QUOTED,
  },
  {
    mend: (line, lines, index) => {
      const aligned = indentAlike(lines, index);
      return aligned === line || !/^\s/.test(line) ? undefined : aligned;
    },
    problem: '들여쓰기가 위아래 행과 맞지 않습니다.',
    fix: '같은 묶음의 행은 같은 수의 빈칸으로 시작하게 맞추세요.',
  },
];

/** Keys whose value may be a list in brackets. */
const LISTS: ReadonlySet<string> = new Set(['topics', 'aliases', 'columns', 'of', 'values', 'also', 'synonyms', 'terms', 'finds', 'from']);

/** The text of a value without the quotation marks at its ends, straight or curly, paired or not. */
const bare = (value: string): string => value.trim().replaceAll(/^["'“”]|["“”]$/g, '');

/** A value as YAML text that reads as nothing but itself. Straight marks inside become curly ones, as Korean sets them. */
export function quote(value: string): string {
  let isOpen = false;
  const text = bare(value)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', () => ((isOpen = !isOpen) ? '“' : '”'));
  return `"${text}"`;
}

function withValue(line: string, edit: (value: string, key: string) => string | undefined): string | undefined {
  const entry = ENTRY.exec(line);
  const item = entry ? undefined : ITEM.exec(line);
  const value = entry?.[3] ?? item?.[2] ?? '';
  const start = (entry?.[1] ?? item?.[1] ?? '').replace('：', ':');
  const edited = value === '' ? undefined : edit(value, entry?.[2] ?? '');
  return edited === value || edited === undefined ? undefined : start + edited;
}

/**
 * The first change of one line that lets the parser get further.
 * @param suspects lines on which the slip may have been made, the likeliest first, 0-based
 * @param firstError the 0-based line of the first error of a text; Infinity when it has none
 */
export function mendLine(
  lines: readonly string[],
  suspects: readonly number[],
  firstError: (lines: readonly string[]) => number,
): Mend | undefined {
  const now = firstError(lines);
  for (const index of new Set(suspects)) {
    const line = lines[index];
    if (line === undefined) continue;
    for (const { mend, problem, fix } of ATTEMPTS) {
      const mended = mend(line, lines, index);
      if (mended === undefined) continue;
      const next = lines.with(index, mended);
      if (firstError(next) > now) return { index, alike: [index], lines: next, problem, fix };
    }
  }
  return undefined;
}
