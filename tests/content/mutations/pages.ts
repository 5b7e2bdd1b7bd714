/** Printed pages. */
import { toCaseFile } from '../../../src/content/read.ts';
import { change, insert, ROWS, type Mutation } from './edit.ts';

export const PAGES: readonly Mutation[] = [
  { name: 'page out of range', field: /\.page$/, apply: change(/^ {4}page: .*/, '    page: 999', { keys: ROWS }) },
  { name: 'page range out of range', field: /\.page$/, apply: change(/^ {4}page: .*/, '    page: 1-2', { keys: ROWS }) },
  { name: 'misshapen page', field: /\.page$/, corrected: /^page: 173$/, apply: change(/^ {4}page: .*/, '    page: 173쪽', { keys: ROWS }) },
  {
    name: 'page range with a tilde',
    field: /\.page$/,
    corrected: /^page: "173-174"$/,
    apply: change(/^ {4}page: .*/, '    page: 173~174쪽', { keys: ROWS }),
  },
  { name: 'backward pages', field: /^pages$/, apply: change(/^pages: .*/, 'pages: 180-173') },
  { name: 'pages outside the book', field: /^pages$/, apply: change(/^pages: .*/, 'pages: 900-910') },
  { name: 'reading out of range', field: /^notes\..*readings/, apply: change(/^ {6}- page: \d.*/, '      - page: 3', { keys: ['notes'] }) },
  {
    name: 'heading out of range',
    field: /^본문$/,
    apply: change(/(#[a-z-]+), [\d, -]+쪽\]/, ([, id = '']) => `${id}, 3-4쪽]`, { part: 'body' }),
  },
  {
    name: 'same index page',
    field: /^indexPage$/,
    apply: (file, n) =>
      insert(/^pages: /, `indexPage: ${/^pages: "?(\d+)/m.exec(file.text)?.[1] ?? ''}`)(
        /^indexPage/m.test(file.text) ? toCaseFile(`${file.slug}.mdx`, file.text.replace(/^indexPage.*\n/m, '')) : file,
        n,
      ),
  },
];
