/**
 * `npm run check:source -- text.txt [--pages pages.json] [slug …] [--verbose]`: holds the case files against the text of the casebook, which is
 * kept outside this repository. Exits 1 when a file has values, sentences or pages that it cannot have from there.
 */
import { parseArgs } from 'node:util';
import { decodeCasebook, ImportError } from '../src/content/import/text.ts';
import { sliceOfPages } from '../src/content/import/pages.ts';
import { parsePages } from '../src/content/pages.ts';
import { parseBody } from '../src/content/prose.ts';
import { type CaseFile, readContent, validateCase } from '../src/content/read.ts';
import type { Vocabulary } from '../src/content/schema/vocabulary.ts';
import { findAstray, readPages } from '../src/content/source-check/astray.ts';
import { compareCase, type Comparison, type Finding } from '../src/content/source-check/compare.ts';
import { ContentError } from '../src/content/yaml.ts';
import { cutSource, parseEntries, type SourceEntry } from '../src/content/source-check/source.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';
import { readGivenFile } from './import.ts';

const USAGE = `사용법: npm run check:source -- 사례집.txt [--pages pages.json] [사례 …] [--verbose]
  --pages pages.json   사례마다 줄과 쪽을 적은 파일. 글에 쪽 번호가 다 있으면 적지 않아도 됩니다.
  --verbose            열두 줄이 넘는 목록도 모두 보입니다.`;
const SHOWN = 12;
type Lists = Comparison & { astray: readonly Finding[] };
const LISTS: readonly (readonly [keyof Lists, string, grave: boolean])[] = [
  ['missing', '빠진 값', false],
  ['names', '빠진 이름', false],
  ['invented', '원문에 없는 값', true],
  ['verbatim', '그대로 옮긴 글', true],
  ['pages', '범위 밖의 쪽', true],
  ['astray', '그 쪽에 없는 값', false],
];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { pages: { type: 'string' }, verbose: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    const option = /'(-[^' ]+)/.exec((error as Error).message)?.[1] ?? '';
    throw new UserError(`‘${option}’: 없는 옵션이거나 값이 없습니다.\n${USAGE}`);
  }
}

/** The entry of a case, from pages.json or from the page numbers in the text. */
function entryOf(
  file: CaseFile,
  vocabulary: Vocabulary,
  entries: readonly SourceEntry[] | undefined,
  lines: readonly string[],
): SourceEntry | undefined {
  if (entries) return entries.find(({ slug }) => slug === file.slug);
  const [own] = parsePages(validateCase(file, vocabulary).data.pages) ?? [];
  if (!own) return undefined;
  const { first, last } = sliceOfPages(lines, own);
  return { slug: file.slug, lines: [first, last], firstPage: own.first, lastPage: own.last, pages: [] };
}

function compare(file: CaseFile, vocabulary: Vocabulary, entry: SourceEntry, lines: readonly string[]): Lists {
  const { data } = validateCase(file, vocabulary);
  const body = parseBody(file.source.body, file.source.bodyLine);
  const own = { first: entry.firstPage, last: entry.lastPage };
  const comparison = compareCase(data, body, file.text.normalize('NFC'), cutSource(lines, entry.lines), own);
  return { ...comparison, astray: findAstray(data, readPages(lines, entry)) };
}

function print(slug: string, comparison: Lists, verbose: boolean): void {
  console.log(`${slug}: ${LISTS.map(([key, name]) => `${name} ${String(comparison[key].length)}`).join(', ')}`);
  for (const [key, name] of LISTS) {
    const all = comparison[key];
    const shown = verbose ? all : all.slice(0, SHOWN);
    for (const { text, where } of shown) console.log(`  ${name}: ${text} (${where})`);
    if (shown.length < all.length) console.log(`  ${name}: … ${String(all.length - shown.length)}개 더 있습니다(--verbose).`);
  }
}

if (import.meta.main)
  await runMain(() => {
    try {
      const { values, positionals } = parse(process.argv.slice(2));
      const [path, ...slugs] = positionals;
      if (path === undefined) throw new UserError(USAGE);
      const lines = decodeCasebook(readGivenFile(path)).split('\n');
      const entries = values.pages === undefined ? undefined : parseEntries(new TextDecoder().decode(readGivenFile(values.pages)));
      const { files, vocabulary } = readContent('content');
      const unknown = slugs.find((slug) => !files.some((file) => file.slug === slug));
      if (unknown !== undefined) throw new UserError(`‘${unknown}’: content/cases에 없는 사례입니다.`);
      for (const file of files.filter(({ slug }) => slugs.length === 0 || slugs.includes(slug))) {
        const entry = entryOf(file, vocabulary, entries, lines);
        if (!entry) {
          console.log(`${file.slug}: --pages의 파일에 없는 사례입니다.`);
          continue;
        }
        const comparison = compare(file, vocabulary, entry, lines);
        print(file.slug, comparison, values.verbose === true);
        if (LISTS.some(([key, , grave]) => grave && comparison[key].length > 0)) process.exitCode = 1;
      }
    } catch (error) {
      throw error instanceof ImportError || error instanceof ContentError ? new UserError(error.message) : error;
    }
    return Promise.resolve();
  });
