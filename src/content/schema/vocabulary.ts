import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parsePartialDate } from '../../korean/calendar.ts';
import type { Fault } from '../check/check.ts';
import { parsePages } from '../pages.ts';
import { formatFaults } from '../report.ts';
import type { YamlSource } from '../source.ts';
import { readYamlFile } from '../yaml.ts';

/** An id that is also part of an address: ASCII, lower case, begins with a letter. */
export const idPattern = /^[a-z][a-z0-9-]*$/;
const id = z
  .string({ error: 'id는 글이어야 한다.' })
  .regex(idPattern, { error: '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표(-)로만 적는다.' });
const text = z.string({ error: '글이어야 한다. 수는 큰따옴표로 감싼다.' }).min(1, { error: '비어 있다.' });
const list = <T extends z.ZodType>(item: T) => z.array(item, { error: '목록이어야 한다. 줄마다 ‘- ’로 시작한다.' });

const placeSchema = z.strictObject({
  id,
  /** Name when the casebook was printed. */
  name: text,
  /** Name now. */
  today: text,
  short: text,
  municipalities: list(z.strictObject({ id, name: text, today: text })),
});

const topicSchema = z.strictObject({
  id,
  name: text,
  definition: text,
  /** Words that a reader would use for the same thing; search reads them too. */
  synonyms: list(text),
  /** Why the catalogue has this topic. */
  why: text,
});

const kindSchema = z.strictObject({ name: text, definition: text });
/** Kinds that lists are filtered by: their ids stand in addresses. */
const listedKindSchema = z.strictObject({ id, name: text, definition: text });

const kindsSchema = z.strictObject({
  figure: list(listedKindSchema),
  organisation: list(listedKindSchema),
  part: list(kindSchema),
  instrument: list(kindSchema),
  note: list(kindSchema),
  chart: list(kindSchema),
});

const sectorSchema = z.strictObject({ id, number: z.int({ error: '수로 적는다.' }), name: text });
const tierSchema = z.strictObject({ id, name: text, hanja: text });

const casebookSchema = z.strictObject({
  id,
  title: text,
  /** Which part of the book: `1분야(사회적경제) 구(區)`. */
  part: text,
  sector: text,
  tier: text,
  /** The time that the book describes, as an ISO date at its own precision. */
  asOf: text.refine((value) => parsePartialDate(value) !== undefined, { error: '"2017", "2017-06", "2017-06-30" 가운데 하나로 적는다.' }),
  /** Printed pages of the part, `149-247`. */
  pages: text.refine((value) => parsePages(value) !== undefined, { error: '149-247처럼 적는다.' }),
  /** Left out while the source does not say it; citations then read 미상. */
  publisher: text.optional(),
  /** Year of publication, four digits. */
  year: text.regex(/^\d{4}$/, { error: '네 자리 해를 따옴표로 감싸 적는다. 보기: "2017"' }).optional(),
});

const termSchema = z.strictObject({
  id,
  term: text,
  /** Other spellings in the prose. */
  also: z.array(text).default([]),
  meaning: text,
  /** False for a word that a text uses so often or so plainly that a mark would only disturb: units, everyday words. */
  marked: z.boolean({ error: 'true나 false로 적으세요.' }).default(true),
  /** Where the casebook explains the term itself; without it the explanation is the editor's. */
  from: z.strictObject({ case: id, page: z.int() }).optional(),
});

export type Term = z.output<typeof termSchema>;
export type Place = z.output<typeof placeSchema>;
export type Topic = z.output<typeof topicSchema>;
export type Sector = z.output<typeof sectorSchema>;
export type Tier = z.output<typeof tierSchema>;
export type Kinds = z.output<typeof kindsSchema>;
export type Casebook = z.output<typeof casebookSchema>;

/** Every closed list that case files may draw on. */
export interface Vocabulary {
  places: readonly Place[];
  topics: readonly Topic[];
  sectors: readonly Sector[];
  tiers: readonly Tier[];
  kinds: Kinds;
  casebooks: readonly Casebook[];
}

/** Thrown when a vocabulary file itself is wrong; the message is the report of its faults, in Korean. */
export class VocabularyError extends Error {
  constructor(faults: readonly Fault[]) {
    super(formatFaults(faults));
  }
}

/** @param name path below `content/`, as messages show it */
function readYaml<T>(contentDir: string, name: string, schema: z.ZodType<T>): T {
  const file = `content/${name}`;
  const path = join(contentDir, name);
  if (!existsSync(path))
    throw new VocabularyError([{ file, line: 1, field: '파일', problem: '파일이 없다.', fix: '지웠거나 이름을 바꾸었으면 되돌린다.' }]);
  const { data, faults, source } = readYamlFile(path, file, schema);
  if (data === undefined) throw new VocabularyError(faults);
  const repeats = findRepeats(source.data, [], source);
  if (repeats.length > 0) throw new VocabularyError(repeats.map((fault) => ({ file, ...fault })));
  return data;
}

/** Rows of one list, at any depth, that share an id or a name. */
function findRepeats(data: unknown, path: readonly PropertyKey[], source: YamlSource): Omit<Fault, 'file'>[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = Array.isArray(data)
    ? (['id', 'name'] as const).flatMap((key) => {
        const values = data.map((row: unknown) => (row as Record<string, unknown> | null)?.[key]);
        return values.flatMap((value, index) =>
          typeof value !== 'string' || values.indexOf(value) === index
            ? []
            : [
                {
                  line: source.lineAt([...path, index, key]),
                  field: key,
                  problem: `‘${value}’: 두 번 나온다.`,
                  fix: '하나만 남기거나 서로 다르게 적는다.',
                },
              ],
        );
      })
    : [];
  return [
    ...own,
    ...Object.entries(data).flatMap(([key, value]) => findRepeats(value, [...path, Array.isArray(data) ? Number(key) : key], source)),
  ];
}

/** Reads the glossary. Throws VocabularyError. */
export function readGlossary(contentDir: string): readonly Term[] {
  return readYaml(contentDir, 'vocabulary/glossary.yaml', list(termSchema));
}

/**
 * Reads `content/vocabulary/` and `content/casebooks/`.
 * @param contentDir the `content` folder
 * @param casebookFiles names of the casebook files, in order; all of the folder by default
 * @throws VocabularyError
 */
export function readVocabulary(contentDir: string, casebookFiles: readonly string[] = listCasebooks(contentDir)): Vocabulary {
  const read = <T>(name: string, schema: z.ZodType<T>) => readYaml(contentDir, name, schema);
  return {
    places: read('vocabulary/places.yaml', list(placeSchema)),
    topics: read('vocabulary/topics.yaml', list(topicSchema)),
    sectors: read('vocabulary/sectors.yaml', list(sectorSchema)),
    tiers: read('vocabulary/tiers.yaml', list(tierSchema)),
    kinds: read('vocabulary/kinds.yaml', kindsSchema),
    casebooks: casebookFiles.map((name) => read(`casebooks/${name}`, casebookSchema)),
  };
}

function listCasebooks(contentDir: string): string[] {
  const dir = join(contentDir, 'casebooks');
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}
