import type { Fault } from '../fault.ts';
import { MOVED, WITHDRAWN, type Departures } from '../schema/departures.ts';
import type { Vocabulary } from '../schema/vocabulary.ts';

/**
 * Collisions of what has left with what is there.
 * @param owners slugs and old slugs of cases, with the file that has them
 * @param today ISO day
 */
export function checkDepartures(
  { withdrawn, moved, faults: unread }: Departures,
  vocabulary: Vocabulary,
  owners: ReadonlyMap<string, string>,
  today: string,
): Fault[] {
  const faults = [...unread];
  const gone = new Set<string>();
  for (const { slug, date, line } of withdrawn) {
    const report = (field: string, problem: string, fix: string) =>
      faults.push({ file: `content/${WITHDRAWN.name}`, line, field, problem, fix });
    const owner = owners.get(slug);
    if (owner !== undefined)
      report(
        'slug',
        `게시 중단한 사례 ‘${slug}’의 링크: ${owner}에서 쓰고 있습니다.`,
        '한번 게시한 링크는 다른 사례에 주지 않습니다. 그 사례의 파일 이름이나 aliases를 바꾸세요.',
      );
    if (gone.has(slug)) report('slug', `‘${slug}’: 두 번 나옵니다.`, '하나만 남기세요.');
    if (date > today) report('date', `게시를 중단한 날이 오늘(${today})보다 뒤입니다.`, '실제로 중단한 날을 적으세요.');
    gone.add(slug);
  }
  const folders = foldersOf(vocabulary, [...owners.keys()]);
  /** Whether there is such a page; `undefined` where only the built site knows. */
  const isLive = (address: string): boolean | undefined => {
    const [, folder = '', id = ''] = /^\/([^/]+)\/([^/]+)\/$/.exec(address) ?? [];
    return folders.get(folder)?.has(id);
  };
  const from = new Set(moved.map((move) => move.from));
  const seen = new Set<string>();
  for (const { from: old, to, line } of moved) {
    const report = (field: string, problem: string, fix: string) =>
      faults.push({ file: `content/${MOVED.name}`, line, field, problem, fix });
    if (isLive(old) === true) report('from', `이전 링크 ‘${old}’: 지금도 페이지가 있습니다.`, '페이지가 없는 이전 링크만 적으세요.');
    if (old.startsWith('/cases/')) report('from', `‘${old}’: 사례의 링크입니다.`, '사례의 이전 링크는 그 사례의 aliases에 적으세요.');
    if (seen.has(old)) report('from', `‘${old}’: 두 번 나옵니다.`, '하나만 남기세요.');
    if (from.has(to)) report('to', `‘${to}’: 이것도 옮겨 간 링크입니다.`, '지금 페이지가 있는 링크를 적으세요.');
    else if (isLive(to) === false) report('to', `‘${to}’: 없는 페이지입니다.`, '지금 페이지가 있는 링크를 적으세요.');
    seen.add(old);
  }
  return faults;
}

/** Ids by the folder of their pages: what is in these can be told without building the site. */
function foldersOf({ topics, places, sectors, tiers, kinds }: Vocabulary, slugs: readonly string[]): Map<string, ReadonlySet<string>> {
  const idsOf = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id));
  return new Map([
    ['cases', new Set(slugs)],
    ['topics', idsOf(topics)],
    ['regions', idsOf(places)],
    ['sectors', idsOf(sectors)],
    ['tiers', idsOf(tiers)],
    ['organisations', idsOf(kinds.organisation)],
  ]);
}
