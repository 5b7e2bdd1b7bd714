/** Signs that a file was saved or pasted in a way that breaks it without showing. */
import type { LocatedFault } from './fault.ts';
import { describeLines } from './line-runs.ts';

/**
 * Control characters, what steers the direction of writing or takes no room, private and unassigned code points, lone surrogates. They show nothing,
 * search does not find them, and some break the feed. A tab or line end is told by who reads the text.
 */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffc\ufffe\uffff\p{Co}]|\p{Cs}/u;
const UNREADABLE = /\ufffd/;

/** What was found, and the lines whose other faults would only be its consequence. */
export interface BadCharacters {
  faults: LocatedFault[];
  /** 1-based. */
  spoilt: ReadonlySet<number>;
}

/** Looks through the text of a file as it stands. */
export function findBadCharacters(text: string): BadCharacters {
  const faults: LocatedFault[] = [];
  const spoilt = new Set<number>();
  if (text.startsWith('\ufeff'))
    faults.push({
      line: 1,
      field: '파일',
      problem: '파일 맨 앞에 보이지 않는 글자(BOM)가 있습니다.',
      fix: '편집기에서 ‘UTF-8(BOM 없음)’으로 다시 저장하세요.',
    });
  const lines = text.replace(/^\ufeff/, '').split('\n');
  const tell = (isWrong: (line: string) => boolean, problem: string, fix: string): readonly number[] => {
    const found = lines.flatMap((line, index) => (isWrong(line) ? [index + 1] : []));
    const [first] = found;
    if (first === undefined) return [];
    const also = found.length === 1 ? '' : ` 이런 행이 모두 ${String(found.length)}개입니다(${describeLines(found)}행).`;
    faults.push({ line: first, field: '글자', problem: problem + also, fix });
    return found;
  };
  tell(
    (line) => line !== line.normalize('NFC'),
    '한글이 자모로 풀려 있습니다(NFD).',
    '이 행을 지우고 다시 입력하세요. macOS의 파일 이름에서 옮겨 붙이면 이렇게 됩니다.',
  );
  for (const line of tell(
    (one) => UNREADABLE.test(one),
    '읽을 수 없는 글자(�)가 있습니다.',
    '다른 형식으로 저장했다가 깨진 글자입니다. 원래 글자로 다시 입력하고 편집기에서 ‘UTF-8’로 저장하세요.',
  ))
    spoilt.add(line);
  // The indentation is told as such by who reads the YAML.
  for (const line of tell(
    (one) => INVISIBLE.test(one.replace(/^\s+/, '')),
    '보이지 않는 글자가 섞여 있습니다.',
    '이 행을 지우고 다시 입력하세요. 웹 페이지나 PDF에서 옮겨 붙이면 이렇게 됩니다.',
  ))
    spoilt.add(line);
  return { faults, spoilt };
}

/**
 * Looks through the values of a file: escapes ("\u202E", "\0") hide in its text what the pages would show.
 * @param lineAt 1-based line of a path
 * @param told lines that have a fault of their characters already
 */
export function findBadStrings(data: unknown, lineAt: (path: readonly PropertyKey[]) => number, told: ReadonlySet<number>): LocatedFault[] {
  return pathsOfBadStrings(data, []).flatMap((path) => {
    const line = lineAt(path);
    if (told.has(line)) return [];
    return [
      {
        line,
        field: '글자',
        problem: '값에 보이지 않는 글자나 반쪽 글자가 들어 있습니다.',
        fix: '‘\\u202E’, ‘\\0’ 같은 표시나 탭을 지우고 값을 다시 입력하세요.',
      },
    ];
  });
}

function pathsOfBadStrings(value: unknown, path: readonly PropertyKey[]): (readonly PropertyKey[])[] {
  if (typeof value === 'string') return INVISIBLE.test(value) || UNREADABLE.test(value) || value.includes('\t') ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    return INVISIBLE.test(key) ? [at] : pathsOfBadStrings(inner, at);
  });
}
