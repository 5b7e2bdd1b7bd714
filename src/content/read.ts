import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Fault } from './fault.ts';
import { openOthers, type OtherFiles } from './others.ts';
import { readDepartures, type Departures } from './schema/departures.ts';
import { createCaseSchema, type CaseData } from './schema/case.ts';
import { parseCaseSource, type CaseSource } from './source.ts';
import { openVocabulary, type OpenedVocabulary, type Vocabulary } from './schema/vocabulary.ts';
import { LARGEST_CASE, readTextFile } from './text-file.ts';
import { ContentError } from './yaml.ts';

/** One case file as read from disk, before it is judged. */
export interface CaseFile {
  /** File name without `.mdx`; also the case's address. */
  slug: string;
  /** Path as messages show it: `content/cases/busan-yeonje.mdx`. */
  file: string;
  text: string;
  source: CaseSource;
}

/** The folder `content/` read into memory, as far as it could be read. */
export interface Content extends OpenedVocabulary {
  files: readonly CaseFile[];
  /** Addresses that have moved and cases that were withdrawn. */
  departures: Departures;
  /** Faults of the vocabulary, and of cases that could not be read at all; those of the departures stand with them. */
  faults: readonly Fault[];
  /** What no case draws on; read when it is asked for. */
  others: () => OtherFiles;
}

/**
 * Reads the cases with everything that they draw on, in the order of their names. Throws ContentError when a file of the vocabulary has a fault,
 * or a case cannot be read at all.
 */
export function readContent(contentDir: string): Content {
  const content = openContent(contentDir);
  if (content.faults.length > 0) throw new ContentError(content.faults);
  return content;
}

/** Reads the same with all its faults. Never throws. */
export function openContent(contentDir: string): Content {
  const { vocabulary, unread, faults } = openVocabulary(contentDir);
  const opened = listCaseFiles(contentDir).map(openCaseFile);
  return {
    vocabulary,
    unread,
    files: opened.flatMap(({ file }) => file ?? []),
    departures: readDepartures(contentDir),
    faults: [...faults, ...opened.flatMap(({ fault }) => fault ?? [])],
    others: () => openOthers(contentDir),
  };
}

/** Paths of the case files, in the order of their names; none where the folder is missing. */
export function listCaseFiles(contentDir: string): string[] {
  const dir = join(contentDir, 'cases');
  if (!existsSync(dir)) return [];
  const names = readdirSync(dir).filter((name) => name.endsWith('.mdx') && !name.startsWith('.'));
  return names.sort().map((name) => join(dir, name));
}

function openCaseFile(path: string): { file?: CaseFile; fault?: Fault } {
  const name = basename(path);
  const { text, fault } = readTextFile(path, LARGEST_CASE);
  if (text === undefined) return { fault: { file: `content/cases/${name}`, ...fault } };
  const known = lastRead.get(path);
  const file = known?.text === text ? known : toCaseFile(name, text);
  lastRead.set(path, file);
  return { file };
}

/** Cases as they were last read: while somebody writes, all but one are as before, and reading twelve takes half a second. */
const lastRead = new Map<string, CaseFile>();

/**
 * Lets go of what was read. A build reads once: with every syntax tree kept, and read again for `asks`, one of 1,200 cases took 743 s of processor
 * and 6.0 GB; without, and with a larger nursery (`scripts/build.ts`), 412 s and 5.0 GB.
 */
export function forgetCases(): void {
  lastRead.clear();
}

/** A case file of the given name and text, wherever they come from. Decomposed Hangul is read as what it means; the check refuses it. */
export function toCaseFile(name: string, text: string): CaseFile {
  return { slug: name.replace(/\.mdx$/, ''), file: `content/cases/${name}`, text, source: parseCaseSource(text.normalize('NFC')) };
}

/** A case that passed the schema. */
export interface ValidCase {
  slug: string;
  data: CaseData;
}

/** Front matter through the schema; throws with the first issue. For callers that run after the content check. */
export function validateCase(file: CaseFile, vocabulary: Vocabulary): ValidCase {
  const result = createCaseSchema(vocabulary).safeParse(file.source.data);
  if (!result.success) {
    const issue = result.error.issues[0];
    throw new Error(
      `${file.file}: ${issue ? `${issue.path.join('.')} ${issue.message}` : '앞머리가 맞지 않습니다.'} ‘npm run check:content’로 모두 확인하세요.`,
    );
  }
  return { slug: file.slug, data: result.data };
}
