import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** An id that is also part of an address: ASCII, lower case, begins with a letter. */
export const idPattern = /^[a-z][a-z0-9-]*$/;
const id = z.string().regex(idPattern, { error: '소문자 영문, 숫자, 붙임표(-)로만 적는다.' });
const text = z.string().min(1);

const placeSchema = z.strictObject({
  id,
  /** Name when the casebook was printed. */
  name: text,
  /** Name now. */
  today: text,
  short: text,
  municipalities: z.array(z.strictObject({ id, name: text, today: text })),
});

const topicSchema = z.strictObject({
  id,
  name: text,
  definition: text,
  /** Words that a reader would use for the same thing; search reads them too. */
  synonyms: z.array(text),
  /** Why the catalogue has this topic. */
  why: text,
});

const kindSchema = z.strictObject({ name: text, definition: text });
/** Kinds that lists are filtered by: their ids stand in addresses. */
const listedKindSchema = z.strictObject({ id, name: text, definition: text });

const kindsSchema = z.strictObject({
  figure: z.array(listedKindSchema),
  organisation: z.array(listedKindSchema),
  part: z.array(kindSchema),
  instrument: z.array(kindSchema),
  note: z.array(kindSchema),
  chart: z.array(kindSchema),
});

const sectorSchema = z.strictObject({ id, number: z.int(), name: text });
const tierSchema = z.strictObject({ id, name: text, hanja: text });

export const casebookSchema = z.strictObject({
  id,
  title: text,
  /** Which part of the book: `1분야(사회적경제) 구(區)`. */
  part: text,
  sector: text,
  tier: text,
  /** The time that the book describes, as an ISO date at its own precision. */
  asOf: text,
  pages: text,
});

const termSchema = z.strictObject({
  id,
  term: text,
  /** Other spellings in the prose. */
  also: z.array(text).default([]),
  meaning: text,
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

/** Thrown when a vocabulary file itself is wrong; the message names the file and the field in Korean. */
export class VocabularyError extends Error {}

function readYaml<T>(file: string, schema: z.ZodType<T>): T {
  if (!existsSync(file)) throw new VocabularyError(`${file}: 파일이 없다.`);
  let data: unknown;
  try {
    data = parse(readFileSync(file, 'utf8').normalize('NFC'));
  } catch (error) {
    throw new VocabularyError(`${file}: YAML로 읽을 수 없다. ${error instanceof Error ? error.message : ''}`);
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new VocabularyError(`${file}: 모양이 맞지 않는다.\n${lines.join('\n')}`);
}

function refuseRepeats(file: string, values: readonly string[]): void {
  const repeated = values.find((value, index) => values.indexOf(value) !== index);
  if (repeated !== undefined) throw new VocabularyError(`${file}: ‘${repeated}’이(가) 두 번 나온다.`);
}

/** Reads the glossary. @throws VocabularyError */
export function readGlossary(contentDir: string): readonly Term[] {
  const terms = readYaml(join(contentDir, 'vocabulary', 'glossary.yaml'), z.array(termSchema));
  refuseRepeats(
    'glossary.yaml',
    terms.map((term) => term.id),
  );
  refuseRepeats(
    'glossary.yaml',
    terms.flatMap((term) => [term.term, ...term.also]),
  );
  return terms;
}

/**
 * Reads `content/vocabulary/` and `content/casebooks/`.
 * @param contentDir the `content` folder
 * @param casebookFiles names of the casebook files, in order
 * @throws VocabularyError
 */
export function readVocabulary(contentDir: string, casebookFiles: readonly string[]): Vocabulary {
  const file = (name: string) => join(contentDir, 'vocabulary', name);
  const vocabulary = {
    places: readYaml(file('places.yaml'), z.array(placeSchema)),
    topics: readYaml(file('topics.yaml'), z.array(topicSchema)),
    sectors: readYaml(file('sectors.yaml'), z.array(sectorSchema)),
    tiers: readYaml(file('tiers.yaml'), z.array(tierSchema)),
    kinds: readYaml(file('kinds.yaml'), kindsSchema),
    casebooks: casebookFiles.map((name) => readYaml(join(contentDir, 'casebooks', name), casebookSchema)),
  };
  refuseRepeats(
    'topics.yaml',
    vocabulary.topics.flatMap((topic) => [topic.id, topic.name]),
  );
  refuseRepeats(
    'places.yaml',
    vocabulary.places.map((place) => place.id),
  );
  for (const kinds of [vocabulary.kinds.figure, vocabulary.kinds.organisation]) {
    refuseRepeats(
      'kinds.yaml',
      kinds.flatMap((kind) => [kind.id, kind.name]),
    );
  }
  for (const place of vocabulary.places) {
    refuseRepeats(
      'places.yaml',
      place.municipalities.map((municipality) => municipality.id),
    );
  }
  return vocabulary;
}
