import { datasets } from './datasets/all.ts';
import type { ColumnType, ExportContext } from './datasets/dataset.ts';
import type { ValidCase } from '../content/read.ts';

/** Table Schema has no lists in its first edition: a list is a text whose members are joined by `; `. */
const FIELD_TYPES: Readonly<Record<ColumnType, string>> = {
  string: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  list: 'string',
};

/**
 * `/data/datapackage.json` after the Data Package and Table Schema specifications, version 1 (specs.frictionlessdata.io).
 * It names no licence, because the owner of the site has not chosen one.
 */
export function describePackage(cases: readonly ValidCase[], { vocabulary, link }: ExportContext, siteName: string) {
  const dates = cases.flatMap(({ data }) => [data.published, ...(data.updated === undefined ? [] : [data.updated])]).sort();
  return {
    profile: 'data-package',
    name: 'best-practice-cases',
    title: siteName,
    description:
      '인쇄된 사례집에서 옮긴 기초지자체 우수사례의 사실. 열의 뜻, 데이터의 한계, 권리는 homepage에 적었다. 이용 조건은 아직 정해지지 않았다.',
    homepage: link('/data/'),
    version: dates.at(-1) ?? '',
    sources: vocabulary.casebooks.map(({ title, part, pages }) => ({ title: `『${title}』 ${part}, ${pages}쪽` })),
    resources: datasets.flatMap(({ name, title, about, columns, key }) => [
      {
        profile: 'tabular-data-resource',
        name,
        // The copy for programs: their libraries take a byte order mark for a part of the first header.
        path: `plain/${name}.csv`,
        title,
        description: about,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          fields: columns.map((column) => ({
            name: column.name,
            type: FIELD_TYPES[column.type],
            title: column.title,
            description: column.type === 'list' ? `${column.about} 여럿이면 ‘; ’로 이었다.` : column.about,
          })),
          primaryKey: key,
          missingValues: [''],
          ...(name === 'cases' ? {} : { foreignKeys: [{ fields: 'case', reference: { resource: 'cases', fields: 'case' } }] }),
        },
      },
      {
        profile: 'data-resource',
        name: `${name}-json`,
        path: `${name}.json`,
        title: `${title} (JSON)`,
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
      },
    ]),
  };
}
