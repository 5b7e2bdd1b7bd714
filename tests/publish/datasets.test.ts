import { describe, expect, test } from 'vitest';
import { datasets } from '../../src/publish/datasets/all.ts';
import { datasetCsv, datasetJson, type Dataset } from '../../src/publish/datasets/dataset.ts';
import { readContent, validateCase } from '../../src/content/read.ts';
import { csvCell, toCsv } from '../../src/publish/csv.ts';
import { describePackage } from '../../src/publish/datapackage.ts';
import { readCsv } from './read-csv.ts';

const content = readContent('content');
const cases = content.files.map((file) => validateCase(file, content.vocabulary));
const context = {
  vocabulary: content.vocabulary,
  link: (path: string, anchor?: string) => `https://example.kr${path}${anchor === undefined ? '' : `#${anchor}`}`,
};
const named = (name: string): Dataset => {
  const found = datasets.find((set) => set.name === name);
  if (!found) throw new Error(name);
  return found;
};

describe('a CSV cell', () => {
  test.each([
    ['=1+1', `"'=1+1"`],
    ['+82-2-1234', `"'+82-2-1234"`],
    ['-', `"'-"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"' =1"`],
    ['\r=1', `"' =1"`],
    ['=cmd|"/c calc"!A1', `"'=cmd|""/c calc""!A1"`],
  ])('%j cannot run as a formula', (text, written) => {
    expect(csvCell(text)).toBe(written);
  });

  test.each(['3-3-1', '10-12', '1/2', '2016-11', '2016-1', '12-31-99'])('%s becomes no other date', (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`);
  });

  test.each(['2016-11-01', '2016', '173-180', '173, 176-177', '02-123-4567', '1-2-3-4', '광산-1'])('%s stays as it is', (text) => {
    expect(csvCell(text)).toBe(`"${text}"`);
  });

  test('has nothing added for a program', () => {
    expect(['=1+1', '3-3-1', '2016-11', '"', '가\n나'].map((text) => csvCell(text, 'program'))).toEqual([
      '"=1+1"',
      '"3-3-1"',
      '"2016-11"',
      '""""',
      '"가 나"',
    ]);
    expect(toCsv(['가'], [['=1']], 'program')).toBe('"가"\r\n"=1"\r\n');
  });

  test('numbers stay numbers, also negative ones and those that are texts', () => {
    expect([csvCell(-5), csvCell(1.5), csvCell('-5'), csvCell('+3.25')]).toEqual(['-5', '1.5', '"-5"', '"+3.25"']);
  });

  test('a record is one line whatever stands in it', () => {
    expect(toCsv(['가'], [['한 줄\n두 줄\r\n세 줄']])).toBe('\ufeff"가"\r\n"한 줄 두 줄 세 줄"\r\n');
  });
});

describe.each(datasets.map((set) => [set.name, set] as const))('%s', (_, set) => {
  const csv = datasetCsv(set, cases, context);
  const [header = [], ...records] = readCsv(csv.replace(/^\ufeff/, ''));
  const json = JSON.parse(datasetJson(set, cases, context)) as Record<string, unknown>[];

  test('begins with a byte order mark and names its columns in order', () => {
    expect(csv.startsWith('\ufeff"case",')).toBe(true);
    expect(header).toEqual(set.columns.map(({ name }) => name));
    expect(new Set(header).size).toBe(header.length);
  });

  test('says the same in CSV and JSON', () => {
    expect(records.length).toBe(json.length);
    expect(records.length).toBeGreaterThan(0);
    records.forEach((record, index) => {
      expect(record.length).toBe(header.length);
      const said = Object.values(json[index] ?? {}).map((value) =>
        value === null ? '' : Array.isArray(value) ? value.join('; ') : String(value as string | number | boolean),
      );
      expect(record.map((cell) => cell.replace(/^'(?=[=+\-@\d])/, ''))).toEqual(said);
    });
  });

  test('says the same to a program, without a byte order mark', () => {
    const [plainHeader, ...plain] = readCsv(datasetCsv(set, cases, context, 'program'));
    expect(plainHeader).toEqual(header);
    plain.forEach((record, index) => {
      expect(record).toEqual(
        Object.values(json[index] ?? {}).map((value) =>
          value === null ? '' : Array.isArray(value) ? value.join('; ') : String(value as string | number | boolean),
        ),
      );
    });
  });

  test('names the municipality of every record', () => {
    for (const record of json) {
      const data = cases.find(({ slug }) => slug === record['case'])?.data;
      expect([record['province'], record['municipality']]).toEqual([data?.province, data?.municipality]);
    }
  });

  test('every record has a key of its own', () => {
    const at = set.key.map((name) => header.indexOf(name));
    expect(at).not.toContain(-1);
    const keys = records.map((record) => at.map((index) => record[index]).join(' '));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('every column is explained in whole Korean sentences', () => {
    for (const { name, title, about } of set.columns) {
      expect(title, name).toMatch(/[가-힣]/);
      expect(about, name).toMatch(/[가-힣].*\.$/);
    }
  });

  test('cells are of the type that the codebook names', () => {
    for (const record of json) {
      for (const { name, type } of set.columns) {
        const value = record[name];
        if (value === null) continue;
        const kind = Array.isArray(value) ? 'list' : Number.isInteger(value) ? 'integer' : typeof value;
        expect([type, ...(type === 'number' ? ['integer'] : [])], name).toContain(kind);
      }
    }
  });
});

test('the data hold every figure, event, organisation, instrument, cell and reading of the files', () => {
  const count = (name: string) => named(name).records(cases, context).length;
  const sum = (read: (data: (typeof cases)[number]['data']) => number) => cases.reduce((all, { data }) => all + read(data), 0);
  expect(count('cases')).toBe(cases.length);
  expect(count('figures')).toBe(sum((data) => data.budget.length + data.figures.length));
  expect(count('events')).toBe(sum((data) => data.events.length));
  expect(count('organisations')).toBe(sum((data) => data.organisations.length));
  expect(count('instruments')).toBe(sum((data) => data.instruments.length));
  expect(count('notes')).toBe(sum((data) => data.notes.reduce((all, note) => all + note.readings.length, 0)));
});

test('the printed row of sums is marked as one', () => {
  const rows = JSON.parse(datasetJson(named('tables'), cases, context)) as Record<string, unknown>[];
  const cells = rows.filter((row) => row['case'] === 'daegu-dong' && row['id'] === 'enterprise-kinds' && row['column'] === '기업 수');
  expect(cells.map((cell) => [cell['line'], cell['is_total'], cell['value']])).toEqual([
    [1, false, 16],
    [2, false, 12],
    [3, false, 72],
    [4, true, 100],
  ]);
});

test('70,000천원 is 70,000,000 won in the data and 7천만 원 in words', () => {
  const rows = JSON.parse(datasetJson(named('figures'), cases, context)) as Record<string, unknown>[];
  expect(rows.find((row) => row['case'] === 'busan-yeonje' && row['id'] === 'subsidy')).toMatchObject({
    value: 70000,
    unit: '천원',
    value_won: 70_000_000,
    everyday: '7천만 원',
    url: 'https://example.kr/cases/busan-yeonje/#figure-subsidy',
  });
});

test('the descriptor has what the Data Package and Table Schema specifications ask for', () => {
  const described = describePackage(cases, context, '편람');
  expect(described.name).toMatch(/^[a-z0-9._-]+$/);
  expect(new Set(described.resources.map(({ name }) => name)).size).toBe(described.resources.length);
  for (const resource of described.resources) {
    expect(resource.name).toMatch(/^[a-z0-9._-]+$/);
    // Relative, and not upwards.
    expect(resource.path).toMatch(/^(?:plain\/[a-z]+\.csv|[a-z]+\.json)$/);
    if (!('schema' in resource)) continue;
    const names = resource.schema.fields.map(({ name }) => name);
    for (const { type } of resource.schema.fields) expect(['string', 'number', 'integer', 'boolean']).toContain(type);
    for (const key of resource.schema.primaryKey) expect(names).toContain(key);
    for (const key of resource.schema.foreignKeys ?? []) expect(names).toContain(key.fields);
    expect(resource.dialect).toMatchObject({ delimiter: ',', header: true });
  }
});

test('the descriptor names every file and every column, and no licence', () => {
  const described = describePackage(cases, context, '편람');
  const tabular = described.resources.flatMap((resource) =>
    'schema' in resource ? [{ path: resource.path, fields: resource.schema.fields }] : [],
  );
  expect(tabular.map(({ path }) => path)).toEqual(datasets.map(({ name }) => `plain/${name}.csv`));
  expect(tabular.map(({ fields }) => fields.map(({ name }) => name))).toEqual(
    datasets.map(({ columns }) => columns.map(({ name }) => name)),
  );
  expect(described).not.toHaveProperty('licenses');
});
