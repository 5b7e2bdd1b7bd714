/** Tables with their sums and charts. */
import { change, findIn, insert, pick, rebuild, toLines, type Mutation } from './edit.ts';

/** A table that has no total gets one that says nothing. */
const addTotal: Mutation['apply'] = (file, n) => {
  const lines = toLines(file);
  const hasTotal = (from: number) => {
    const end = lines.findIndex((line, index) => index > from && /^(?: {2}- |\S)/.test(line));
    return lines.slice(from, end).some((line) => line.startsWith('    total:'));
  };
  const at = pick(
    findIn(file, ['tables'], /^ {4}caption: /).filter((index) => !hasTotal(index)),
    n,
  );
  return at === undefined ? undefined : rebuild(file, lines.toSpliced(at + 1, 0, '    total: {}'), [at + 2]);
};

export const TABLES: readonly Mutation[] = [
  {
    name: 'cell too many',
    field: /^tables\..*rows$/,
    hint: /칸을 \d+개로/,
    apply: change(/^( {6}\| .*)$/, ([line = '']) => `${line} 하나 더 |`, { keys: ['tables'] }),
  },
  { name: 'cell missing', field: /^tables\..*rows$/, apply: change(/^( {6}\|) [^|]*\|/, ([, start = '']) => start, { keys: ['tables'] }) },
  {
    name: 'column missing',
    field: /^tables\..*rows$/,
    apply: (file, n) => {
      const made = change(/^( {4}columns: \[)[^,\]]+, /, ([, start = '']) => start, { keys: ['tables'] })(file, n);
      const [at = 0] = made?.lines ?? [];
      return made && { ...made, lines: [at, at + 1, at + 2] };
    },
  },
  {
    name: 'row of sums among the others',
    field: /^tables\..*rows$/,
    hint: /total:/,
    apply: change(/^( {6}\|) [^|]*\|/, ([, start = '']) => `${start} 합계 |`, { keys: ['tables'] }),
  },
  {
    name: 'partial sum that is wrong',
    field: /^tables\..*rows$/,
    hint: /table:/,
    apply: change(/^( {6}\| .*소계 \| )(\d+)/, ([, start = '', sum = '']) => `${start}${String(Number(sum) + 1)}`, { keys: ['tables'] }),
  },
  {
    name: 'row of sums that is wrong',
    field: /^tables\..*total\.row$/,
    hint: /total\.note/,
    apply: change(/^( {6}row: .*?)(\d+)( \|"?)$/, ([, a = '', sum = '', c = '']) => `${a}${String(Number(sum) + 1)}${c}`, {
      keys: ['tables'],
    }),
  },
  {
    name: 'row of sums that is too short',
    field: /^tables\..*total\.row$/,
    apply: change(/^( {6}row: )".*"$/, '      row: "| 계 |"', { keys: ['tables'] }),
  },
  {
    name: 'unknown note of a total',
    field: /^tables\..*total\.note$/,
    apply: insert(/^ {4}total:/, '      note: no-such-note', { keys: ['tables'] }),
  },
  {
    name: 'unknown column of sums',
    field: /^tables\..*total\.column$/,
    hint: /쓸 수 있는 열/,
    apply: change(/^ {6}column: .*/, '      column: 모든 것의 수', { keys: ['tables'] }),
  },
  { name: 'total of nothing', field: /^tables\..*total$/, apply: addTotal },
  {
    name: 'chart of an unknown column',
    field: /^tables\..*chart\.values$/,
    apply: (file, n) =>
      /^ {4}chart:/m.test(file.text)
        ? undefined
        : insert(/^ {4}caption: /, '    chart: { kind: 막대, label: 없는 열, values: [없는 수] }', { keys: ['tables'] })(file, n),
  },
  {
    name: 'chart of an unknown kind',
    field: /^tables\..*chart\.kind$/,
    hint: /막대/,
    apply: (file, n) =>
      /^ {4}chart:/m.test(file.text)
        ? undefined
        : insert(/^ {4}caption: /, '    chart: { kind: 원, label: 구분, values: [수] }', { keys: ['tables'] })(file, n),
  },
];
