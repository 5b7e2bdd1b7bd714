/**
 * Every file under `content/` with slips and attacks of every kind: the check never throws, what it says is Korean and points into a file, and
 * what cannot be meant is always told, in the file where it stands.
 */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkContent } from '../../src/content/check/check.ts';
import type { Fault } from '../../src/content/fault.ts';
import { openContent, readContent, toCaseFile, type Content } from '../../src/content/read.ts';
import { NO_OTHERS } from '../content/sample.ts';
import { seed, type Random } from './random.ts';

const TODAY = '2099-01-01';
/** Mutants by chance of each file, besides one of each kind that must be told; a whole folder takes ten times as long to check as one case. */
const BY_CHANCE = { case: 85, other: 25 };
/** Groups of synonyms that stay: the check reads all of them for every mutant of another file, and they are all alike. */
const SYNONYM_GROUPS = 25;

interface Slip {
  readonly name: string;
  /** Undefined where the text has no place for it. */
  readonly apply: (text: string, random: Random) => string | undefined;
  /** False: it may be meant, so that silence is right too. */
  readonly isSure: boolean;
}

const changeLine = (text: string, random: Random, matches: RegExp, change: (line: string) => string): string | undefined => {
  const lines = text.split('\n');
  const places = lines.flatMap((line, at) => (matches.test(line) ? [at] : []));
  if (places.length === 0) return undefined;
  const at = random.pick(places);
  return lines.with(at, change(lines[at] ?? '')).join('\n');
};
/** A key with a value on its line, outside a block of text: two spaces of indent at most, as authors write them. */
const PAIR = /^(?:- | {2}| {2}- | {4})?[a-zA-Z][\w-]*: [^|>\s#]/;
const value = (line: string, other: string): string => line.replace(/: .*/, `: ${other}`);
const cut = (text: string, random: Random): number => 1 + random.below(Math.max(1, text.length - 1));

const isYaml = (text: string) => !text.trimStart().startsWith('{');
const inYaml =
  (apply: Slip['apply']): Slip['apply'] =>
  (text, random) =>
    isYaml(text) ? apply(text, random) : undefined;

/** Cannot be meant, wherever they stand. */
const SURE: readonly (readonly [name: string, apply: Slip['apply']])[] = [
  ['an unknown key', inYaml((text, random) => changeLine(text, random, /^[a-z]\w*: \S/, (line) => `${line}\nnoSuchKey: 1`))],
  [
    'a mark of a merge',
    (text, random) => changeLine(text, random, /^.*\S/, (line) => `<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> other`),
  ],
  [
    'a tab as an indent',
    inYaml((text, random) => changeLine(text, random, /^ {2}(?:- )?[a-z]\w*:/, (line) => line.replace(/^ {2}/, '\t'))),
  ],
  ['a quote left open', inYaml((text, random) => changeLine(text, random, PAIR, (line) => value(line, '"열린 따옴표')))],
  ['a map for a text', inYaml((text, random) => changeLine(text, random, PAIR, (line) => value(line, '{ a: { b: [1] } }')))],
  ['a list for a text', inYaml((text, random) => changeLine(text, random, PAIR, (line) => value(line, '[[[[1]]]]')))],
  [
    'a letter that turns the line around, escaped',
    inYaml((text, random) => changeLine(text, random, PAIR, (line) => value(line, '"가\\u202E나"'))),
  ],
  ['a null letter, escaped', inYaml((text, random) => changeLine(text, random, PAIR, (line) => value(line, '"가\\0나"')))],
  ['half of a pair of letters, escaped', inYaml((text, random) => changeLine(text, random, PAIR, (line) => value(line, '"가\\uD800나"')))],
  ['an anchor of YAML', inYaml((text, random) => changeLine(text, random, PAIR, (line) => value(line, '&a 가')))],
  ['an alias of YAML', inYaml((text, random) => changeLine(text, random, PAIR, (line) => value(line, '*a')))],
  ['a tag of YAML', inYaml((text, random) => changeLine(text, random, PAIR, (line) => value(line, '!!js/function "f"')))],
  ['a key twice', inYaml((text, random) => changeLine(text, random, /^[a-z]\w*: \S/, (line) => `${line}\n${line}`))],
  ['a letter of control', (text, random) => changeLine(text, random, /[가-힣]/, (line) => line.replace(/[가-힣]/, '$&\u0007'))],
  ['the end of JSON cut off', (text) => (isYaml(text) ? undefined : text.slice(0, Math.floor(text.length / 2)))],
  ['a comma too many in JSON', (text) => (isYaml(text) ? undefined : text.replace(/\n?\}\s*$/, ',}'))],
  ['nothing at all', () => ''],
  ['only spaces', () => ' \n\n '],
  ['another kind of file', () => '<!doctype html><title>404</title>'],
  ['ten thousand lists in each other', () => '['.repeat(10_000)],
  ['fifty thousand keys', () => Array.from({ length: 50_000 }, (_, at) => `k${String(at)}: 1`).join('\n')],
];

/** May be meant, or may do no harm. */
const CHANCE: readonly (readonly [name: string, apply: (text: string, random: Random) => string])[] = [
  [
    'a line gone',
    (text, random) =>
      text
        .split('\n')
        .toSpliced(random.below(text.split('\n').length), 1)
        .join('\n'),
  ],
  ['a line twice', (text, random) => changeLine(text, random, /./, (line) => `${line}\n${line}`) ?? text],
  [
    'two lines exchanged',
    (text, random) => {
      const lines = text.split('\n');
      const at = random.below(Math.max(1, lines.length - 1));
      return lines
        .with(at, lines[at + 1] ?? '')
        .with(at + 1, lines[at] ?? '')
        .join('\n');
    },
  ],
  [
    'a letter gone',
    (text, random) => {
      const at = cut(text, random);
      return text.slice(0, at) + text.slice(at + 1);
    },
  ],
  [
    'a sign put in',
    (text, random) => {
      const at = cut(text, random);
      return (
        text.slice(0, at) +
        random.pick([
          ':',
          '#',
          '-',
          '"',
          "'",
          '|',
          '{',
          '<',
          '>',
          '[',
          '%',
          '`',
          '\\',
          '\u00A0',
          '\uFEFF',
          '\u200B',
          '\u2028',
          '0',
          '½',
          '①',
          'Ａ',
        ]) +
        text.slice(at)
      );
    },
  ],
  ['the rest gone', (text, random) => text.slice(0, cut(text, random))],
  ['a line moved in', (text, random) => changeLine(text, random, /./, (line) => ` ${line}`) ?? text],
  ['a value gone', (text, random) => changeLine(text, random, PAIR, (line) => value(line, '')) ?? text],
  [
    'a value of another kind',
    (text, random) =>
      changeLine(text, random, PAIR, (line) =>
        value(
          line,
          random.pick([
            'null',
            'true',
            '-5',
            '0o17',
            '1e400',
            '2016-02-30',
            '"9999-12-31"',
            '~',
            '가',
            "''",
            '99999999999999999999',
            '"<script>"',
            'NaN',
            '- a',
            '2017-1-1',
            '<b>가</b>',
          ]),
        ),
      ) ?? text,
  ],
  [
    'a number changed',
    (text, random) => changeLine(text, random, /\d/, (line) => line.replace(/\d+/, String(random.below(100_000)))) ?? text,
  ],
  ['ends of lines of Windows', (text) => text.replaceAll('\n', '\r\n')],
  ['decomposed letters', (text) => text.normalize('NFD')],
  ['a mark of the order of bytes', (text) => `\uFEFF${text}`],
];

/** Content of a case alone: what the case files lack of the ledgers is not asked for. */
let content: Content;
/** Holds everything but the cases, of which one is enough. */
let folder: string;
let before: ReadonlySet<string>;
const keyOf = ({ file, field, problem }: Fault) => `${file} ${field} ${problem}`;

beforeAll(() => {
  content = readContent('content');
  folder = mkdtempSync(join(tmpdir(), 'content-'));
  const [smallest = ''] = globSync('content/cases/*.mdx').toSorted((a, b) => statSync(a).size - statSync(b).size);
  cpSync('content', folder, { recursive: true, filter: (path) => !path.endsWith('.mdx') || basename(path) === basename(smallest) });
  const synonyms = join(folder, 'vocabulary/synonyms.yaml');
  writeFileSync(
    synonyms,
    readFileSync(synonyms, 'utf8')
      .split(/(?=^- id: )/m)
      .slice(0, SYNONYM_GROUPS)
      .join(''),
  );
  before = new Set(checkContent(openContent(folder), TODAY).map(keyOf));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** New faults that the text of a file brings. */
function checkText(name: string, text: string): Fault[] {
  if (name.startsWith('cases/')) {
    const file = toCaseFile(basename(name), text);
    return checkContent({ ...content, files: [file], others: () => NO_OTHERS }, TODAY);
  }
  const path = join(folder, name);
  const whole = readFileSync(path);
  try {
    writeFileSync(path, text);
    return checkContent(openContent(folder), TODAY).filter((fault) => !before.has(keyOf(fault)));
  } finally {
    writeFileSync(path, whole);
  }
}

/** What is wrong with what the check says. */
function judge(name: string, slip: string, isSure: boolean, text: string, faults: readonly Fault[]): string[] {
  const lines = text.split('\n').length;
  const own = `content/${name}`;
  const wrong = (what: string, { file, line, problem, fix }: Fault) =>
    `${name}, ${slip}: ${what}: ${file}:${String(line)} ${problem} ${fix}`;
  const leftover = /\b(?:[Ee]xpected|[Rr]eceived|[Ii]nvalid|undefined|NaN|[A-Z]\w*Error|at line|ENOENT|EISDIR)\b|\[object/;
  return [
    ...(isSure && !faults.some(({ file }) => file === own) ? [`${name}, ${slip}: not told`] : []),
    ...faults.flatMap((fault) => [
      ...(/[가-힣]/.test(fault.problem) && /[가-힣]/.test(fault.fix) ? [] : [wrong('not Korean', fault)]),
      ...(leftover.test(`${fault.problem} ${fault.fix}`.replaceAll(/‘[^’]*’/g, '')) ? [wrong('words of a library', fault)] : []),
      ...(fault.file === own && (fault.line < 1 || fault.line > lines + 1) ? [wrong('points outside the file', fault)] : []),
      ...(fault.file.startsWith('content/') ? [] : [wrong('names no file', fault)]),
    ]),
  ];
}

test('1,500 mutants and more', { timeout: 600_000 }, () => {
  const names = globSync('**/*.{mdx,yaml,json}', { cwd: 'content' }).sort();
  const random = seed(1_546);
  const wrong: string[] = [];
  let count = 0;
  for (const name of names) {
    const isCase = name.startsWith('cases/');
    const text = readFileSync(join(isCase ? 'content' : folder, name), 'utf8');
    const slips: Slip[] = [
      ...SURE.map(([slip, apply]) => ({ name: slip, apply, isSure: true })),
      ...Array.from({ length: isCase ? BY_CHANCE.case : BY_CHANCE.other }, () => random.pick(CHANCE)).map(([slip, apply]) => ({
        name: slip,
        apply,
        isSure: false,
      })),
    ];
    for (const { name: slip, apply, isSure } of slips) {
      const mutant = apply(text, random);
      if (mutant === undefined || mutant === text) continue;
      count += 1;
      try {
        wrong.push(...judge(name, slip, isSure, mutant, checkText(name, mutant)).slice(0, 2));
      } catch (error) {
        wrong.push(`${name}, ${slip}: threw ${error instanceof Error ? error.message.slice(0, 120) : String(error)}`);
      }
    }
  }
  console.log(`mutants: ${String(count)} of ${String(names.length)} files, ${String(wrong.length)} wrong`);
  expect(count).toBeGreaterThanOrEqual(1_500);
  expect(wrong).toEqual([]);
});
