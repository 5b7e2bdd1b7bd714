import { listed } from '../explain.ts';
import type { CaseFile } from '../read.ts';
import type { Report } from './subject.ts';

const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2028\u2029]/;
/** Bold, strikethrough, tags and links: data is shown as it is written. */
const MARKUP = /\*\*|~~|<\/?[A-Za-z][^>]*>?|\]\((?=https?:|[/#])/;

/** Signs that a file was saved or pasted in a way that breaks it without showing. */
export function checkCharacters({ text, source }: CaseFile, report: Report['line']): void {
  if (text.startsWith('\ufeff'))
    report(1, '파일', '파일 맨 앞에 보이지 않는 글자(BOM)가 있습니다.', '편집기에서 ‘UTF-8(BOM 없음)’으로 다시 저장하세요.');
  const lines = text.split('\n');
  const tell = (wrong: (line: string) => boolean, problem: string, fix: string) => {
    const found = lines.flatMap((line, index) => (wrong(line) ? [index + 1] : []));
    const [first, ...others] = found;
    if (first === undefined) return;
    const also = others.length === 0 ? '' : ` 이런 행이 모두 ${String(found.length)}개입니다: ${listed(found.map(String))}`;
    report(first, '글자', problem + also, fix);
  };
  tell(
    (line) => line !== line.normalize('NFC'),
    '한글이 자모로 풀려 있습니다(NFD).',
    '이 행을 지우고 다시 입력하세요. macOS의 파일 이름에서 옮겨 붙이면 이렇게 됩니다.',
  );
  tell(
    (line) => line.includes('\ufffd'),
    '읽을 수 없는 글자가 있습니다. 파일이 UTF-8이 아닐 수 있습니다.',
    '편집기에서 파일을 ‘UTF-8’로 다시 저장하고 깨진 글자를 고치세요.',
  );
  tell((line) => INVISIBLE.test(line), '보이지 않는 글자가 섞여 있습니다.', '이 행을 지우고 다시 입력하세요.');
  lines.slice(0, source.bodyLine - 1).forEach((line, index) => {
    const markup = MARKUP.exec(line)?.[0];
    if (markup === undefined) return;
    report(
      index + 1,
      '앞머리',
      `‘${markup}’: 앞머리의 글에는 꾸미는 표시를 쓸 수 없습니다.`,
      '앞머리의 글은 적힌 그대로 보입니다. 표시를 지우세요.',
    );
  });
}
