/** Turns issues of the schema into words for the person who wrote the file: what is wrong, and what to write instead. */
import { z } from 'zod';
import { nearest } from '../korean/nearest.ts';
import type { LocatedFault } from './fault.ts';
import { guessList, guessValue, type Replacement } from './guess.ts';
import type { YamlSource } from './source.ts';

/** A fault without its file, and what to replace in its line. */
export type Explained = LocatedFault & { replacement?: Replacement };

/** What is wrong with one value. */
type Described = Pick<Explained, 'problem' | 'fix' | 'replacement'>;

/** The faults of one front matter or vocabulary file. A key that is only misspelt is not called missing as well. */
export function explainIssues(issues: readonly z.core.$ZodIssue[], source: YamlSource, schema: z.ZodType): Explained[] {
  const faults: Explained[] = [];
  const misspelt = new Set<string>();
  /** Rows with an unknown key: whether all that they need is there cannot be told. */
  const doubtful = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const accepted = keysAt(schema, issue.path);
    const field = fieldName(source.data, issue.path);
    doubtful.add(issue.path.join('.'));
    for (const key of issue.keys.slice(0, MOST_KEYS)) {
      const meant = nearest(key, accepted);
      if (meant !== undefined) misspelt.add([...issue.path, meant].join('.'));
      faults.push({
        line: source.lineOfKey(issue.path, key),
        field: field === '' ? key : `${field}.${key}`,
        problem: `‘${key}’: 없는 항목입니다.`,
        fix: suggest(meant, '항목', accepted),
        ...(meant === undefined ? {} : { replacement: { from: key, to: meant } }),
      });
    }
  }
  for (const issue of issues.slice(0, MOST_ISSUES)) {
    const value = valueAt(source.data, issue.path);
    if (issue.code === 'unrecognized_keys' || (value === undefined && misspelt.has(issue.path.join('.')))) continue;
    if (ruleOf(issue) !== undefined && doubtful.has(issue.path.join('.'))) continue;
    const field = fieldName(source.data, issue.path);
    // A row whose dash is missing begins with its first field.
    const [first] = wantsList(issue) && typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const line = source.lineAt(first === undefined ? issue.path : [...issue.path, first]);
    faults.push({ line, field: field === '' ? '앞머리' : field, ...describe(issue, value, schema) });
  }
  const left = issues.length - MOST_ISSUES;
  if (left > 0)
    faults.push({
      line: 1,
      field: '파일',
      problem: `이 밖에도 오류가 ${String(left)}건 더 있습니다.`,
      fix: '위의 오류를 고친 뒤 다시 검사하세요.',
    });
  return faults;
}

/** A file with more is another kind of file, or is broken in one way all through. */
const MOST_ISSUES = 200;
/** Unknown keys of one row or file that are told. */
const MOST_KEYS = 20;

function describe(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType): Described {
  const rule = ruleOf(issue);
  if (rule !== undefined) return { problem: rule, fix: issue.message };
  const key = issue.path.at(-1);
  if (key === undefined && value === null) {
    const keys = keysAt(schema, []);
    const [first] = keys;
    return {
      problem: '파일이 비어 있습니다.',
      fix: first === undefined ? issue.message : `${exampleOf([first])}부터 차례로 적으세요. ${suggest(undefined, '항목', keys)}`,
    };
  }
  if (value === undefined) return { problem: `‘${String(key)}’ 행이 빠졌습니다.`, fix: `${exampleOf(issue.path)} 형식으로 적으세요.` };
  if (value === null || (typeof value === 'string' && value.trim() === '')) {
    const remedy = isOptional(schema, issue.path) ? ' 적을 것이 없으면 이 행을 지우세요.' : '';
    return typeof key === 'number'
      ? { problem: `목록의 ${String(key + 1)}번째 값이 비어 있습니다.`, fix: '‘-’ 뒤에 값을 적거나 이 행을 지우세요.' }
      : { problem: `‘${String(key)}’의 값이 비어 있습니다.`, fix: `${exampleOf(issue.path)} 형식으로 적으세요.${remedy}` };
  }
  const accepted = acceptedValues(issue);
  if (accepted !== undefined && typeof value === 'string') {
    const meant = nearest(value, accepted);
    const more = ADDED_IN[String(key)];
    return {
      problem: `‘${value}’: 정해진 값이 아닙니다.`,
      fix: suggest(meant, '값', accepted, more),
      ...(meant === undefined ? {} : { replacement: { from: value, to: meant } }),
    };
  }
  const keys = keysAt(schema, issue.path);
  if (issue.code === 'invalid_type' && keys.length > 0)
    return { problem: `${show(value)}: ‘항목: 값’의 묶음이 아닙니다.`, fix: suggest(undefined, '항목', keys) };
  if (issue.code === 'invalid_key')
    return { problem: `‘${String(key)}’: 쓸 수 없는 항목입니다.`, fix: issue.issues[0]?.message ?? issue.message };
  const replacement = wantsList(issue) ? guessList(value) : guessValue(key, value);
  return { problem: `${show(value)}: 쓸 수 없는 값입니다.`, fix: issue.message, ...(replacement && { replacement }) };
}

const wantsList = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_type' && issue.expected === 'array';

/** What is wrong with a row as a whole; see `forms.ts`. */
function ruleOf(issue: z.core.$ZodIssue): string | undefined {
  const problem: unknown = issue.code === 'custom' ? issue.params?.['problem'] : undefined;
  return typeof problem === 'string' ? problem : undefined;
}

/** Where a value is added that the lists do not have yet. */
const ADDED_IN: Readonly<Record<string, string>> = {
  casebook: '새 사례집이면 content/casebooks/에 파일을 추가하세요.',
  municipality: '새 지자체이면 content/vocabulary/places.yaml에 추가하세요.',
  province: '새 지역이면 content/vocabulary/places.yaml에 추가하세요.',
};

/**
 * What to write instead: the nearest accepted word, otherwise all of them.
 * @param more a further sentence
 */
export function suggest(
  meant: string | undefined,
  what: '항목' | '값' | '열' | 'id' | '위치',
  accepted: readonly string[],
  more?: string,
): string {
  const all = accepted.length === 0 ? `쓸 수 있는 ${what}: 아직 없습니다` : `쓸 수 있는 ${what}: ${listed(accepted)}`;
  const first = meant === undefined ? '' : `이렇게 고치세요: ‘${meant}’. `;
  return first + all + (more === undefined ? '' : `. ${more}`);
}

/** Past this many, a list helps nobody. */
const LONGEST_LIST = 40;

/** `가, 나, 다`; of a long list only the beginning. */
export function listed(values: readonly string[]): string {
  if (values.length <= LONGEST_LIST) return values.join(', ');
  return `${values.slice(0, LONGEST_LIST).join(', ')} … (모두 ${String(values.length)}개)`;
}

function acceptedValues(issue: z.core.$ZodIssue): readonly string[] | undefined {
  if (issue.code === 'custom') return issue.params?.['accepted'] as readonly string[] | undefined;
  if (issue.code === 'invalid_value' && issue.values.every((value) => typeof value === 'string')) return issue.values;
  return undefined;
}

function show(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return `‘${String(value)}’`;
  return Array.isArray(value) ? '목록' : '묶음';
}

/** Lines to copy, by key or, where the same key means different things, by list and key. */
const EXAMPLES: Readonly<Record<string, string>> = {
  title: 'title: 사례의 제목',
  province: 'province: 부산광역시',
  municipality: 'municipality: 연제구',
  tier: 'tier: 구',
  sector: 'sector: 사회적경제',
  pledges: 'pledges:’와 그 아래 행 ‘  - text: 공약의 글',
  casebook: 'casebook: manifesto-social-economy-gu',
  pages: 'pages: 173-180',
  summary: 'summary: 두세 문장으로 쓴 요약',
  topics: 'topics:’와 그 아래 행 ‘  - 노인 일자리',
  published: 'published: "2026-11-22"',
  updated: 'updated: "2026-11-22"',
  start: 'start: "2016-11"',
  end: 'end: "2017-06"',
  date: 'date: "2017-06"',
  what: 'what: 수정한 내용',
  why: 'why: 수정 사유',
  id: 'id: opening-day',
  page: 'page: 173',
  label: 'label: 조합원 수',
  value: 'value: 70000',
  unit: 'unit: 명',
  name: 'name: 부산연제시니어클럽',
  role: 'role: 협약기관으로, 노인 일자리를 맡았다.',
  part: 'part: 협약',
  caption: 'caption: 층별 시설 배치',
  columns: 'columns: [층별, 내용, 비고]',
  rows: 'rows: |’와 그 아래 행 ‘      | 1층 | 카페 | - |',
  topic: 'topic: 분야',
  readings: 'readings:’와 그 아래 행 ‘      - page: 173’, ‘        text: 적힌 내용',
  text: 'text: 적힌 내용',
  values: 'values: [기업 수]',
  'events.title': 'title: 개소식',
  'figures.kind': 'kind: 현황',
  'organisations.kind': 'kind: 복지기관',
  'instruments.kind': 'kind: 조례',
  'instruments.name': 'name: 노인복지법 제23조',
  'notes.kind': 'kind: 불일치',
  'chart.kind': 'kind: 막대',
  'chart.label': 'label: 구분',
};

function exampleOf(path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part === 'string');
  const key = names.at(-1) ?? '';
  return `‘${EXAMPLES[names.slice(-2).join('.')] ?? EXAMPLES[key] ?? `${key}: 값`}’`;
}

/** `figures.coupons.page` for the path `figures, 7, page`: rows are called by their id, other lists by counting from 1. */
function fieldName(data: unknown, path: readonly PropertyKey[]): string {
  return path
    .map((part, depth) => {
      if (typeof part !== 'number') return String(part);
      const id = valueAt(data, [...path.slice(0, depth + 1), 'id']);
      return typeof id === 'string' ? id : String(part + 1);
    })
    .join('.');
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined),
    data,
  );
}

/** The keys a strict object accepts at a path of the schema; none where the schema wants no object. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const here = unwrap(schemaAt(schema, path));
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
}

function isOptional(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  const here = schemaAt(schema, path);
  return here instanceof z.ZodOptional || here instanceof z.ZodDefault;
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((outer, key) => {
    const here = unwrap(outer);
    if (here instanceof z.ZodObject) return (here.shape as Record<PropertyKey, unknown>)[key];
    if (here instanceof z.ZodRecord) return here.valueType;
    return here instanceof z.ZodArray ? here.element : undefined;
  }, schema);
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap()) : schema;
}
