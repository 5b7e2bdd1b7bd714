import { nearest } from '../../korean/nearest.ts';
import { suggest } from '../explain.ts';
import type { CaseBody } from '../prose.ts';
import type { CheckedCase, Report } from './subject.ts';

/** Every table of the front matter stands once in the prose, and the prose names no other. */
export function checkPlacing({ data, body }: CheckedCase, report: Report): void {
  const meant = checkTags(body, 'Table', data.tables, report);
  data.tables.forEach((table, index) => {
    const [first, ...again] = body.tags.filter((tag) => tag.name === 'Table' && tag.id === table.id);
    const fix = `본문의 알맞은 자리에 <Table id="${table.id}" />를 한 번만 두세요.`;
    if (first === undefined && !meant.has(table.id)) report.at(['tables', index], `tables.${table.id}`, '표가 본문에 없습니다.', fix);
    for (const tag of again) report.line(tag.line, '본문', `표 ‘${table.id}’: 본문에 두 번 나옵니다.`, fix);
  });
}

/** Refuses tags with an unknown id. Returns the ids that were probably meant, so that they are not missed as well. */
export function checkTags(body: CaseBody, name: 'Table' | 'Note', rows: readonly { id: string }[], { line }: Report): Set<string> {
  const known = rows.map(({ id }) => id);
  const meantIds = new Set<string>(body.refusedIds);
  for (const tag of body.tags) {
    if (tag.name !== name || known.includes(tag.id)) continue;
    const meant = nearest(tag.id, known);
    if (meant !== undefined) meantIds.add(meant);
    line(
      tag.line,
      '본문',
      `<${name} id="${tag.id}" />: 앞머리에 그런 ${name === 'Table' ? '표가' : '메모가'} 없습니다.`,
      suggest(meant, 'id', known),
    );
  }
  return meantIds;
}
