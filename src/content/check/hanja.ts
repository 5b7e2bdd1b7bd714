import type { Fault } from '../fault.ts';
import type { CaseFile } from '../read.ts';
import { HANJA_FILE } from '../schema/hanja.ts';

/** Search finds hanja by their reading: every character of the cases has one. Each is told once, where it first stands. */
export function checkHanja(files: readonly CaseFile[], readings: ReadonlyMap<string, string>, report: (fault: Fault) => void): void {
  const told = new Set<string>();
  for (const { file, text } of files) {
    for (const [index, line] of text.split('\n').entries()) {
      for (const [character] of line.matchAll(/\p{Script=Han}/gu)) {
        if (readings.has(character) || told.has(character)) continue;
        told.add(character);
        report({
          file,
          line: index + 1,
          field: '한자',
          problem: `‘${character}’: 음이 적혀 있지 않은 한자입니다.`,
          fix: `content/${HANJA_FILE.name}에 ‘음: "${character}"’ 형식으로 추가하세요. 그 음이 이미 있으면 그 행의 따옴표 안에 덧붙이세요.`,
        });
      }
    }
  }
}
