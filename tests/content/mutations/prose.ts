/** What the prose must not contain, and its headings. */
import { toLines, rebuild, find, pick, change, addToProse, addBlock, type Mutation } from './edit.ts';

export const PROSE: readonly Mutation[] = [
  { name: 'import', field: /^본문$/, apply: addBlock("import Chart from './Chart.astro'") },
  { name: 'export', field: /^본문$/, apply: addBlock('export const year = 2017') },
  { name: 'expression', field: /^본문$/, apply: addBlock('{process.env.HOME}') },
  { name: 'expression in a sentence', field: /^본문$/, apply: addToProse('오늘은 {new Date()} 이다.') },
  { name: 'unknown tag', field: /^본문$/, hint: /<Table/, apply: addBlock('<Chart id="budget" />') },
  { name: 'HTML', field: /^본문$/, apply: addToProse('<b>중요하다.</b>') },
  { name: 'script', field: /^본문$/, apply: addBlock('<script src="https://example.com/a.js"></script>') },
  { name: 'HTML comment', field: /^본문$/, apply: addBlock('<!-- 나중에 고친다 -->') },
  { name: 'tag left open', field: /^본문$/, apply: addBlock('<Table id="floors">') },
  { name: 'less than', field: /^본문$/, hint: /〈 〉/, apply: addToProse('수입<지출이었다.') },
  { name: 'brace left open', field: /^본문$/, apply: addToProse('{비고') },
  { name: 'bold', field: /^본문$/, hint: /별표/, apply: addToProse('**매우** 중요하다.') },
  { name: 'bold before a particle', field: /^본문$/, apply: addToProse('**전주시(全州市)**는 다르다.') },
  { name: 'bold left open', field: /^본문$/, apply: addToProse('이것은 **중요하다.') },
  { name: 'italics', field: /^본문$/, apply: addToProse('*매우* 중요하다.') },
  { name: 'strikethrough', field: /^본문$/, apply: addToProse('이것은 ~~틀렸다~~ 맞다.') },
  { name: 'code', field: /^본문$/, apply: addToProse('`코드`를 썼다.') },
  { name: 'link', field: /^본문$/, hint: /웹 주소를 글로/, apply: addToProse('[누리집](https://example.com)을 열었다.') },
  { name: 'image', field: /^본문$/, apply: addBlock('![약도](map.png)') },
  { name: 'footnote', field: /^본문$/, hint: /notes/, apply: addBlock('설명이다.[^1]\n\n[^1]: 각주다.') },
  { name: 'table in the prose', field: /^본문$/, hint: /tables/, apply: addBlock('| 가 | 나 |\n| --- | --- |\n| 다 | 라 |') },
  { name: 'quotation block', field: /^본문$/, apply: addBlock('> 인용한 글이다.') },
  { name: 'code block', field: /^본문$/, apply: addBlock('```\n코드\n```') },
  { name: 'rule', field: /^본문$/, apply: addBlock('***') },
  { name: 'nested list', field: /^본문$/, apply: addBlock('- 하나\n  - 둘', 1) },

  {
    name: 'heading without id',
    field: /^본문$/,
    hint: /#background/,
    apply: change(/^(##+ .*?) \[#.*$/, ([, title = '']) => title, { part: 'body' }),
  },
  {
    name: 'heading without pages',
    field: /^본문$/,
    hint: /쪽\]/,
    apply: change(/^(##+ .* \[#[a-z-]+),.*$/, ([, title = '']) => `${title}]`, { part: 'body' }),
  },
  {
    name: 'heading with misshapen pages',
    field: /^본문$/,
    apply: change(/^(##+ .* \[#[a-z-]+),.*$/, ([, title = '']) => `${title}, 180-173쪽]`, { part: 'body' }),
  },
  {
    name: 'note in a heading',
    field: /^본문$/,
    apply: change(/^(##+ )(.*)$/, ([, marks = '', title = '']) => `${marks}<Note id="sector" /> ${title}`, { part: 'body' }),
  },
  {
    name: 'no prose',
    field: /^본문$/,
    hint: /## 추진 배경/,
    apply: (file) => rebuild(file, [...toLines(file).slice(0, file.source.bodyLine - 1), ''], [file.source.bodyLine]),
  },
  { name: 'reserved id', field: /^본문$/, hint: /다른 id/, apply: change(/\[#[a-z-]+/, '[#figures', { part: 'body' }) },
  { name: 'reserved beginning', field: /^본문$/, apply: change(/\[#[a-z-]+/, '[#table-one', { part: 'body' }) },
  {
    name: 'heading id twice',
    field: /^본문$/,
    apply: (file, n) => {
      const [first = 0, ...others] = find(file, /^##/, 'body');
      const lines = toLines(file);
      const other = pick(others, n);
      if (other === undefined) return undefined;
      const id = /\[#[a-z-]+/.exec(lines[first] ?? '')?.[0] ?? '';
      lines[other] = (lines[other] ?? '').replace(/\[#[a-z-]+/, id);
      return rebuild(file, lines, [other + 1]);
    },
  },
  { name: 'id in capitals in a heading', field: /^본문$/, apply: change(/\[#[a-z-]+/, '[#Background', { part: 'body' }) },
  { name: 'heading too deep', field: /^본문$/, hint: /##/, apply: change(/^###? /, '#### ', { part: 'body' }) },
  { name: 'heading too high', field: /^본문$/, apply: change(/^##+ /, '# ', { part: 'body' }) },
  {
    name: 'text before the first heading',
    field: /^본문$/,
    apply: (file) => rebuild(file, toLines(file).toSpliced(file.source.bodyLine - 1, 0, '', '머리말이다.'), [file.source.bodyLine + 1]),
  },
];
