/** A whole `content/` folder made of the sample, for tests of what stands in files. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkContent } from '../../src/content/check/check.ts';
import type { Fault } from '../../src/content/fault.ts';
import { openContent } from '../../src/content/read.ts';
import { OTHER_SAMPLE, SAMPLE, SAMPLE_FOLDER } from './sample.ts';

/** Name below `content/` → its text or bytes, or an edit of the text that is there. */
export type Edits = Readonly<Record<string, string | Buffer | ((text: string) => string)>>;

export const TODAY = '2026-12-01';

const made: string[] = [];

/** Makes a folder with two cases and the given changes. Returns its path; `removeFolders` takes it away. */
export function makeFolder(edits: Edits = {}): string {
  const dir = mkdtempSync(join(tmpdir(), 'content-'));
  made.push(dir);
  cpSync(SAMPLE_FOLDER, dir, { recursive: true });
  mkdirSync(join(dir, 'cases'));
  writeFileSync(join(dir, 'cases/busan-yeonje.mdx'), SAMPLE);
  writeFileSync(join(dir, 'cases/busan-sasang.mdx'), OTHER_SAMPLE);
  for (const [name, text] of Object.entries(edits)) {
    const path = join(dir, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof text === 'function' ? text(readFileSync(path, 'utf8')) : text);
  }
  return dir;
}

/** Takes away every folder made so far. */
export function removeFolders(): void {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
}

/** Faults of the folder, all its files included. */
export function checkFolder(dir: string): Fault[] {
  return checkContent(openContent(dir), TODAY);
}

/** Faults of a folder with the given changes, one line each: `file:line field | problem | fix`. */
export function faultsWith(edits: Edits): string[] {
  return checkFolder(makeFolder(edits)).map(
    ({ file, line, field, problem, fix }) => `${file}:${String(line)} ${field} | ${problem} | ${fix}`,
  );
}
