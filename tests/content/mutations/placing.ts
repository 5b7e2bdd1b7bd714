/** Prose against data: numbers without a row, tables and notes without a place. */
import { toLines, rebuild, find, pick, change, insert, replaceKey, addToProse, addBlock, removeTag, type Mutation } from './edit.ts';

export const PLACING: readonly Mutation[] = [
  { name: 'number without row', field: /^본문$/, hint: /figures/, apply: addToProse('모두 98,765명이 참여했다.') },
  { name: 'age without row', field: /^본문$/, apply: addToProse('참가자는 평균 97.3세였다.') },
  { name: 'money without row', field: /^본문$/, hint: /budget/, apply: addToProse('예산은 987억 6,543만 원이었다.') },
  { name: 'date without row', field: /^본문$/, hint: /events/, apply: addToProse('행사는 1987년 3월 4일에 열렸다.') },
  { name: 'year without row', field: /^본문$/, apply: addToProse('사업은 1987년에 시작했다.') },
  {
    name: 'number in the summary without row',
    field: /^summary$/,
    apply: replaceKey('summary', 'summary: >-\n  구는 사업을 추진했다.\n  모두 98,765명이 참여했다.', 2),
  },
  { name: 'summary of four sentences', field: /^summary$/, apply: replaceKey('summary', `summary: ${'구는 사업을 추진했다. '.repeat(4)}`) },
  { name: 'mark of a sentence that is not there', field: /^doneSentence$/, apply: replaceKey('doneSentence', 'doneSentence: 9') },
  { name: 'table not placed', field: /^tables\./, hint: /<Table id=/, apply: removeTag(/^<Table id="([a-z0-9-]+)" \/>$/, 'tables') },
  {
    name: 'table placed twice',
    field: /^본문$/,
    apply: (file, n) => {
      const lines = toLines(file);
      const at = pick(find(file, /^<Table/, 'body'), n);
      if (at === undefined) return undefined;
      const end = lines.length;
      return rebuild(file, [...lines, '', lines[at] ?? '', ''], [end + 2]);
    },
  },
  {
    name: 'unknown table',
    field: /^본문$/,
    hint: /이렇게 고치세요: ‘/,
    apply: change(/^<Table id="([a-z0-9-]+)" \/>/, ([, id = '']) => `<Table id="${id}x" />`, { part: 'body' }),
  },
  {
    name: 'unknown note',
    field: /^본문$/,
    hint: /이렇게 고치세요: ‘/,
    apply: change(/<Note id="([a-z0-9-]+)" \/>/, ([, id = '']) => `<Note id="${id}x" />`, { part: 'body' }),
  },
  { name: 'note without mark', field: /^notes\./, hint: /<Note id=/, apply: removeTag(/<Note id="([a-z0-9-]+)" \/>/, 'notes') },
  {
    name: 'note marked twice',
    field: /^본문$/,
    apply: (file, n) => {
      const lines = toLines(file);
      const at = pick(find(file, /<Note id="[a-z0-9-]+" \/>$/, 'body'), n);
      if (at === undefined) return undefined;
      const tag = /<Note id="[a-z0-9-]+" \/>$/.exec(lines[at] ?? '')?.[0] ?? '';
      return rebuild(file, [...lines, `끝으로 덧붙인다.${tag}`], [lines.length + 1]);
    },
  },
  {
    name: 'note marked in the prose and at a place',
    field: /^notes\..*at$/,
    apply: (file, n) => {
      const id = pick(find(file, /<Note id="/, 'body'), n);
      const name = id === undefined ? undefined : /<Note id="([a-z0-9-]+)"/.exec(toLines(file)[id] ?? '')?.[1];
      return name === undefined ? undefined : insert(new RegExp(`^ {2}- id: ${name}$`), '    at: title', { keys: ['notes'] })(file, 0);
    },
  },
  {
    name: 'unknown place of a note',
    field: /^notes\..*at$/,
    hint: /sector/,
    apply: change(/^ {4}at: .*/, '    at: sectr', { keys: ['notes'] }),
  },
  {
    name: 'table within a sentence',
    field: /^본문$/,
    apply: change(/^(<Table .*)$/, ([, tag = '']) => `다음과 같다. ${tag}`, { part: 'body' }),
  },
  { name: 'note without id', field: /^본문$/, hint: /<Note id=/, apply: change(/<Note id="[a-z0-9-]+" \/>/, '<Note />', { part: 'body' }) },
  {
    name: 'note with more than an id',
    field: /^본문$/,
    apply: change(/<Note id="([a-z0-9-]+)" \/>/, ([, id = '']) => `<Note id="${id}" kind="이름" />`, { part: 'body' }),
  },
  { name: 'note on a line of its own', field: /^본문$/, apply: addBlock('<Note id="sector" />') },
];
