/**
 * What has left its place: `content/withdrawn.yaml` (cases that were taken back; their address says so) and
 * `content/moved.yaml` (topics, regions and other pages with a new address). Old slugs of cases stand in the cases.
 * Both files may be missing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parsePartialDate } from '../../korean/calendar.ts';
import type { Fault } from '../check/check.ts';
import { idPattern, type Vocabulary } from './vocabulary.ts';
import { readYamlFile } from '../yaml.ts';

const text = (what: string) => z.string({ error: `${what}: 글이어야 한다.` }).min(1, { error: `${what}: 비어 있다.` });
const slug = text('slug').regex(idPattern, { error: '소문자 영문, 숫자, 붙임표로만 적는다. 보기: busan-yeonje' });
const address = text('주소').regex(/^\/(?:[a-z0-9-]+\/)+$/, { error: '‘/’로 시작하고 ‘/’로 끝나는 주소를 적는다. 보기: /topics/jobs/' });

const withdrawalSchema = z.strictObject({
  slug,
  title: text('title'),
  /** `부산광역시 연제구` */
  municipality: text('municipality'),
  date: text('date').refine((value) => value.length === 10 && parsePartialDate(value) !== undefined, {
    error: '해·달·날을 따옴표로 감싸 적는다. 보기: "2026-11-22"',
  }),
  why: text('why'),
});

const moveSchema = z.strictObject({ from: address, to: address });

/** A case that was taken back. Its slug is never given to another. */
export type Withdrawal = z.output<typeof withdrawalSchema>;
/** A page other than a case that has a new address. */
export type Move = z.output<typeof moveSchema>;

interface Placed {
  /** 1-based line of the entry. */
  line: number;
}

export interface Departures {
  withdrawn: readonly (Withdrawal & Placed)[];
  moved: readonly (Move & Placed)[];
  /** What could not be read. */
  faults: readonly Fault[];
}

const WITHDRAWN = 'content/withdrawn.yaml';
const MOVED = 'content/moved.yaml';

export function readDepartures(contentDir: string): Departures {
  const faults: Fault[] = [];
  return {
    withdrawn: readList(join(contentDir, 'withdrawn.yaml'), WITHDRAWN, withdrawalSchema, faults),
    moved: readList(join(contentDir, 'moved.yaml'), MOVED, moveSchema, faults),
    faults,
  };
}

function readList<T extends object>(path: string, name: string, schema: z.ZodType<T>, faults: Fault[]): (T & Placed)[] {
  if (
    !existsSync(path) ||
    readFileSync(path, 'utf8')
      .replaceAll(/^\s*#.*$/gm, '')
      .trim() === ''
  )
    return [];
  const read = readYamlFile(path, name, z.array(schema, { error: '목록이어야 한다. 항목마다 ‘- ’로 시작한다.' }));
  faults.push(...read.faults);
  return (read.data ?? []).map((entry, index) => ({ ...entry, line: read.source.lineAt([index]) }));
}

/**
 * Collisions of what has left with what is there.
 * @param owners slugs and old slugs of cases, with the file that has them
 * @param today ISO day
 */
export function checkDepartures(
  departures: Departures,
  vocabulary: Vocabulary,
  owners: ReadonlyMap<string, string>,
  today: string,
): Fault[] {
  const faults = [...departures.faults];
  const gone = new Set<string>();
  for (const { slug, date, line } of departures.withdrawn) {
    const report = (field: string, problem: string, fix: string) => faults.push({ file: WITHDRAWN, line, field, problem, fix });
    const owner = owners.get(slug);
    if (owner !== undefined)
      report(
        'slug',
        `거둔 사례 ‘${slug}’의 주소: ${owner}에서 쓰고 있다.`,
        '한번 펴낸 주소는 다른 사례에 주지 않는다. 그 사례의 파일 이름이나 aliases를 바꾼다.',
      );
    if (gone.has(slug)) report('slug', `‘${slug}’: 두 번 나온다.`, '하나만 남긴다.');
    if (date > today) report('date', `거둔 날이 오늘(${today})보다 뒤다.`, '실제로 거둔 날을 적는다.');
    gone.add(slug);
  }
  const pages = livePages(vocabulary, [...owners.keys()]);
  const from = new Set(departures.moved.map((move) => move.from));
  const seen = new Set<string>();
  for (const { from: old, to, line } of departures.moved) {
    const report = (field: string, problem: string, fix: string) => faults.push({ file: MOVED, line, field, problem, fix });
    if (pages.has(old)) report('from', `옛 주소 ‘${old}’: 지금도 쪽이 있다.`, '쪽이 없는 옛 주소만 적는다.');
    if (old.startsWith('/cases/')) report('from', `‘${old}’: 사례의 주소다.`, '사례의 옛 주소는 그 사례의 aliases에 적는다.');
    if (seen.has(old)) report('from', `‘${old}’: 두 번 나온다.`, '하나만 남긴다.');
    if (from.has(to)) report('to', `‘${to}’: 이것도 옮겨 간 주소다.`, '지금 쪽이 있는 주소를 적는다.');
    seen.add(old);
  }
  return faults;
}

/** Addresses of the pages that cases and vocabulary make. */
function livePages({ topics, places, sectors, tiers }: Vocabulary, slugs: readonly string[]): Set<string> {
  return new Set([
    ...slugs.map((one) => `/cases/${one}/`),
    ...topics.map(({ id }) => `/topics/${id}/`),
    ...places.map(({ id }) => `/regions/${id}/`),
    ...sectors.map(({ id }) => `/sectors/${id}/`),
    ...tiers.map(({ id }) => `/tiers/${id}/`),
  ]);
}
