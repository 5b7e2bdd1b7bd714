import { readFileSync, statSync } from 'node:fs';
import type { LocatedFault } from './fault.ts';

/** A file as text, or why it cannot be read. */
export type TextFile = { text: string; fault?: undefined } | { text?: undefined; fault: LocatedFault; missing: boolean };

/** Bytes. A case of this size would be a book. */
export const LARGEST_CASE = 1_000_000;
/** Bytes, for vocabularies and ledgers, which grow with the number of cases. */
export const LARGEST_FILE = 20_000_000;

/**
 * Reads a text file. Never throws: folders, dangling links, pipes, files without permission, too large or not in UTF-8 come back as a fault.
 * @param largest bytes; what is larger is not read
 */
export function readTextFile(path: string, largest: number): TextFile {
  const refuse = (problem: string, fix: string, missing = false): TextFile => ({
    fault: { line: 1, field: '파일', problem, fix },
    missing,
  });
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) return refuse('파일이 아니라 폴더입니다.', '폴더를 이 자리에서 옮기고 파일을 두세요.');
    // Reading a pipe would wait for ever.
    if (!stat.isFile()) return refuse('보통 파일이 아닙니다.', '이것을 지우고 텍스트 파일을 두세요.');
    if (stat.size > largest)
      return refuse(
        `파일이 ${(stat.size / 1e6).toFixed(1)}MB입니다. ${String(largest / 1e6)}MB까지 읽습니다.`,
        '다른 파일이 섞이지 않았는지 확인하고 줄이세요.',
      );
    const bytes = readFileSync(path);
    try {
      return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
    } catch {
      return refuse(describeEncoding(bytes), '편집기에서 파일을 ‘UTF-8(BOM 없음)’으로 다시 저장하세요.');
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const { problem, fix } = explainReadError(code);
    return refuse(problem, fix, code === 'ENOENT');
  }
}

/** Why the system does not let a file be read, and what to do. */
export function explainReadError(code: string): Pick<LocatedFault, 'problem' | 'fix'> {
  switch (code) {
    case 'ENOENT':
      return { problem: '파일이 없습니다.', fix: '지웠거나 이름을 바꾸었으면 되돌리세요.' };
    case 'EACCES':
    case 'EPERM':
      return { problem: '파일을 읽을 권한이 없습니다.', fix: '‘chmod u+r’로 읽기를 허용한 뒤 다시 실행하세요.' };
    case 'ELOOP':
      return { problem: '자기 자신을 가리키는 링크입니다.', fix: '링크를 지우고 파일을 두세요.' };
    default:
      return { problem: `파일을 읽을 수 없습니다(${code}).`, fix: '파일이 열려 있거나 잠겨 있지 않은지 확인하고 다시 실행하세요.' };
  }
}

function describeEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return '파일이 UTF-16으로 저장되었습니다.';
  try {
    const text = new TextDecoder('euc-kr', { fatal: true }).decode(bytes);
    if (/[가-힣]/.test(text)) return '파일이 EUC-KR(완성형)로 저장되었습니다.';
  } catch {
    // Neither: told in general.
  }
  return '파일이 UTF-8이 아닙니다.';
}
