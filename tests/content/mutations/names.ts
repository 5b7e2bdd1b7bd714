/** Ids, file names, addresses, asks. */
import type { CaseFile } from '../../../src/content/read.ts';
import { change, insert, repeatId, rename, type Mutation } from './edit.ts';

const firstSection = (file: CaseFile): string => /\[#([a-z0-9-]+)/.exec(file.source.body)?.[1] ?? '';

/** Puts asks in front of the others; the fault is reported so many lines below `asks:`. */
function ask(rows: string, reportedAt: number): Mutation['apply'] {
  return (file, n) => {
    const hasAsks = /^asks:$/m.test(file.text);
    return hasAsks
      ? insert(/^asks:$/, `  - ${rows}`, {}, reportedAt - 1)(file, n)
      : insert(/^published: /, `asks:\n  - ${rows}`, {}, reportedAt)(file, n);
  };
}

export const NAMES: readonly Mutation[] = [
  { name: 'id twice', field: /^(figures|events|organisations|tables|notes)\./, apply: repeatId },
  { name: 'id in capitals', field: /\.id$/, hint: /소문자/, apply: change(/^ {2}- id: .*/, '  - id: Opening Day') },
  { name: 'Korean id', field: /\.id$/, apply: change(/^ {2}- id: .*/, '  - id: 개소식') },
  { name: 'id that is a number', field: /id$/, apply: change(/^ {2}- id: .*/, '  - id: 12') },
  { name: 'file named after another place', field: /^파일$/, hint: /\.mdx/, apply: rename('busan-haeundae.mdx') },
  { name: 'file name with year but unknown sector', field: /^파일$/, apply: (file, n) => rename(`${file.slug}-2018-sports.mdx`)(file, n) },
  { name: 'file name in capitals', field: /^파일$/, apply: (file, n) => rename(`${file.slug.toUpperCase()}.mdx`)(file, n) },
  { name: 'file name in Korean', field: /^파일$/, apply: rename('부산-연제.mdx') },
  { name: 'address that is none', field: /^aliases/, apply: insert(/^published: /, 'aliases:\n  - /cases/old/', {}, 1) },
  {
    name: 'ask of no passage',
    field: /^asks\.1\.passage$/,
    hint: /쓸 수 있는 위치/,
    apply: ask('passage: no-such-passage\n    text: 어디에도 없는 대목', 1),
  },
  {
    name: 'ask that is a sentence',
    field: /^asks\.1\.text$/,
    hint: /60자/,
    apply: (file, n) => ask(`passage: ${firstSection(file)}\n    text: ${'긴 물음 '.repeat(20)}`, 2)(file, n),
  },
  {
    name: 'ask twice',
    field: /^asks\.2\.text$/,
    hint: /띄어쓰기/,
    apply: (file, n) => {
      const passage = firstSection(file);
      return ask(`passage: ${passage}\n    text: 같은 물음\n  - passage: ${passage}\n    text: 같은물음`, 4)(file, n);
    },
  },
  {
    name: 'ask that is the title',
    field: /^asks\.1\.text$/,
    apply: (file, n) => ask(`passage: ${firstSection(file)}\n    text: ${/^title: (.*)/m.exec(file.text)?.[1] ?? ''}`, 2)(file, n),
  },
  {
    name: 'old id that leads nowhere',
    field: /^anchorAliases/,
    hint: /쓸 수 있는 위치/,
    apply: insert(/^published: /, 'anchorAliases:\n  old-part: no-such-part', {}, 1),
  },
  {
    name: 'old id still in use',
    field: /^anchorAliases/,
    apply: (file, n) =>
      insert(/^published: /, `anchorAliases:\n  ${/\[#([a-z-]+)/.exec(file.source.body)?.[1] ?? ''}: notes`, {}, 1)(file, n),
  },
];
