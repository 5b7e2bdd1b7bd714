import { formatNumber } from '../../korean/amounts.ts';
import { nearest } from '../../korean/nearest.ts';
import { withParticle } from '../../korean/particle.ts';
import { suggest } from '../explain.ts';
import type { CaseTable } from '../schema/case.ts';
import { cellNumber, findSubtotalMismatches, findTotalMismatches, parseRow, parseRows } from '../tables.ts';
import type { CheckedCase, Report } from './subject.ts';

/** Rows are as wide as the table, printed sums add up or have a note, charts draw columns of numbers. */
export function checkTables(subject: CheckedCase, report: Report): void {
  subject.data.tables.forEach((table, index) => {
    const tell: Tell = (keys, problem, fix) => {
      const names = keys.filter((key) => typeof key === 'string');
      report.at(['tables', index, ...keys], ['tables', table.id, ...names].join('.'), problem, fix);
    };
    // What a row of another width adds up to says nothing.
    if (!checkWidths(table, tell)) return;
    checkHiddenTotals(table, tell);
    checkTotal(
      table,
      subject.data.notes.map(({ id }) => id),
      tell,
    );
    if (!subject.data.notes.some(({ id, at }) => at === `table:${table.id}` || id === table.total?.note)) checkSubtotals(table, tell);
    checkChart(table, tell);
  });
}

/** @param keys path below the table */
type Tell = (keys: readonly (string | number)[], problem: string, fix: string) => void;

/** Whether every row is as wide as the table. */
function checkWidths({ columns, rows }: CaseTable, tell: Tell): boolean {
  const width = columns.length;
  const cells = parseRows(rows);
  cells.forEach((row, number) => {
    if (row.length === width) return;
    tell(
      ['rows', number],
      `표의 ${String(number + 1)}번째 행은 칸이 ${String(row.length)}개인데 열은 ${String(width)}개입니다.`,
      `‘| ${row.join(' | ')} |’의 칸을 ${String(width)}개로 맞추세요. 빈칸은 -로 적으세요.`,
    );
  });
  return cells.every((row) => row.length === width);
}

/** Names of a row of sums: 계, 합 계, 총계, 총합계, 총액, 합계(명). */
const TOTAL = /^(?:계|합\s?계|총\s?(?:계|액|합|합계))(?:\s?\(.*\))?$/;

/** A row of sums among the others is not added up again, and is counted twice where the others are. */
function checkHiddenTotals({ rows }: CaseTable, tell: Tell): void {
  parseRows(rows).forEach((row, number) => {
    const [first = ''] = row;
    if (!TOTAL.test(first)) return;
    tell(
      ['rows', number],
      `표의 ${String(number + 1)}번째 행 ‘${first}’: 합계 행이 rows에 있습니다.`,
      `이 행을 rows에서 빼고 ‘total:’ 아래에 ‘row: "| ${row.join(' | ')} |"’로 적으세요. 그러면 검사할 때 다시 더합니다.`,
    );
  });
}

function needColumn({ columns }: CaseTable, name: string, keys: readonly string[], tell: Tell): void {
  if (!columns.includes(name)) tell(keys, `‘${name}’: 이 표에 없는 열입니다.`, suggest(nearest(name, columns), '열', columns));
}

function checkTotal(table: CaseTable, noteIds: readonly string[], tell: Tell): void {
  const { total, columns } = table;
  if (!total) return;
  const cells = total.row === undefined ? columns.length : parseRow(total.row).length;
  if (cells !== columns.length)
    tell(
      ['total', 'row'],
      `합계 행은 칸이 ${String(cells)}개인데 열은 ${String(columns.length)}개입니다.`,
      `칸을 ${String(columns.length)}개로 맞추세요. 빈칸은 -로 적으세요.`,
    );
  if (total.column !== undefined) needColumn(table, total.column, ['total', 'column'], tell);
  for (const name of total.of ?? []) needColumn(table, name, ['total', 'of'], tell);
  const mismatches = findTotalMismatches(table);
  if (total.note === undefined) {
    for (const { direction, where, printed, computed } of mismatches) {
      tell(
        ['total', direction === '세로' ? 'row' : 'column'],
        `${direction} 합계가 맞지 않습니다. ‘${where}’에 ${withParticle(formatNumber(printed), '이라')}고 적혀 있으나, 더하면 ${formatNumber(computed)}입니다.`,
        '옮기다 틀렸으면 고치세요. 원문이 그러하면 notes에 메모를 적고 total.note에 그 메모의 id를 적으세요.',
      );
    }
    return;
  }
  if (!noteIds.includes(total.note))
    tell(['total', 'note'], `‘${total.note}’: notes에 없는 메모입니다.`, suggest(nearest(total.note, noteIds), 'id', noteIds));
  if (mismatches.length === 0) tell(['total', 'note'], '합계가 맞는데 total.note가 있습니다.', 'note 행을 지우세요.');
}

function checkSubtotals(table: CaseTable, tell: Tell): void {
  for (const { row, where, printed, computed } of findSubtotalMismatches(table)) {
    tell(
      ['rows', row],
      `표의 ${String(row + 1)}번째 행: 소계가 맞지 않습니다. ‘${where}’에 ${withParticle(formatNumber(printed), '이라')}고 적혀 있으나, 더하면 ${formatNumber(computed)}입니다.`,
      `옮기다 틀렸으면 고치세요. 원문이 그러하면 notes에 메모를 적고 ‘at: table:${table.id}’로 표에 다세요.`,
    );
  }
}

function checkChart(table: CaseTable, tell: Tell): void {
  const { chart, columns } = table;
  if (!chart) return;
  needColumn(table, chart.label, ['chart', 'label'], tell);
  for (const name of chart.values) {
    needColumn(table, name, ['chart', 'values'], tell);
    const column = columns.indexOf(name);
    const bad = parseRows(table.rows).find((row) => row[column] !== '-' && cellNumber(row[column] ?? '') === undefined);
    if (column >= 0 && bad)
      tell(
        ['chart', 'values'],
        `그릴 열 ‘${name}’에 수가 아닌 칸 ${withParticle(`‘${bad[column] ?? ''}’`, '이')} 있습니다.`,
        '수만 있는 열을 고르거나 그 칸을 -로 적으세요.',
      );
  }
}
