/** Keys and values of the front matter. */
import { change, insert, removeFromRow, removeKey, replaceKey, ROWS, type Mutation } from './edit.ts';

export const VALUES: readonly Mutation[] = [
  { name: 'unknown key', field: /^colour$/, hint: /쓸 수 있는 항목: title/, apply: insert(/^title: /, 'colour: red') },
  { name: 'unknown key in a row', field: /\.weight$/, apply: insert(/^ {4}page: /, '    weight: 3', { keys: ROWS }) },
  {
    name: 'misspelt key',
    field: /^municipalty$/,
    hint: /‘municipality’/,
    corrected: /^municipality: /,
    apply: change(/^municipality:/, 'municipalty:'),
  },
  {
    name: 'misspelt label',
    field: /\.lable$/,
    hint: /‘label’/,
    apply: change(/^ {4}label:/, '    lable:', { keys: ['figures', 'budget'] }),
  },
  { name: 'misspelt role', field: /\.rol$/, hint: /‘role’/, apply: change(/^ {4}role:/, '    rol:', { keys: ['organisations'] }) },
  { name: 'misspelt optional key', field: /\.headlin$/, hint: /‘headline’/, apply: change(/^ {4}headline:/, '    headlin:') },
  { name: 'Korean key', field: /\.쪽$/, apply: change(/^ {4}page:/, '    쪽:', { keys: ['figures', 'events'] }) },
  { name: 'missing tier', field: /^tier$/, hint: /tier: 구/, apply: removeKey('tier') },
  { name: 'missing pages', field: /^pages$/, hint: /pages: 173-180/, apply: removeKey('pages') },
  { name: 'missing casebook', field: /^casebook$/, apply: removeKey('casebook') },
  { name: 'missing summary', field: /^summary$/, apply: removeKey('summary') },
  { name: 'missing topics', field: /^topics$/, apply: removeKey('topics') },
  { name: 'missing page of a row', field: /\.page$/, hint: /page: 173/, apply: removeFromRow(/^ {4}page: /, ROWS) },
  { name: 'missing unit', field: /\.unit$/, hint: /unit: 명/, apply: removeFromRow(/^ {4}unit: /, ['figures', 'budget']) },
  { name: 'missing role', field: /\.role$/, apply: removeFromRow(/^ {4}role: /, ['organisations']) },
  { name: 'missing value', field: /^(figures|budget)\./, apply: removeFromRow(/^ {4}value: /, ['figures', 'budget']) },
  { name: 'missing time', field: /^events\./, apply: removeFromRow(/^ {4}date: /, ['events']) },
  { name: 'empty value', field: /\.unit$/, hint: /unit: 명/, apply: change(/^ {4}unit: .*/, '    unit:', { keys: ['figures', 'budget'] }) },
  {
    name: 'empty optional value',
    field: /\.note$/,
    hint: /이 행을 지우세요/,
    apply: insert(/^ {4}label: .*/, '    note:', { keys: ['figures'] }),
  },
  { name: 'empty text', field: /^title$/, apply: change(/^title: .*/, 'title: ""') },
  {
    name: 'empty subtitle',
    field: /^subtitle$/,
    hint: /이 행을 지우세요/,
    apply: (file, n) => (/^subtitle:/m.test(file.text) ? undefined : insert(/^title: /, 'subtitle:')(file, n)),
  },
  { name: 'empty list item', field: /^topics\.1$/, apply: insert(/^topics:$/, '  -') },
  {
    name: 'number in quotes',
    field: /\.value$/,
    hint: /따옴표 없이/,
    corrected: /^value: \d/,
    apply: change(/^( {4}value: )(\d+).*/, ([, a = '', b = '']) => `${a}"${b}"`),
  },
  {
    name: 'number with comma',
    field: /\.value$/,
    hint: /쉼표/,
    corrected: /^value: 70000$/,
    apply: change(/^ {4}value: .*/, '    value: 70,000'),
  },
  { name: 'number in words', field: /\.value$/, apply: change(/^ {4}value: .*/, '    value: 7천만') },
  { name: 'true for a place', field: /\.headline$/, hint: /1, 2/, apply: change(/^ {4}headline: .*/, '    headline: true') },
  { name: 'sentence that is not there', field: /^doneSentence$/, hint: /요약|문장/, apply: change(/^doneSentence: .*/, 'doneSentence: 9') },
  { name: 'octal number', field: /^앞머리$/, hint: /십진수/, apply: change(/^ {4}value: .*/, '    value: 0o17') },
  { name: 'infinite number', field: /^앞머리$/, hint: /십진수/, apply: change(/^ {4}value: .*/, '    value: .inf') },
  { name: 'list for text', field: /^title$/, apply: change(/^title: .*/, 'title: [하나, 둘]') },
  { name: 'text for list', field: /^topics$/, hint: /목록/, apply: replaceKey('topics', 'topics: 노인 일자리') },
  { name: 'text for row', field: /^pledges\.1$/, hint: /text, code/, apply: replaceKey('pledges', 'pledges:\n  - 일자리 분야', 1) },
  {
    name: 'map for list',
    field: /^pledges$/,
    corrected: /^- text: 일자리 분야$/,
    apply: (file, n) => {
      const made = replaceKey('pledges', 'pledges:\n  text: 일자리 분야')(file, n);
      // It is told where the dash is missing.
      return made && { ...made, lines: made.lines.map((line) => line + 1) };
    },
  },
  { name: 'empty list', field: /^pledges$/, apply: replaceKey('pledges', 'pledges: []') },
  {
    name: 'bold in data',
    field: /^앞머리$/,
    apply: change(/^( {4}role: )(.*)/, ([, a = '', b = '']) => `${a}**${b}**`.replace(': **', ': 이 **')),
  },
  { name: 'tag in data', field: /^앞머리$/, apply: change(/^( {4}role: .*)/, ([a = '']) => `${a}<br>`) },
];
