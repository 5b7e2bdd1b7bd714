/** The closed lists that case files draw on: `content/vocabulary/` and `content/casebooks/`. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '../fault.ts';
import { ContentError, openFile, type ContentFile, type OpenedFile } from '../yaml.ts';
import { casebookFile, type Casebook } from './casebook.ts';
import { id, list, text } from './fields.ts';

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
  /** Kinds of instruments that bring the topic with them: a case that has one is listed under it. */
  instruments: list(text).optional(),
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

const sectorSchema = z.strictObject({ id, number: z.int({ error: '수로 적으세요.' }), name: text });
const tierSchema = z.strictObject({ id, name: text, hanja: text });

export type Place = z.output<typeof placeSchema>;
export type Topic = z.output<typeof topicSchema>;
export type Sector = z.output<typeof sectorSchema>;
export type Tier = z.output<typeof tierSchema>;
export type Kinds = z.output<typeof kindsSchema>;

/** Every closed list that case files may draw on. */
export interface Vocabulary {
  places: readonly Place[];
  topics: readonly Topic[];
  sectors: readonly Sector[];
  tiers: readonly Tier[];
  kinds: Kinds;
  casebooks: readonly Casebook[];
}

/** The vocabulary as far as it could be read. */
export interface OpenedVocabulary {
  vocabulary: Vocabulary;
  /** Lists whose file has a fault; they are empty, and nothing can be held against them. */
  unread: ReadonlySet<keyof Vocabulary>;
  faults: readonly Fault[];
}

const NO_KINDS: Kinds = { figure: [], organisation: [], part: [], instrument: [], note: [], chart: [] };

const PLACES: ContentFile<Place[]> = { name: 'vocabulary/places.yaml', schema: list(placeSchema) };
const TOPICS: ContentFile<Topic[]> = { name: 'vocabulary/topics.yaml', schema: list(topicSchema) };
const SECTORS: ContentFile<Sector[]> = { name: 'vocabulary/sectors.yaml', schema: list(sectorSchema) };
const TIERS: ContentFile<Tier[]> = { name: 'vocabulary/tiers.yaml', schema: list(tierSchema) };
const KINDS: ContentFile<Kinds> = { name: 'vocabulary/kinds.yaml', schema: kindsSchema };

/** The files of the vocabulary; casebooks have a folder of their own. */
export const VOCABULARY_FILES: readonly { name: string }[] = [PLACES, TOPICS, SECTORS, TIERS, KINDS];

/**
 * Reads the vocabulary with the faults of all its files. Never throws.
 * @param contentDir the `content` folder
 * @param casebookNames names of the casebook files, in order; all of the folder by default
 */
export function openVocabulary(contentDir: string, casebookNames: readonly string[] = listCasebooks(contentDir)): OpenedVocabulary {
  const unread = new Set<keyof Vocabulary>();
  const faults: Fault[] = [];
  const take = <T>(key: keyof Vocabulary, { data, faults: own }: Pick<OpenedFile<T>, 'data' | 'faults'>, none: T): T => {
    faults.push(...own);
    if (data === undefined) unread.add(key);
    return data ?? none;
  };
  const places = take('places', openFile(contentDir, PLACES), []);
  const topics = take('topics', openFile(contentDir, TOPICS), []);
  const sectors = take('sectors', openFile(contentDir, SECTORS), []);
  const tiers = take('tiers', openFile(contentDir, TIERS), []);
  const kinds = take('kinds', openFile(contentDir, KINDS), NO_KINDS);
  const books = casebookNames.map((name) => casebookFile(basename(name, '.yaml'), sectors, tiers));
  const casebooks = books.flatMap((book) => {
    const { data, faults: own } = openFile(contentDir, book);
    return take('casebooks', { data: data && [data], faults: own }, []);
  });
  return { vocabulary: { places, topics, sectors, tiers, kinds, casebooks }, unread, faults };
}

/** Reads the vocabulary; see `openVocabulary`. Throws ContentError with the faults of all its files. */
export function readVocabulary(contentDir: string, casebookNames?: readonly string[]): Vocabulary {
  const { vocabulary, faults } = openVocabulary(contentDir, casebookNames);
  if (faults.length > 0) throw new ContentError(faults);
  return vocabulary;
}

function listCasebooks(contentDir: string): string[] {
  const dir = join(contentDir, 'casebooks');
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .sort();
}
