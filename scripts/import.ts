/**
 * `npm run import -- text.txt --book <id> --pages 173-180`: reads the text of a casebook, as a PDF extractor gives it, and writes the draft of
 * a case. `--measure pages.json` holds the drafts of all cases against the finished ones instead.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { todayInKorea } from '../src/content/check/check.ts';
import { readDraft, type ImportOptions } from '../src/content/import/draft.ts';
import { formatMeasures } from '../src/content/import/measure-report.ts';
import { measure } from '../src/content/import/measure.ts';
import { parsePageStarts } from '../src/content/import/pages.ts';
import { decodeCasebook, ImportError } from '../src/content/import/text.ts';
import { findUnjudged } from '../src/content/import/unjudged.ts';
import { writeDraft } from '../src/content/import/write.ts';
import { readContent, validateCase } from '../src/content/read.ts';
import { ContentError } from '../src/content/yaml.ts';
import { parseEntries } from '../src/content/source-check/source.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';

const USAGE = `사용법: npm run import -- 사례집.txt --book manifesto-social-economy-gu --pages 173-180
  --lines 971-1288                  사례가 있는 줄(첫 줄-끝 줄). 글에 쪽 번호가 있으면 적지 않아도 됩니다.
  --page-starts 173:971,174:1039    쪽마다 첫 줄. 글에 쪽 번호가 없을 때 적습니다.
  --municipality "부산광역시 연제구"   글에서 찾지 못했을 때 적습니다.
  --out 초안.mdx                     content/cases 밖에 쓸 때 적습니다.
초안이 얼마나 맞는지 재기: npm run import -- 사례집.txt --book <id> --measure pages.json [사례 …] [--verbose]`;

const OPTIONS = {
  book: { type: 'string' },
  pages: { type: 'string' },
  lines: { type: 'string' },
  'page-starts': { type: 'string' },
  municipality: { type: 'string' },
  out: { type: 'string' },
  measure: { type: 'string' },
  verbose: { type: 'boolean' },
} as const;

function readArguments({ values, positionals }: Arguments): { file: string; options: ImportOptions; out: string | undefined } {
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0 || values.book === undefined || values.pages === undefined) throw new UserError(USAGE);
  const lines = /^(\d+)-(\d+)$/.exec(values.lines ?? '');
  if (values.lines !== undefined && !lines) throw new UserError(`--lines ${values.lines}: 971-1288처럼 ‘첫 줄-끝 줄’을 적어 주세요.`);
  return {
    file,
    out: values.out,
    options: {
      book: values.book,
      pages: values.pages,
      ...(lines ? { lines: { first: Number(lines[1]), last: Number(lines[2]) } } : {}),
      ...(values['page-starts'] === undefined ? {} : { pageStarts: parsePageStarts(values['page-starts']) }),
      ...(values.municipality === undefined ? {} : { municipality: values.municipality }),
    },
  };
}

type Arguments = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const option = /'(-[^' ]+)/.exec((error as Error).message)?.[1] ?? '';
    throw new UserError(`‘${option}’: 없는 옵션이거나 값이 없습니다.\n${USAGE}`);
  }
}

/** The bytes of a file that the maintainer named. Throws UserError. */
export function readGivenFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(code === 'ENOENT' ? `${path}: 파일이 없습니다.` : `${path}: 파일을 읽을 수 없습니다(${code ?? ''}).`);
  }
}

/** Prints how much of the finished cases their drafts hold. */
function measureAll({ values, positionals }: Arguments, pagesFile: string): void {
  const [file, ...slugs] = positionals;
  const { book } = values;
  if (file === undefined || book === undefined) throw new UserError(USAGE);
  const text = decodeCasebook(readGivenFile(file));
  const { files, vocabulary } = readContent('content');
  const entries = parseEntries(new TextDecoder().decode(readGivenFile(pagesFile))).filter(
    ({ slug }) => slugs.length === 0 || slugs.includes(slug),
  );
  const measures = entries.flatMap(({ slug, lines: [first, last], firstPage, lastPage, pages }) => {
    const finished = files.find((one) => one.slug === slug);
    if (!finished) return [];
    const { data } = validateCase(finished, vocabulary);
    const municipality = `${data.province} ${data.municipality}`;
    const options = { book, pages: `${String(firstPage)}-${String(lastPage)}`, lines: { first, last }, municipality };
    const draft = readDraft(text, pages.length === 0 ? options : { ...options, pageStarts: pages }, vocabulary);
    return [[slug, measure(draft, data, finished.text.normalize('NFC'))] as const];
  });
  if (measures.length === 0) throw new UserError(`${pagesFile}: content/cases에 있는 사례가 없습니다.`);
  console.log(formatMeasures(new Map(measures), values.verbose === true));
}

if (import.meta.main)
  await runMain(() => {
    try {
      const given = parse(process.argv.slice(2));
      if (given.values.measure !== undefined) {
        measureAll(given, given.values.measure);
        return Promise.resolve();
      }
      const { file, options, out } = readArguments(given);
      const { vocabulary } = readContent('content');
      const draft = readDraft(decodeCasebook(readGivenFile(file)), options, vocabulary);
      const path = out ?? join('content/cases', `${draft.place.slug}.mdx`);
      if (existsSync(path)) throw new UserError(`${path}: 이미 있는 파일입니다. 다른 곳에 쓰려면 --out을 적어 주세요.`);
      const text = writeDraft(draft, vocabulary, todayInKorea(new Date()));
      writeFileSync(path, text, { flag: 'wx' });
      const { facts, tables } = draft;
      console.log(
        [
          `${path}: 초안을 만들었습니다.`,
          `날짜 ${String(facts.events.length)}개, 금액 ${String(facts.amounts.length)}개, 수치 ${String(facts.counts.length)}개, 조직 ${String(facts.organisations.length)}개, 제도·사업 ${String(facts.instruments.length)}개, 표 ${String(tables.length)}개를 찾았습니다.`,
          ...(draft.unplaced === 0
            ? []
            : [`쪽을 알 수 없는 줄이 ${String(draft.unplaced)}개입니다. 쪽마다 첫 줄을 안다면 --page-starts를 적어 다시 실행해 주세요.`]),
          ...(draft.repaired.length === 0 ? [] : [`겹쳐 찍힌 글자를 고친 줄: ${draft.repaired.join(', ')}. 원문과 대조해 주세요.`]),
          `‘확인:’이 ${String(findUnjudged(text).length)}곳에 있습니다. 원문을 보고 하나씩 고친 뒤 ‘npm run check:content’로 검사해 주세요.`,
        ].join('\n'),
      );
    } catch (error) {
      throw error instanceof ImportError || error instanceof ContentError ? new UserError(error.message) : error;
    }
    return Promise.resolve();
  });
