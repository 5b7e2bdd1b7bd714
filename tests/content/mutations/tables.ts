/** Tables with their sums and charts. */
import { change, insert, type Mutation } from './edit.ts';

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
  { name: 'total of nothing', field: /^tables\..*total$/, apply: insert(/^ {4}caption: /, '    total: {}', { keys: ['tables'] }) },
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
