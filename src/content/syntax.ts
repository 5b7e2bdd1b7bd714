/** What keeps YAML from being read as it was meant: the parser's errors, and what it would read in silence as something else. */
import { isAlias, isCollection, isMap, isScalar, visit, type Document, type YAMLError } from 'yaml';

/** Something wrong, with what to do. Both are whole sentences. */
export interface Words {
  problem: string;
  fix: string;
}

/** A slip and where it shows, as an offset into the text. */
export interface Slip extends Words {
  offset: number;
  /** Another place that is part of it. */
  other?: number;
}

/** Everything that stops the text from being read, or cuts it without a word; in the order of the text. */
export function findSlips(document: Document.Parsed, text: string): Slip[] {
  const slips = [...document.errors, ...document.warnings].map((error) => ({ offset: error.pos[0], ...explainYaml(error) }));
  visit(document, {
    Pair: (_, { key }) => {
      if (isCollection(key))
        slips.push({
          offset: key.range?.[0] ?? 0,
          problem: '괄호로 묶은 것이 항목의 이름 자리에 있습니다.',
          fix: '값 전체를 큰따옴표로 감싸세요.',
        });
    },
    Node: (_, node) => {
      const offset = node.range?.[0] ?? 0;
      // YAML would read these as its own devices and drop the text or stop.
      if (isAlias(node) || node.anchor !== undefined || node.tag !== undefined) slips.push({ offset, ...SPECIAL_START });
      if (!isScalar(node) || typeof node.value !== 'string' || node.type !== 'PLAIN') return;
      if (typeof node.comment === 'string')
        slips.push({
          offset,
          problem: `글이 ‘#’에서 잘립니다. ‘#${node.comment}’ 부분을 읽지 못합니다.`,
          fix: '값 전체를 큰따옴표로 감싸세요.',
        });
      // An entry with another colon, a text with marks of two kinds: both are read as text.
      else if (/^[A-Za-z][\w-]*：/.test(node.value))
        slips.push({ offset, problem: '항목 뒤의 콜론이 전각(：)입니다.', fix: '반각 콜론(:)과 빈칸 하나로 바꾸세요.' });
      else if (/^“[^”]*"$/.test(node.value)) slips.push({ offset, ...QUOTE });
      // Items without their dash become one long text.
      else if (/^-[^\s\d]/.test(node.value) || /\n *- /.test(text.slice(offset, node.range?.[1])))
        slips.push({ offset, problem: '목록의 붙임표(-)가 빠졌거나 그 뒤에 빈칸이 없습니다.', fix: '목록의 행마다 ‘- ’로 시작하세요.' });
    },
  });
  return slips.sort((one, other) => one.offset - other.offset);
}

const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** What can be read, but hardly as it was meant: keys that stand twice, of which the first is kept, and numbers in another notation. */
export function takeDoubtful(document: Document.Parsed): Slip[] {
  const slips: Slip[] = [];
  visit(document, {
    Map: (_, map) => {
      const seen = new Map<unknown, number>();
      map.items = map.items.filter(({ key }) => {
        const name: unknown = isScalar(key) ? key.value : key;
        const offset = isScalar(key) || isMap(key) ? (key.range?.[0] ?? 0) : 0;
        const other = seen.get(name);
        if (other === undefined) return seen.set(name, offset);
        slips.push({ offset, other, problem: `‘${String(name)}’: 같은 항목이 한 묶음에 두 번 나옵니다.`, fix: '하나만 남기세요.' });
        return false;
      });
    },
    Scalar: (_, { value, source, range, type }) => {
      if (typeof value !== 'number' || type !== 'PLAIN' || source === undefined || PLAIN_NUMBER.test(source)) return;
      slips.push({
        offset: range?.[0] ?? 0,
        problem: `‘${source}’: ${Number.isFinite(value) ? `${String(value)}로 읽히는 수입니다.` : '수가 아닙니다.'}`,
        fix: '수는 십진수 숫자로만 적으세요. 번호나 코드이면 큰따옴표로 감싸세요.',
      });
    },
  });
  return slips.sort((one, other) => one.offset - other.offset);
}

/**
 * The line of the text, from 0, on which a value begins with a quotation mark and does not end with one. The parser reads on to
 * the next mark, often hundreds of lines below, and complains there.
 */
export function findOpenQuote(text: string): number | undefined {
  const index = text.split('\n').findIndex((line) => {
    const value = /^\s*(?:- )*(?:[\w-]+:\s+)?(["'].*)$/.exec(line)?.[1]?.replaceAll(/\\./g, '');
    return value !== undefined && value.split(value.charAt(0)).length % 2 === 0;
  });
  return index < 0 ? undefined : index;
}

export const QUOTE: Words = {
  problem: '따옴표의 짝이 맞지 않습니다.',
  fix: '값 전체를 큰따옴표로 감싸고, 글 속의 큰따옴표는 “ ”로 바꾸세요.',
};

const SPECIAL_START: Words = {
  problem: '‘%’, ‘@’, ‘*’, ‘&’, ‘!’, ‘`’ 같은 기호로 시작하는 글이 그대로 적혀 있습니다.',
  fix: '값 전체를 큰따옴표로 감싸세요(예시: unit: "%").',
};

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
