import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { explainIssues, listed, suggest } from '../../src/content/explain.ts';
import { createCaseSchema } from '../../src/content/schema/case.ts';
import { sampleFile, vocabulary } from './sample.ts';

const schema = createCaseSchema(vocabulary);
const { data } = sampleFile().source;

type Path = (string | number)[];

/** Every place in plain data, lists and rows included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  const below =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]))
      : [];
  return path.length === 0 ? below : [path, ...below];
}

/** The same data with another value at one place. */
function withValue(source: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(source);
  const parent = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)[key], copy);
  (parent as Record<PropertyKey, unknown>)[path.at(-1) ?? ''] = value;
  return copy;
}

function explain(spoilt: unknown) {
  const { error } = schema.safeParse(spoilt);
  return explainIssues(error?.issues ?? [], { data: spoilt, lineAt: () => 1, lineOfKey: () => 1, problems: [] }, schema);
}

describe('every wrong type at every place is told in Korean', () => {
  const places = pathsOf(data);

  test.for([[3], ['글'], [true], [null], [[]], [['가', '나']], [{}], [{ colour: 'red' }], [-1.5], [''], ['2016-02-30'], [1e300]])(
    '%j',
    ([wrong]) => {
      const refused = places.filter((path) => {
        const faults = explain(withValue(data, path, wrong));
        for (const { field, problem, fix } of faults) {
          const words = `${field}: ${problem} ${fix}`;
          expect(fix, words).toMatch(/[가-힣]/);
          expect(problem, words).toMatch(/[가-힣].*\.$/);
          expect(words).not.toMatch(/\b(?:[Ii]nvalid|expected|received|undefined|null|NaN|Too)\b|\[object/);
        }
        return faults.length > 0;
      });
      // Text is right in many places, the other things nearly nowhere.
      expect(refused.length).toBeGreaterThan(places.length / 4);
    },
  );
});

test('every line that must be there is missed with a line to copy', () => {
  // Of amounts and times there is one of several keys; see "which keys stand together".
  const required = pathsOf(data)
    .filter((path) => typeof path.at(-1) === 'string' && !['value', 'date'].includes(String(path.at(-1))))
    .filter((path) => explain(withValue(data, path, undefined)).length > 0);
  expect(required.length).toBeGreaterThan(40);
  for (const path of required) {
    const [fault] = explain(withValue(data, path, undefined));
    const key = String(path.at(-1));
    expect(fault?.problem).toBe(`‘${key}’ 행이 빠졌습니다.`);
    expect(fault?.fix).toMatch(new RegExp(`^‘${key}:.*’ 형식으로 적으세요\\.$`));
    expect(fault?.fix).not.toBe(`‘${key}: 값’ 형식으로 적으세요.`);
  }
});

test('rows are called by their id, other lists by counting from 1', () => {
  expect(explain(withValue(data, ['figures', 1, 'unit'], 3))[0]?.field).toBe('figures.walk.unit');
  expect(explain(withValue(data, ['topics', 0], 3))[0]?.field).toBe('topics.1');
});

test('an empty value may be left out only where the line may', () => {
  expect(explain(withValue(data, ['figures', 0, 'note'], null))[0]?.fix).toContain('이 행을 지우세요');
  expect(explain(withValue(data, ['figures', 0, 'unit'], null))[0]?.fix).not.toContain('지우세요');
});

test('the nearest accepted word comes first, then all of them', () => {
  expect(suggest('구', '값', ['시', '군', '구'])).toBe('이렇게 고치세요: ‘구’. 쓸 수 있는 값: 시, 군, 구');
  expect(suggest(undefined, '열', ['가', '나'])).toBe('쓸 수 있는 열: 가, 나');
  expect(suggest(undefined, '값', ['가'], '더 적으세요.')).toBe('쓸 수 있는 값: 가. 더 적으세요.');
  expect(suggest(undefined, 'id', [])).toBe('쓸 수 있는 id: 아직 없습니다');
});

test('of thousands of faults the first are told, and how many are left', () => {
  const rows = z.array(z.string());
  const source = { data: Array.from({ length: 5000 }, () => 3), lineAt: () => 1, lineOfKey: () => 1, problems: [] };
  const faults = explainIssues(rows.safeParse(source.data).error?.issues ?? [], source, rows);
  expect(faults.length).toBeLessThan(300);
  expect(faults.at(-1)?.problem).toMatch(/4800건/);
});

test('of a long list only the beginning is printed', () => {
  const names = Array.from({ length: 50 }, (_, index) => `n${String(index)}`);
  expect(listed(names)).toMatch(/^n0, .*n39 … \(모두 50개\)$/);
  expect(listed(names.slice(0, 3))).toBe('n0, n1, n2');
});

test('an object that some other schema wants is explained too', () => {
  const other = z.strictObject({ id: z.string(), name: z.string() });
  const source = { data: { id: 'a', nmae: 'b' }, lineAt: () => 7, lineOfKey: () => 9, problems: [] };
  expect(explainIssues(other.safeParse(source.data).error?.issues ?? [], source, other)).toEqual([
    {
      line: 9,
      field: 'nmae',
      problem: '‘nmae’: 없는 항목입니다.',
      fix: '이렇게 고치세요: ‘name’. 쓸 수 있는 항목: id, name',
      replacement: { from: 'nmae', to: 'name' },
    },
  ]);
});
