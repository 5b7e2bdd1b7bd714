import { z } from 'zod';
import type { LocatedFault } from '../fault.ts';
import type { YamlSource } from '../source.ts';
import { readFile, type ContentFile } from '../yaml.ts';

const READING = '한글 한 글자로 된 음을 적으세요. 예시: 동: "東洞"';
const CHARACTERS = '그 음으로 읽는 한자만 빈칸 없이 큰따옴표 안에 적으세요. 예시: "東洞"';

/** Reading → characters, as written: `동: "東洞"`. */
const hanjaSchema = z.record(
  z.string().regex(/^[가-힣]$/, { error: READING }),
  z.string({ error: CHARACTERS }).regex(/^\p{Script=Han}+$/u, { error: CHARACTERS }),
  { error: '‘음: "한자"’의 묶음으로 적으세요.' },
);

type Readings = z.output<typeof hanjaSchema>;

export const HANJA_FILE: ContentFile<Readings> = { name: 'vocabulary/hanja.yaml', schema: hanjaSchema, rules: findSecondReadings };

/** A character has one reading: a query in hanja is read one way. */
function findSecondReadings(readings: Readings, source: YamlSource): LocatedFault[] {
  const known = new Map<string, string>();
  return Object.entries(readings).flatMap(([reading, characters]) =>
    Array.from(characters).flatMap((character) => {
      const before = known.get(character);
      if (before === undefined) {
        known.set(character, reading);
        return [];
      }
      return [
        {
          line: source.lineAt([reading]),
          field: reading,
          problem: `‘${character}’: 이미 ‘${before}’에 있습니다.`,
          fix: '한 글자에는 음을 하나만 둡니다. 사례에서 읽히는 음에만 남기세요.',
        },
      ];
    }),
  );
}

/** Character → reading: 東 → 동. */
export function byCharacter(readings: Readings): ReadonlyMap<string, string> {
  return new Map(Object.entries(readings).flatMap(([reading, characters]) => Array.from(characters, (one) => [one, reading] as const)));
}

/** Reads the readings of hanja: character → reading. Throws ContentError. */
export function readHanja(contentDir: string): ReadonlyMap<string, string> {
  return byCharacter(readFile(contentDir, HANJA_FILE));
}
