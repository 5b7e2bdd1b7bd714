/**
 * `asks` of cases that passed the check, without reading the rest of them again: at 120 cases 0.3 s of a build where the whole front matter
 * takes 4.9.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { asksSchema } from './schema/case.ts';
import { cutCaseSource } from './source.ts';

/** The key with what is indented below it. */
const ASKS = /^asks:.*\n(?:[ \t-].*\n|\s*\n)*/m;

/** Slug → what its passages answer in words that are not their own, in the order of the file. */
export function readAsks(contentDir: string): ReadonlyMap<string, readonly { passage: string; text: string }[]> {
  const dir = join(contentDir, 'cases');
  const names = readdirSync(dir).filter((name) => name.endsWith('.mdx') && !name.startsWith('.'));
  return new Map(names.sort().map((name) => [name.replace(/\.mdx$/, ''), readOwn(readFileSync(join(dir, name), 'utf8'))]));
}

function readOwn(text: string) {
  const { frontMatter = '' } = cutCaseSource(text.normalize('NFC')) ?? {};
  const [lines] = ASKS.exec(`${frontMatter}\n`) ?? [];
  return asksSchema.parse((lines === undefined ? {} : (parse(lines) as { asks?: unknown })).asks ?? []);
}
