/**
 * Fingerprints of the facts of each case, `content/fingerprints.json`: a published fact that changes must say so in `changes`.
 */
import { createHash } from 'node:crypto';
import type { Fault } from '../content/fault.ts';
import type { ValidCase } from '../content/read.ts';
import type { CaseData } from '../content/schema/case.ts';

/** Slug → fingerprint of its facts, and how many change entries the case had when it was taken. */
export type Fingerprints = Record<string, { facts: string; changes: number }>;

/** Bookkeeping, and what the catalogue says in its own words. */
const NOT_FACTS = new Set<keyof CaseData>(['published', 'updated', 'changes', 'aliases', 'anchorAliases', 'summary', 'topics', 'asks']);

/** Sixteen hexadecimal digits that change with any fact; order of keys and empty lists do not count. */
export function fingerprintFacts(data: CaseData): string {
  const facts = Object.fromEntries(Object.entries(data).filter(([key]) => !NOT_FACTS.has(key as keyof CaseData)));
  return createHash('sha256')
    .update(JSON.stringify(canonical(facts)))
    .digest('hex')
    .slice(0, 16);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, inner]) => inner !== undefined && !(Array.isArray(inner) && inner.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, canonical(inner)]);
}

const RECORD = '‘npm run fingerprints’를 실행하고 함께 커밋하세요.';

/** Facts that changed without a word, and fingerprints that are not written down. */
export function checkFingerprints(cases: readonly ValidCase[], known: Fingerprints): Fault[] {
  return cases.flatMap(({ slug, data }) => {
    const report = (problem: string, fix: string): Fault[] => [
      { file: `content/cases/${slug}.mdx`, line: 1, field: 'changes', problem, fix },
    ];
    const before = known[slug];
    if (before === undefined) return report('사실의 지문이 아직 기록되지 않았습니다.', RECORD);
    if (before.facts === fingerprintFacts(data)) {
      return data.changes.length === before.changes ? [] : report('수정 내용(changes)의 수가 지문을 기록할 때와 다릅니다.', RECORD);
    }
    return data.changes.length > before.changes
      ? report('수정한 사실의 지문이 아직 기록되지 않았습니다.', RECORD)
      : report(
          '게시한 사실이 바뀌었는데 changes에 적지 않았습니다.',
          'changes의 맨 끝에 date, what, why를 적고 updated를 그날로 고친 뒤 ‘npm run fingerprints’를 실행하세요. 잘못 바꾸었으면 되돌리세요.',
        );
  });
}

/**
 * Fingerprints of all cases as they are now. Cases whose facts changed without a change entry keep the old one, so that the check goes on
 * failing. Cases that are gone keep theirs too: a withdrawn slug is never given away.
 */
export function updateFingerprints(cases: readonly ValidCase[], known: Fingerprints): Fingerprints {
  const next: Fingerprints = { ...known };
  for (const { slug, data } of cases) {
    const before = known[slug];
    const facts = fingerprintFacts(data);
    const silent = before !== undefined && before.facts !== facts && data.changes.length <= before.changes;
    if (!silent) next[slug] = { facts, changes: data.changes.length };
  }
  return Object.fromEntries(Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1)));
}
