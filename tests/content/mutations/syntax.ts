/** What the parser and the eye trip over. */
import { addToProse, toLines, rebuild, change, insert, type Mutation } from './edit.ts';

export const SYNTAX: readonly Mutation[] = [
  { name: 'key twice', field: /^앞머리$/, hint: /하나만/, apply: insert(/^tier: /, 'tier: 시') },
  { name: 'tab', field: /^앞머리$/, hint: /탭/, apply: change(/^ {4}page: /, '\tpage: ') },
  {
    name: 'too much indentation',
    field: /^앞머리$/,
    hint: /같은 수의 빈칸/,
    corrected: /^page: /,
    apply: change(/^ {4}page: /, '      page: ', { keys: ['figures'] }),
  },
  {
    name: 'too little indentation',
    field: /^앞머리$/,
    hint: /같은 수의 빈칸/,
    apply: change(/^ {4}page: /, '   page: ', { keys: ['figures'] }),
  },
  {
    name: 'quote left open',
    field: /^앞머리$/,
    hint: /큰따옴표/,
    apply: change(/^ {4}role: (.*)/, ([, text = '']) => `    role: "${text.replaceAll('"', '')}`),
  },
  {
    name: 'bracket left open',
    field: /^앞머리$/,
    corrected: /^title: "\[/,
    apply: change(/^title: (.*)/, ([, text = '']) => `title: [${text}`),
  },
  {
    name: 'colon in a value',
    field: /^앞머리$/,
    hint: /큰따옴표/,
    corrected: /^role: "역할: /,
    apply: change(/^( {4}role: )"?(.*?)"?$/, ([, key = '', text = '']) => `${key}역할: ${text}`),
  },
  { name: 'percent sign alone', field: /^앞머리$/, hint: /unit: "%"/, apply: change(/^ {4}unit: .*/, '    unit: %') },
  { name: 'star in front', field: /^앞머리$/, hint: /큰따옴표/, apply: change(/^title: "?/, 'title: *') },
  { name: 'ampersand in front', field: /^앞머리$/, apply: change(/^ {4}role: "?/, '    role: &') },
  {
    name: 'hash in a value',
    field: /^앞머리$/,
    hint: /큰따옴표/,
    apply: change(/^( {4}role: )"?(.*?)"?$/, ([, key = '', text = '']) => `${key}${text.replaceAll('"', '')} #1`),
  },
  { name: 'full-width colon', field: /^앞머리$/, corrected: /^tier: ./, apply: change(/^tier: /, 'tier：') },
  { name: 'no space behind the colon', field: /^앞머리$/, corrected: /^tier: ./, apply: change(/^tier: /, 'tier:') },
  {
    name: 'no-break spaces in front of a line',
    field: /^앞머리$/,
    hint: /스페이스/,
    corrected: /^page: /,
    apply: change(/^ {4}page: /, '\u00a0\u00a0\u00a0\u00a0page: '),
  },
  {
    name: 'quotation marks of two kinds',
    field: /^앞머리$/,
    corrected: /^title: "[^"]*"$/,
    apply: change(/^title: "?(.*?)"?$/, ([, text = '']) => `title: "${text}”`),
  },
  {
    name: 'item without its dash',
    field: /^앞머리$/,
    hint: /‘- ’/,
    corrected: /^- /,
    apply: change(/^ {2}- (.*)$/, ([, text = '']) => `  ${text}`, { keys: ['topics'] }),
  },
  {
    name: 'dash without its space',
    field: /^앞머리$/,
    corrected: /^- /,
    apply: change(/^ {2}- (.*)$/, ([, text = '']) => `  -${text}`, { keys: ['topics'] }),
  },
  {
    name: 'remark behind a value',
    field: /^앞머리$/,
    corrected: /^tier: [^#]*$/,
    apply: change(/^tier: .*/, ([line = '']) => `${line} # 확인할 것`),
  },
  {
    name: 'two versions not yet merged',
    field: /^앞머리$/,
    hint: /맞는 것만/,
    apply: change(/^tier: .*/, ([line = '']) => `<<<<<<< HEAD\n${line}\n=======\n${line}\n>>>>>>> other`),
  },
  {
    name: 'front matter twice',
    field: /^앞머리$/,
    hint: /하나만/,
    apply: (file) => {
      const lines = toLines(file);
      const end = file.source.bodyLine - 1;
      return rebuild(file, [...lines.slice(0, end), ...lines], [end + 1]);
    },
  },
  { name: 'lists in lists in lists', field: /^앞머리$/, hint: /얕게/, apply: change(/^title: .*/, `title: ${'['.repeat(10_000)}`) },
  {
    name: 'lists in lists, by dashes',
    field: /^앞머리$/,
    hint: /얕게/,
    apply: change(/^title: .*/, `title:\n  ${'- '.repeat(10_000)}`, {}, 1),
  },
  {
    name: 'front matter of another size',
    field: /^앞머리$/,
    apply: (file) =>
      rebuild(file, toLines(file).toSpliced(1, 0, ...Array.from({ length: 50_000 }, (_, index) => `key${String(index)}: 1`)), [1]),
  },
  { name: 'no fence at the start', field: /^앞머리$/, apply: (file) => rebuild(file, toLines(file).slice(1), [1]) },
  {
    name: 'no fence at the end',
    field: /^앞머리$/,
    apply: (file) =>
      rebuild(
        file,
        toLines(file).filter((line, index) => index === 0 || line !== '---'),
        [1],
      ),
  },
  { name: 'empty file', field: /^앞머리$/, apply: (file) => rebuild(file, [''], [1]) },
  {
    name: 'front matter that is one text',
    field: /^앞머리$/,
    apply: (file) => rebuild(file, ['---', '사례를 여기에 적는다.', '---', ''], [2]),
  },
  { name: 'empty front matter', field: /^앞머리$/, apply: (file) => rebuild(file, ['---', '---', ''], [2]) },

  { name: 'NFD in the front matter', field: /^글자$/, apply: change(/^title: .*/, ([line = '']) => line.normalize('NFD')) },
  { name: 'NFD in the prose', field: /^글자$/, apply: change(/^[가-힣].*$/, ([line = '']) => line.normalize('NFD'), { part: 'body' }) },
  { name: 'byte order mark', field: /^파일$/, apply: (file) => rebuild(file, [`\ufeff${file.text}`], [1]) },
  { name: 'other encoding', field: /^글자$/, hint: /UTF-8/, apply: change(/^province: .*/, 'province: \ufffd\ufffd\ufffd\ufffd') },
  {
    name: 'sign that turns the writing, as an escape',
    field: /^글자$/,
    apply: change(/^title: .*/, String.raw`title: "제목\u202E"`),
  },
  { name: 'null, as an escape', field: /^글자$/, apply: change(/^title: .*/, String.raw`title: "제목\0"`) },
  { name: 'half of a character, as an escape', field: /^글자$/, apply: change(/^title: .*/, String.raw`title: "제목\ud83d"`) },
  { name: 'tab, as an escape', field: /^글자$/, apply: change(/^title: .*/, String.raw`title: "제목\t끝"`) },
  { name: 'private character of a PDF', field: /^글자$/, apply: addToProse('글머리\uf0b7이다.') },
  { name: 'no-break space in the prose', field: /^글자$/, apply: addToProse('붙은\u00a0말이다.') },
  {
    name: 'zero-width space',
    field: /^글자$/,
    apply: change(/^[가-힣]+ .*$/, ([line = '']) => line.replace(' ', '\u200b '), { part: 'body' }),
  },
];
