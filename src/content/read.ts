import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDepartures, type Departures } from './schema/departures.ts';
import { createCaseSchema, type CaseData } from './schema/case.ts';
import { parseCaseSource, type CaseSource } from './source.ts';
import { readVocabulary, type Vocabulary } from './schema/vocabulary.ts';

/** One case file as read from disk, before it is judged. */
export interface CaseFile {
  /** File name without `.mdx`; also the case's address. */
  slug: string;
  /** Path as messages show it: `content/cases/busan-yeonje.mdx`. */
  file: string;
  text: string;
  source: CaseSource;
}

/** The folder `content/` read into memory. */
export interface Content {
  vocabulary: Vocabulary;
  files: CaseFile[];
  /** Files in `content/cases/` that are no case files. */
  strays: string[];
  /** Addresses that have moved and cases that were withdrawn. */
  departures: Departures;
}

/** Reads every file of `content/`, in the order of their names. Throws VocabularyError. */
export function readContent(contentDir: string): Content {
  const casesDir = join(contentDir, 'cases');
  const names = existsSync(casesDir)
    ? readdirSync(casesDir)
        .filter((name) => !name.startsWith('.'))
        .sort()
    : [];
  return {
    vocabulary: readVocabulary(contentDir),
    files: names.filter((name) => name.endsWith('.mdx')).map((name) => readCaseFile(join(casesDir, name))),
    strays: names.filter((name) => !name.endsWith('.mdx')),
    departures: readDepartures(contentDir),
  };
}

function readCaseFile(path: string): CaseFile {
  return toCaseFile(basename(path), readFileSync(path, 'utf8'));
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
      `${file.file}: ${issue ? `${issue.path.join('.')} ${issue.message}` : '앞머리가 맞지 않는다.'} ‘npm run check:content’로 모두 볼 수 있다.`,
    );
  }
  return { slug: file.slug, data: result.data };
}
