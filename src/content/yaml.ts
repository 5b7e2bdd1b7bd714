/** Files of `content/` other than cases: each is read through one schema, and its faults are told like those of a case. */
import { join } from 'node:path';
import type { z } from 'zod';
import { findBadCharacters, findBadStrings } from './characters.ts';
import { explainIssues, type Explained } from './explain.ts';
import type { Fault, LocatedFault } from './fault.ts';
import { correctLine, type Replacement } from './guess.ts';
import { formatFaults } from './report.ts';
import { parseJson, parseYaml, type YamlSource } from './source.ts';
import { LARGEST_FILE, readTextFile } from './text-file.ts';

/** What is known of a file before it is read. */
export interface ContentFile<T> {
  /** Path below `content/`: `vocabulary/topics.yaml`. */
  name: string;
  schema: z.ZodType<T>;
  /** Rules between its entries, which the schema does not say. */
  rules?: (data: T, source: YamlSource) => LocatedFault[];
  /** `npm run publish`, for a file that nobody writes by hand: its faults have one cause and one remedy. */
  command?: string;
  /** What stands for a file that is missing or holds nothing but remarks; without it both are faults. */
  empty?: T;
}

/** A file as read: its data when it is without fault. */
export interface OpenedFile<T> {
  /** Path as messages show it: `content/vocabulary/topics.yaml`. */
  file: string;
  data: T | undefined;
  faults: readonly Fault[];
  source: YamlSource;
}

/** Thrown where a site is made of a file with faults; the message is their report, in Korean. */
export class ContentError extends Error {
  constructor(faults: readonly Fault[]) {
    super(formatFaults(faults));
  }
}

/** Files as they were last read: while somebody writes, all but one are as before, and parsing the synonyms alone takes a fifth of a second. */
const lastOpened = new Map<string, { text: string; schema: unknown; opened: OpenedFile<unknown> }>();

/** Reads a file with all its faults. Never throws. Decomposed Hangul is composed. */
export function openFile<T>(contentDir: string, content: ContentFile<T>): OpenedFile<T> {
  const file = `content/${content.name}`;
  const path = join(contentDir, content.name);
  const read = readTextFile(path, LARGEST_FILE);
  if (read.fault !== undefined) {
    const data = read.missing ? content.empty : undefined;
    return { file, data, faults: data === undefined ? [{ file, ...read.fault }] : [], source: parseYaml('', 1) };
  }
  const { text } = read;
  const last = lastOpened.get(path);
  if (last?.text === text && last.schema === content.schema) return last.opened as OpenedFile<T>;
  const opened = parseFile(file, text, content);
  lastOpened.set(path, { text, schema: content.schema, opened });
  return opened;
}

function parseFile<T>(file: string, written: string, { name, schema, rules, command, empty }: ContentFile<T>): OpenedFile<T> {
  const text = written
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .normalize('NFC');
  const lines = text.split('\n');
  const characters = findBadCharacters(written);
  const source = name.endsWith('.json') ? parseJson(text) : parseYaml(text, 1);
  const close = (data: T | undefined, found: readonly Explained[]): OpenedFile<T> => {
    const all: Explained[] = [...characters.faults, ...found.filter(({ line }) => !characters.spoilt.has(line))];
    const own = command === undefined ? all : all.slice(0, 1).map((fault) => ({ ...fault, fix: byCommand(command) }));
    const faults = own.map(({ replacement, ...fault }) => ({ file, ...fault, ...correct(lines, fault.line, replacement) }));
    return { file, data: faults.length === 0 ? data : undefined, faults, source };
  };
  const told: Explained[] = source.problems.map(({ line, problem, fix, corrected }) => ({
    line,
    field: '파일',
    problem,
    fix,
    ...(corrected !== undefined && { corrected }),
  }));
  if (empty !== undefined && source.data === null) return close(empty, told);
  if (source.data === undefined) return close(undefined, told);
  told.push(...findBadStrings(source.data, source.lineAt, characters.spoilt));
  const result = schema.safeParse(source.data);
  if (!result.success) return close(undefined, [...told, ...explainIssues(result.error.issues, source, schema)]);
  return close(result.data, [...told, ...findRepeats(source.data, [], source), ...(rules?.(result.data, source) ?? [])]);
}

const byCommand = (command: string) => `이 파일은 명령이 적습니다. 손으로 고쳤으면 되돌리고, 아니면 ‘${command}’로 다시 기록하세요.`;

function correct(lines: readonly string[], line: number, replacement: Replacement | undefined): Pick<Fault, 'corrected'> {
  const corrected = replacement && correctLine(lines[line - 1] ?? '', replacement);
  return corrected === undefined ? {} : { corrected };
}

/** Reads a file. Throws ContentError with all its faults. */
export function readFile<T>(contentDir: string, known: ContentFile<T>): T {
  const { data, faults } = openFile(contentDir, known);
  if (data === undefined) throw new ContentError(faults);
  return data;
}

/** Rows of one list, at any depth, that share an id or a name. */
function findRepeats(data: unknown, path: readonly PropertyKey[], source: YamlSource): LocatedFault[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = Array.isArray(data)
    ? (['id', 'name'] as const).flatMap((key) => {
        const seen = new Set<string>();
        return data.flatMap((row: unknown, index) => {
          const value = (row as Record<string, unknown> | null)?.[key];
          if (typeof value !== 'string') return [];
          const isRepeated = seen.has(value);
          seen.add(value);
          return isRepeated ? [findRepeat(value, key, source.lineAt([...path, index, key]))] : [];
        });
      })
    : [];
  return [
    ...own,
    ...Object.entries(data).flatMap(([key, value]) => findRepeats(value, [...path, Array.isArray(data) ? Number(key) : key], source)),
  ];
}

const findRepeat = (value: string, field: string, line: number): LocatedFault => ({
  line,
  field,
  problem: `‘${value}’: 두 번 나옵니다.`,
  fix: '하나만 남기거나 서로 다르게 적으세요.',
});
