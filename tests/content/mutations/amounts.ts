/** Amounts. */
import { toCaseFile } from '../../../src/content/read.ts';
import { toLines, rebuild, find, change, insert, type Mutation } from './edit.ts';

export const AMOUNTS: readonly Mutation[] = [
  {
    name: 'value and range',
    field: /^(figures|budget)\./,
    apply: insert(/^ {4}value: /, '    min: 1', { keys: ['figures', 'budget'] }),
  },
  {
    name: 'range upside down',
    field: /^(figures|budget)\./,
    apply: change(/^ {4}value: .*/, '    min: 9\n    max: 2', { keys: ['figures', 'budget'] }),
  },
  {
    name: 'people fewer than none',
    field: /^figures\..*value$/,
    hint: /감소/,
    apply: (file) => {
      const row = /^ {2}- id: (.*)\n(?: {4}.*\n)*? {4}value: (\d+)\n {4}unit: 명$/m.exec(file.text);
      if (!row) return undefined;
      const [, id = '', value = ''] = row;
      const lines = toLines(file);
      const at = lines.indexOf(`    value: ${value}`, lines.indexOf(`  - id: ${id}`));
      return rebuild(file, lines.with(at, `    value: -${value === '0' ? '5' : value}`), [at + 1]);
    },
  },
  {
    name: 'budget of people',
    field: /^budget\..*\.unit$/,
    hint: /figures/,
    apply: change(/^ {4}unit: .*/, '    unit: 명', { keys: ['budget'] }),
  },
  {
    name: 'part of no budget',
    field: /^budget\..*\.partOf$/,
    apply: (file, n) =>
      file.text.includes('partOf:') ? undefined : insert(/^ {4}value: /, '    partOf: no-such-row', { keys: ['budget'] })(file, n),
  },
  {
    name: 'parts that are more than the whole',
    field: /^budget\./,
    hint: /단위/,
    apply: (file) => {
      const [, whole = '', , part] = /^budget:\n {2}- id: (.*)\n((?: {4}.*\n)*?) {2}- id: (.*)\n/m.exec(file.text) ?? [];
      if (part === undefined || file.text.includes('partOf:')) return undefined;
      const lines = toLines(file);
      const at = lines.indexOf(`  - id: ${part}`, lines.indexOf('budget:'));
      const value = lines.findIndex((line, index) => index > at && /^ {4}(?:value|min):/.test(line));
      const made = lines.with(value, '    value: 900000000000').toSpliced(value, 0, `    partOf: ${whole}`);
      return rebuild(file, made, [value + 1]);
    },
  },
  {
    name: 'no headline',
    field: /^figures$/,
    apply: (file) =>
      rebuild(
        file,
        toLines(file).filter((line) => !/^ {4}headline:/.test(line)),
        [0, 1].map(
          (more) =>
            (find(toCaseFile(`${file.slug}.mdx`, file.text.replaceAll(/^ {4}headline:.*\n/gm, '')), /^figures:/, 'front')[0] ?? 0) + more,
        ),
      ),
  },
];
