/**
 * What the published data are made of, column by column: one description drives the CSV and JSON files, `datapackage.json` and the codebook page.
 * Order and names of columns are a promise to those who read the files by program: new columns go to the end, none is renamed.
 */
import { anchor, casePath, type AnchorKind } from '../../content/anchors.ts';
import type { ValidCase } from '../../content/read.ts';
import type { Vocabulary } from '../../content/schema/vocabulary.ts';
import { withParticle } from '../../korean/particle.ts';
import { toCsv, type CsvReader, type CsvValue } from '../csv.ts';

/** A value as JSON holds it. In CSV a list becomes one cell, its members joined by `; `. */
export type Value = CsvValue | readonly string[];

/** Types of the Table Schema (specs.frictionlessdata.io); a list is a `string` in CSV and an array in JSON. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'list';

/** What the reading of a column may need besides its row. */
export interface ExportContext {
  vocabulary: Vocabulary;
  /** The public address of a page: `('/cases/busan-yeonje/', 'figure-subsidy')` → `https://…`. */
  link: (path: `/${string}`, anchor?: string) => string;
}

export interface Column<Row> {
  /** Header in CSV and key in JSON. */
  name: string;
  /** Short Korean name. */
  title: string;
  /** For the codebook: what it says, in which form, and when it is empty. */
  about: string;
  type: ColumnType;
  read: (row: Row, context: ExportContext) => Value;
}

/** One file of the published data, in whatever form. */
export interface Dataset {
  /** File name without its ending. */
  name: string;
  title: string;
  /** What one record is. */
  about: string;
  columns: readonly Omit<Column<never>, 'read'>[];
  /** Columns that together name one record. */
  key: readonly string[];
  /** All records, each in the order of the columns. */
  records: (cases: readonly ValidCase[], context: ExportContext) => Value[][];
}

interface DatasetOf<Row> extends Omit<Dataset, 'columns' | 'records'> {
  columns: readonly Column<Row>[];
  rows: (cases: readonly ValidCase[]) => Row[];
}

export function defineDataset<Row>({ rows, columns, ...rest }: DatasetOf<Row>): Dataset {
  return {
    ...rest,
    columns,
    records: (cases, context) => rows(cases).map((row) => columns.map((column) => column.read(row, context))),
  };
}

/** A row of a case: what its identity is read from. */
export interface CaseRow {
  slug: string;
  data: ValidCase['data'];
}

export const orNull = (value: string | number | undefined) => value ?? null;
export const pagesText = (pages: string | number) => String(pages);

/** The columns by which every record names its case and itself. */
export function identity<Row extends CaseRow & { row: { id: string } }>(kind: AnchorKind, what: string): Column<Row>[] {
  return [
    { name: 'case', title: '사례', about: '사례의 식별자(ID). cases의 case와 같다.', type: 'string', read: ({ slug }) => slug },
    { name: 'id', title: '식별자(ID)', about: `사례 안에서 ${what} 하나를 가리킨다.`, type: 'string', read: ({ row }) => row.id },
    {
      name: 'url',
      title: '링크',
      about: `그 ${withParticle(what, '이')} 실린 자리의 링크.`,
      type: 'string',
      read: ({ slug, row }, { link }) => link(casePath(slug), anchor(kind, row.id)),
    },
  ];
}

export const page: Column<{ row: { page: string | number } }> = {
  name: 'page',
  title: '쪽',
  about: '인쇄된 사례집의 쪽. 174-175처럼 이어지거나 173, 176처럼 나뉘기도 한다.',
  type: 'string',
  read: ({ row }) => pagesText(row.page),
};

/** Which municipality a record is of: the last columns of every file but the cases', so that a file can be read by itself. */
export const placeColumns: Column<CaseRow>[] = [
  { name: 'province', title: '시·도', about: '사례집을 펴낼 때의 이름.', type: 'string', read: ({ data }) => data.province },
  { name: 'municipality', title: '지자체', about: '사례집을 펴낼 때의 이름.', type: 'string', read: ({ data }) => data.municipality },
];

const flat = (value: Value): CsvValue => (Array.isArray(value) ? value.join('; ') : (value as CsvValue));

/**
 * A dataset as CSV.
 * @param reader who opens it: a spreadsheet, which must be kept from running formulas and making dates, or a program, which reads what is there
 */
export function datasetCsv(set: Dataset, cases: readonly ValidCase[], context: ExportContext, reader: CsvReader = 'spreadsheet'): string {
  return toCsv(
    set.columns.map(({ name }) => name),
    set.records(cases, context).map((record) => record.map(flat)),
    reader,
  );
}

/** A dataset as JSON: an array of objects whose keys are the columns, in their order. */
export function datasetJson(set: Dataset, cases: readonly ValidCase[], context: ExportContext): string {
  const objects = set
    .records(cases, context)
    .map((record) => JSON.stringify(Object.fromEntries(set.columns.map(({ name }, index) => [name, record[index] ?? null]))));
  return `[\n${objects.join(',\n')}\n]\n`;
}
