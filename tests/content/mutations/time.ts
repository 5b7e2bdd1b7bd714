/** Dates, spans and the days of the catalogue itself. */
import { change, insert, replaceKey, type Mutation } from './edit.ts';

export const TIME: readonly Mutation[] = [
  {
    name: 'impossible date',
    field: /\.date$/,
    hint: /29일까지/,
    apply: change(/^ {4}date: .*/, '    date: "2016-02-30"', { keys: ['events'] }),
  },
  { name: 'impossible unquoted date', field: /\.date$/, apply: change(/^ {4}date: .*/, '    date: 2016-02-30', { keys: ['events'] }) },
  { name: 'month 13', field: /\.date$/, apply: change(/^ {4}date: .*/, '    date: "2016-13"', { keys: ['events'] }) },
  {
    name: 'date with dots',
    field: /\.date$/,
    corrected: /^date: "2016-02-03"$/,
    apply: change(/^ {4}date: .*/, '    date: "2016.2.3"', { keys: ['events'] }),
  },
  {
    name: 'date with dots that is on no calendar',
    field: /\.date$/,
    hint: /30일까지/,
    apply: change(/^ {4}date: .*/, '    date: 2017.6.31', { keys: ['events'] }),
  },
  {
    name: 'date in curly quotes',
    field: /\.date$/,
    corrected: /^date: "2016-02-03"$/,
    apply: change(/^ {4}date: .*/, '    date: “2016-02-03”', { keys: ['events'] }),
  },
  {
    name: 'year of another age',
    field: /\.date$/,
    hint: /2100년까지/,
    apply: change(/^ {4}date: .*/, '    date: "3017"', { keys: ['events'] }),
  },
  { name: 'unquoted year', field: /\.date$/, hint: /따옴표/, apply: change(/^ {4}date: .*/, '    date: 2016', { keys: ['events'] }) },
  { name: 'date and start', field: /^events\./, apply: insert(/^ {4}date: .*/, '    start: "2016"', { keys: ['events'] }) },
  { name: 'end before start', field: /^events\./, apply: change(/^ {4}end: .*/, '    end: "1999"', { keys: ['events'] }) },
  {
    name: 'dateText of another year',
    field: /\.dateText$/,
    apply: change(/^ {4}dateText: .*/, '    dateText: 1998년 3월 초', { keys: ['events'] }),
  },
  { name: 'period without page', field: /^period\.page$/, apply: replaceKey('period', 'period:\n  start: "2016"') },
  {
    name: 'period both ended and ongoing',
    field: /^period\.end$/,
    hint: /ongoing/,
    apply: replaceKey('period', 'period:\n  start: "2016"\n  end: "2017"\n  ongoing: true\n  page: 173', 2),
  },
  { name: 'published in the future', field: /^published$/, apply: change(/^published: .*/, 'published: "2199-01-01"') },
  { name: 'published without day', field: /^published$/, apply: change(/^published: .*/, 'published: "2026-11"') },
  {
    name: 'change in the future',
    field: /^changes/,
    apply: insert(
      /^published: /,
      'updated: "2199-01-01"\nchanges:\n  - date: "2199-01-01"\n    what: 쪽을 고쳤다.\n    why: 틀렸다.',
      {},
      2,
    ),
  },
  {
    name: 'change before publication',
    field: /^changes/,
    apply: insert(
      /^published: /,
      'updated: "2001-01-01"\nchanges:\n  - date: "2001-01-01"\n    what: 쪽을 고쳤다.\n    why: 틀렸다.',
      {},
      2,
    ),
  },
  {
    name: 'change without why',
    field: /^changes\.1\.why$/,
    apply: insert(/^published: /, 'updated: "2026-12-01"\nchanges:\n  - date: "2026-12-01"\n    what: 쪽을 고쳤다.', {}, 2),
  },
  { name: 'updated without change', field: /^updated$/, apply: replaceKey('updated', 'updated: "2099-01-02"') },
];
