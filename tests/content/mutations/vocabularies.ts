/** Values of closed lists. */
import { readContent, toCaseFile } from '../../../src/content/read.ts';
import type { Place, Vocabulary } from '../../../src/content/schema/vocabulary.ts';
import { toLines, find, findIn, change, insert, misspell, type Mutation } from './edit.ts';

const { vocabulary } = readContent('content');

/** Another value of the same list than the one that stands there. */
function otherValue(key: string, list: (all: Vocabulary) => readonly { name: string }[]): Mutation['apply'] {
  return change(new RegExp(`^${key}: (.*)`), ([, own]) => `${key}: ${list(vocabulary).find(({ name }) => name !== own)?.name ?? ''}`);
}

export const VOCABULARIES: readonly Mutation[] = [
  {
    name: 'unknown topic',
    field: /^topics\.\d+$/,
    hint: /이렇게 고치세요/,
    apply: change(/^( {2}- )(.*)$/, ([, dash = '', topic = '']) => dash + misspell(topic), { keys: ['topics'] }),
  },
  {
    name: 'invented topic',
    field: /^topics\.\d+$/,
    hint: /쓸 수 있는 값/,
    apply: change(/^( {2}- )(.*)$/, '  - 우주 탐사 계획', { keys: ['topics'] }),
  },
  {
    name: 'topic twice',
    field: /^topics$/,
    apply: (file) =>
      insert(
        /^topics:/,
        find(file, /^ {2}- /, 'front')
          .map((index) => toLines(file)[index] ?? '')
          .find(
            (line) =>
              new RegExp(`^topics:\\n(?:.*\\n)*?${line}$`, 'm').test(file.text) &&
              findIn(file, ['topics'], /^ {2}- /).some((index) => toLines(file)[index] === line),
          ) ?? '',
        {},
        1,
      )(file, 0),
  },
  {
    name: 'unknown province',
    field: /^province$/,
    hint: /이렇게 고치세요: ‘/,
    apply: change(/^province: (.*)/, ([, name = '']) => `province: ${name.replace(/(.)$/, '$1$1')}`),
  },
  {
    name: 'unknown municipality',
    field: /^municipality$/,
    hint: /쓸 수 있는 값/,
    apply: change(/^municipality: .*/, 'municipality: 없는구'),
  },
  {
    name: 'municipality of another province',
    field: /^municipality$/,
    apply: (file, n) => {
      const own = /^province: (.*)/m.exec(file.text)?.[1];
      const names = (one: Place | undefined) => one?.municipalities.map(({ name }) => name) ?? [];
      const here = names(vocabulary.places.find(({ name }) => name === own));
      const other = vocabulary.places.flatMap(names).find((name) => !here.includes(name));
      return other === undefined ? undefined : change(/^municipality: .*/, `municipality: ${other}`)(file, n);
    },
  },
  { name: 'unknown tier', field: /^tier$/, hint: /시, 군, 구/, apply: change(/^tier: .*/, 'tier: 동') },
  {
    name: 'unknown sector',
    field: /^sector$/,
    hint: /이렇게 고치세요: ‘/,
    corrected: /^sector: /,
    apply: change(/^(sector: )(.*)/, ([, key = '', sector = '']) => key + misspell(sector)),
  },
  {
    name: 'sector of another part of the book',
    field: /^sector$/,
    hint: /sectorAsTicked/,
    apply: otherValue('sector', ({ sectors }) => sectors),
  },
  { name: 'tier of another name', field: /^tier$/, hint: /tier: /, corrected: /^tier: /, apply: otherValue('tier', ({ tiers }) => tiers) },
  {
    name: 'same ticked sector',
    field: /^sectorAsTicked$/,
    apply: (file, n) =>
      insert(/^sector: /, /^sector: .*/m.exec(file.text)?.[0].replace('sector', 'sectorAsTicked') ?? '')(
        toCaseFile(`${file.slug}.mdx`, file.text.replace(/^sectorAsTicked.*\n/m, '')),
        n,
      ),
  },
  {
    name: 'unknown casebook',
    field: /^casebook$/,
    hint: /content\/casebooks\//,
    apply: change(/^casebook: .*/, 'casebook: no-such-book-1999'),
  },
  {
    name: 'unknown kind of figure',
    field: /\.kind$/,
    hint: /이렇게 고치세요: ‘/,
    apply: change(/^( {4}kind: )(.*)/, ([, key = '', kind = '']) => key + misspell(kind), { keys: ['figures'] }),
  },
  {
    name: 'unknown kind of organisation',
    field: /\.kind$/,
    hint: /이렇게 고치세요: ‘/,
    apply: change(/^( {4}kind: )(.*)/, ([, key = '', kind = '']) => key + misspell(kind), { keys: ['organisations'] }),
  },
  {
    name: 'unknown kind of instrument',
    field: /^instruments\..*\.kind$/,
    hint: /쓸 수 있는 값/,
    apply: change(/^ {4}kind: .*/, '    kind: 소문', { keys: ['instruments'] }),
  },
  {
    name: 'unknown part',
    field: /\.part$/,
    hint: /쓸 수 있는 값/,
    apply: change(/^ {4}part: .*/, '    part: 관람', { keys: ['organisations'] }),
  },
  { name: 'unknown kind of note', field: /\.kind$/, apply: change(/^ {4}kind: .*/, '    kind: 의견', { keys: ['notes'] }) },
  { name: 'unknown qualifier', field: /\.qualifier$/, apply: change(/^ {4}qualifier: .*/, '    qualifier: 대략') },
];
