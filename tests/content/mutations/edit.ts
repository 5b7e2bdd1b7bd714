/**
 * Ways to spoil a case file, each the kind of slip that people make. Every mutant must be refused by the content check
 * with the right line, the right field and, where one can be guessed, the right word. No chance is involved: the n-th
 * mutant of a kind is the same on every machine.
 */
import { toCaseFile, type CaseFile } from '../../../src/content/read.ts';

export interface Mutant {
  file: CaseFile;
  /** Lines on which a fault may be reported: the changed one, or where something is now missing. 1-based. */
  lines: number[];
}

export interface Mutation {
  name: string;
  /** The field that the fault must name. */
  field: RegExp;
  /** What the fix must suggest. */
  hint?: RegExp;
  /** What the corrected line must be, without its indentation. */
  corrected?: RegExp;
  /** The n-th mutant of a file; `undefined` when the file has nothing of the kind. */
  apply(file: CaseFile, n: number): Mutant | undefined;
}

type Edit = string | ((match: RegExpMatchArray) => string);

export const toLines = (file: CaseFile): string[] => file.text.split('\n');
export const rebuild = (file: CaseFile, lines: readonly string[], at: number[], name = `${file.slug}.mdx`): Mutant => ({
  file: toCaseFile(name, lines.join('\n')),
  lines: at,
});

/** The indexes of the lines that match, in the front matter or in the body. */
export function find(file: CaseFile, pattern: RegExp, part: 'front' | 'body'): number[] {
  const end = file.source.bodyLine - 1;
  return toLines(file).flatMap((line, index) => (pattern.test(line) && (part === 'front') === index < end ? [index] : []));
}

/** Indexes of front matter lines that match and belong to one of the top-level keys. */
export function findIn(file: CaseFile, keys: readonly string[], pattern: RegExp): number[] {
  const lines = toLines(file);
  return find(file, pattern, 'front').filter((index) => {
    const key = lines.slice(0, index + 1).findLast((line) => /^\w/.test(line));
    return keys.includes(key?.split(':')[0] ?? '');
  });
}

export const pick = (list: readonly number[], n: number): number | undefined => list[(n * 7) % list.length];

interface Where {
  part?: 'front' | 'body';
  keys?: readonly string[];
}

function candidates(file: CaseFile, pattern: RegExp, { part = 'front', keys }: Where): number[] {
  return keys ? findIn(file, keys, pattern) : find(file, pattern, part);
}

/** Changes one matching line. A fault may also be reported so many lines from it. */
export function change(pattern: RegExp, edit: Edit, where: Where = {}, ...reportedAt: number[]): Mutation['apply'] {
  return (file, n) => {
    const lines = toLines(file);
    const index = pick(candidates(file, pattern, where), n);
    const match = index === undefined ? undefined : (lines[index] ?? '').match(pattern);
    if (index === undefined || !match) return undefined;
    lines[index] = (lines[index] ?? '').replace(pattern, () => (typeof edit === 'string' ? edit : edit(match)));
    return rebuild(
      file,
      lines,
      (reportedAt.length === 0 ? [0] : reportedAt).map((offset) => index + 1 + offset),
    );
  };
}

/** Puts a line (or more) behind a matching one. */
export function insert(pattern: RegExp, text: string, where: Where = {}, reportedAt = 0): Mutation['apply'] {
  return (file, n) => {
    const lines = toLines(file);
    const index = pick(candidates(file, pattern, where), n);
    if (index === undefined) return undefined;
    lines.splice(index + 1, 0, ...text.split('\n'));
    return rebuild(file, lines, [index + 2 + reportedAt]);
  };
}

/** Takes a matching line away; the fault is reported at its row's first line. */
export function removeFromRow(pattern: RegExp, keys: readonly string[]): Mutation['apply'] {
  return (file, n) => {
    const lines = toLines(file);
    const index = pick(findIn(file, keys, pattern), n);
    if (index === undefined) return undefined;
    const row = lines.slice(0, index).findLastIndex((line) => /^ {2}- /.test(line));
    lines.splice(index, 1);
    return rebuild(file, lines, [row + 1]);
  };
}

/** Takes a top-level key away with everything below it. */
export function removeKey(key: string): Mutation['apply'] {
  return (file) => {
    const lines = toLines(file);
    const start = lines.findIndex((line) => line.startsWith(`${key}:`));
    const end = lines.findIndex((line, index) => index > start && !/^\s/.test(line));
    lines.splice(start, end - start);
    return rebuild(file, lines, [2]);
  };
}

/** Replaces a top-level key with everything below it. */
export function replaceKey(key: string, text: string, reportedAt = 0): Mutation['apply'] {
  return (file) => {
    const lines = toLines(file);
    const start = lines.findIndex((line) => line.startsWith(`${key}:`));
    if (start < 0) return undefined;
    const end = lines.findIndex((line, index) => index > start && !/^\s/.test(line));
    lines.splice(start, end - start, ...text.split('\n'));
    return rebuild(file, lines, [start + 1 + reportedAt]);
  };
}

/** Puts words at the end of a paragraph. */
export const addToProse = (words: string): Mutation['apply'] =>
  change(/^([가-힣‘“].*[.)”])$/, ([line = '']) => `${line} ${words}`, { part: 'body' });

/** Puts a block between two paragraphs. */
export const addBlock = (block: string, reportedAt = 0): Mutation['apply'] =>
  insert(/^[가-힣‘“].*$/, `\n${block}\n`, { part: 'body' }, reportedAt + 1);

/** Takes out the tag of a table or note; the fault is reported where the front matter describes it. */
export function removeTag(pattern: RegExp, list: 'tables' | 'notes'): Mutation['apply'] {
  return (file, n) => {
    const lines = toLines(file);
    const index = pick(find(file, pattern, 'body'), n);
    const id = index === undefined ? undefined : pattern.exec(lines[index] ?? '')?.[1];
    if (index === undefined || id === undefined) return undefined;
    const row = findIn(file, [list], new RegExp(`^ {2}- id: ${id}$`))[0] ?? 0;
    lines[index] = (lines[index] ?? '').replace(pattern, '');
    return rebuild(file, lines, [row + 1]);
  };
}

/** Gives a row of a list the id of the row before it. */
export const repeatId: Mutation['apply'] = (file, n) => {
  const lines = toLines(file);
  const lists = ['figures', 'events', 'organisations', 'tables', 'notes'];
  const rows = findIn(file, [lists[n % lists.length] ?? ''], /^ {2}- id: /);
  const [first, second] = [rows[0], rows[1]];
  if (first === undefined || second === undefined) return undefined;
  lines[second] = lines[first] ?? '';
  // What pointed to the id that is gone is a fault too; the repeated one is the fault that is meant.
  return rebuild(file, lines, [second + 1]);
};

export const rename =
  (name: string): Mutation['apply'] =>
  (file) =>
    rebuild(
      file,
      toLines(file),
      [1, find(file, /^municipality:/, 'front')[0] ?? 0].map((line, index) => line + index),
      name,
    );

export const ROWS = ['figures', 'budget', 'events', 'organisations', 'instruments', 'tables'] as const;

/** The last letter is missing: 청년 → 청녀. */
export const misspell = (word: string): string => word.normalize('NFD').slice(0, -1).normalize('NFC');
