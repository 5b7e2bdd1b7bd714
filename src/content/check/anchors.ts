import { nearest } from '../../korean/nearest.ts';
import { anchor, GENERATED_SECTION_IDS, noteMarkAnchor, RESERVED_PREFIXES, RESERVED_SECTION_IDS, ROW_ANCHORS } from '../anchors.ts';
import { suggest } from '../explain.ts';
import type { CaseBody } from '../prose.ts';
import type { CaseData } from '../schema/case.ts';
import { idPattern } from '../schema/fields.ts';
import type { CheckedCase, Report } from './subject.ts';

const isReserved = (id: string): boolean =>
  (RESERVED_SECTION_IDS as readonly string[]).includes(id) || RESERVED_PREFIXES.some((prefix) => id.startsWith(prefix));

/** Ids that links lead to are fit for an address, and no id stands twice on the page. */
export function checkAnchors({ data, body }: CheckedCase, report: Report): void {
  const seen = new Set<string>();
  const isNew = (id: string) => !seen.has(id) && seen.add(id).has(id);
  for (const section of body.sections) {
    const tell = (problem: string, fix: string) => {
      report.line(section.line, '본문', `제목 ‘${section.title}’: ${problem}`, fix);
    };
    if (!idPattern.test(section.id))
      tell(`id ‘${section.id}’: 형식이 다릅니다.`, '소문자 영문으로 시작하고 소문자 영문, 숫자, 붙임표(-)로만 적으세요.');
    if (isReserved(section.id)) {
      tell(
        `id ‘${section.id}’: 페이지가 스스로 쓰는 id입니다.`,
        `다른 id를 쓰세요. 쓸 수 없는 id: ${RESERVED_SECTION_IDS.join(', ')}, ${RESERVED_PREFIXES.map((prefix) => `${prefix}…`).join(', ')}`,
      );
    }
    if (!isNew(section.id)) tell(`id ‘${section.id}’: 두 번 나옵니다.`, '서로 다른 id를 붙이세요.');
  }
  for (const [list, kind] of ROW_ANCHORS) {
    data[list].forEach((row, index) => {
      if (!isNew(anchor(kind, row.id)))
        report.at([list, index, 'id'], `${list}.${row.id}`, `id ‘${row.id}’: 두 번 나옵니다.`, '서로 다른 id를 붙이세요.');
    });
  }
}

/** Old ids of passages are in use no more, and lead to one that is there. */
export function checkAnchorAliases({ data, body }: CheckedCase, { at }: Report): void {
  const anchors = anchorsOf(data, body);
  for (const [old, target] of Object.entries(data.anchorAliases)) {
    const tell = (problem: string, fix: string) => {
      at(['anchorAliases', old], 'anchorAliases', problem, fix);
    };
    if (anchors.has(old) || (RESERVED_SECTION_IDS as readonly string[]).includes(old))
      tell(`이전 id ‘${old}’: 지금도 쓰는 id입니다.`, '이제 쓰지 않는 이전 id만 적으세요.');
    if (!anchors.has(target) && !(GENERATED_SECTION_IDS as readonly string[]).includes(target)) {
      const known = [...anchors];
      tell(`‘${target}’: 이 사례에 없는 위치입니다.`, suggest(nearest(target, known), '위치', known));
    }
  }
}

/** Every id of the page that comes from the case: its sections, its rows with their prefix, the marks of its notes. */
function anchorsOf(data: CaseData, body: CaseBody): Set<string> {
  return new Set([...passagesOf(data, body), ...data.notes.map(({ id }) => noteMarkAnchor(id))]);
}

/** Ids of the passages that can be linked to: sections, and rows with their prefix. */
export function passagesOf(data: CaseData, body: CaseBody): string[] {
  return [...body.sections.map(({ id }) => id), ...ROW_ANCHORS.flatMap(([list, kind]) => data[list].map(({ id }) => anchor(kind, id)))];
}
