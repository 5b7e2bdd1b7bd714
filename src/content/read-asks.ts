/**
 * `asks` of cases that passed the check, without reading the rest of them again: the whole front matter took 4.9 s of a build of 120 cases.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { listCaseFiles } from './read.ts';
import { asksSchema } from './schema/case.ts';
import { cutCaseSource } from './source.ts';

/** The key with what is indented below it. */
const ASKS = /^asks:.*\n(?:[ \t-].*\n|\s*\n)*/m;

/** Slug → what its passages answer in words that are not their own, in the order of the file. */
export function readAsks(contentDir: string): ReadonlyMap<string, readonly { passage: string; text: string }[]> {
  return new Map(listCaseFiles(contentDir).map((path) => [basename(path, '.mdx'), readOwn(readFileSync(path, 'utf8'))]));
}

function readOwn(text: string) {
  const { frontMatter = '' } = cutCaseSource(text.normalize('NFC')) ?? {};
  const [lines] = ASKS.exec(`${frontMatter}\n`) ?? [];
  return asksSchema.parse((lines === undefined ? {} : (parse(lines) as { asks?: unknown })).asks ?? []);
}
