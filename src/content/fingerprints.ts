/**
 * Fingerprints of what was published of each case and casebook, `content/fingerprints.json`: what changes must say so in `changes`. The prose has
 * one a section: a negated sentence or two numbers changed about pass every other check.
 */
import { createHash } from 'node:crypto';
import type { Fault } from './fault.ts';
import type { BodySection } from './prose.ts';
import type { Amount, CaseData } from './schema/case.ts';
import type { Casebook } from './schema/casebook.ts';
import type { BookPrint, CasePrint, Fingerprints } from './schema/ledgers.ts';

/** A case as it was read, before or after publication. */
export interface PrintedCase {
  slug: string;
  data: CaseData;
  /** The prose as written, and where its sections begin in it. */
  body: { text: string; firstLine: number; sections: readonly BodySection[] };
}

/** Bookkeeping, what has a print of its own, what search alone reads, and which sentence a list takes. */
const NOT_FACTS: ReadonlySet<string> = new Set([
  'published',
  'updated',
  'changes',
  'aliases',
  'anchorAliases',
  'summary',
  'doneSentence',
  'topics',
  'asks',
] satisfies (keyof CaseData)[]);

/** Sixteen hexadecimal digits that change with the value; the order of keys and empty lists do not count. */
function fingerprint(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(value) ?? null))
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

/** An amount without its place on top of the page and without what only the check adds up: neither is a fact that a reader sees. */
const withoutPlace = (row: Amount) => ({ ...row, headline: undefined, partOf: undefined });

/** The prints of a case as it is now. */
export function printCase({ data, body }: PrintedCase): CasePrint {
  const rows = { ...data, budget: data.budget.map(withoutPlace), figures: data.figures.map(withoutPlace) };
  const facts = Object.fromEntries(Object.entries(rows).filter(([key]) => !NOT_FACTS.has(key)));
  const lines = body.text.split('\n');
  const sections = body.sections.map(({ id, line }, index) => {
    const end = body.sections[index + 1]?.line ?? Infinity;
    // White space that Markdown does not print may change.
    const text = lines
      .slice(line - body.firstLine, end - body.firstLine)
      .join('\n')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return [id, fingerprint(text)] as const;
  });
  return {
    facts: fingerprint(facts),
    summary: fingerprint(data.summary.replaceAll(/\s+/g, ' ')),
    topics: fingerprint(data.topics),
    sections: Object.fromEntries(sections),
    changes: data.changes.length,
  };
}

/** The print of a casebook as it is now. */
export function printBook({ changes = [], ...facts }: Casebook): BookPrint {
  // As it stands in the file: one value, or a list.
  const [sector, tier] = [facts.sector, facts.tier].map((values) => (values.length === 1 ? values[0] : values));
  return { facts: fingerprint({ ...facts, sector, tier }), changes: changes.length };
}

/** What is published of a case and is another now, as a maintainer calls it. */
export function namesOfChanges(before: CasePrint, now: CasePrint): string[] {
  const sections = [...new Set([...Object.keys(before.sections), ...Object.keys(now.sections)])].filter(
    (id) => before.sections[id] !== now.sections[id],
  );
  return [
    ...(before.facts === now.facts ? [] : ['앞머리의 사실']),
    ...(before.summary === now.summary ? [] : ['요약']),
    ...(before.topics === now.topics ? [] : ['주제어']),
    ...sections.map((id) => `본문 #${id}`),
  ];
}

/** What is new since the prints were taken, a line each: cases that came, changed or moved, and casebooks. */
export function describeChanges(cases: readonly PrintedCase[], books: readonly Casebook[], known: Fingerprints): string[] {
  const ofCases = cases.flatMap((one) => {
    const before = printBefore(one, known);
    if (before === undefined) return [`추가: ${one.slug}`];
    const old = one.data.aliases.findLast((alias) => alias in known.cases);
    const names = namesOfChanges(before, printCase(one));
    return [
      ...(known.cases[one.slug] === undefined && old !== undefined ? [`링크 변경: ${old} → ${one.slug}`] : []),
      ...(names.length === 0 ? [] : [`수정: ${one.slug} (${names.join(', ')})`]),
    ];
  });
  const ofBooks = books.flatMap((book) => {
    const before = known.casebooks[book.id];
    if (before === undefined) return [`사례집 추가: ${book.id}`];
    return before.facts === printBook(book).facts ? [] : [`사례집 수정: ${book.id}`];
  });
  return [...ofCases, ...ofBooks];
}

/** The print that a case had, under its present or an old slug: a new name does not hide a changed fact. */
function printBefore({ slug, data }: PrintedCase, { cases }: Fingerprints): CasePrint | undefined {
  return [slug, ...data.aliases].map((name) => cases[name]).find((print) => print !== undefined);
}

/** Whether something published changed and no entry was added since. */
const isSilent = (hasChanged: boolean, before: { changes: number }, now: { changes: number }): boolean =>
  hasChanged && now.changes <= before.changes;

/** What an entry of `changes` looks like, to copy: under the entries that are there, or with its key. */
function entryOf(has: boolean, today: string): string {
  return `${has ? '' : 'changes:\n'}  - date: "${today}"\n    what: 무엇을 고쳤는지\n    why: 사유`;
}

/**
 * What was published and changed without a word: told by every check.
 * @param today ISO day, for the entry to copy
 */
export function findSilentChanges(cases: readonly PrintedCase[], books: readonly Casebook[], known: Fingerprints, today = '날짜'): Fault[] {
  const ofCases = cases.flatMap((one): Fault[] => {
    const before = printBefore(one, known);
    const now = printCase(one);
    const names = before === undefined ? [] : namesOfChanges(before, now);
    if (before === undefined || !isSilent(names.length > 0, before, now)) return [];
    return [
      {
        file: `content/cases/${one.slug}.mdx`,
        line: 1,
        field: 'changes',
        problem: `게시한 내용이 바뀌었는데 changes에 적지 않았습니다: ${names.join(', ')}.`,
        fix: 'changes의 맨 끝에 아래 세 행을 넣어 고쳐 적고 updated를 그날로 고친 뒤 ‘npm run publish’를 실행하세요. 잘못 바꾸었으면 되돌리세요.',
        corrected: entryOf(one.data.changes.length > 0, today),
      },
    ];
  });
  const ofBooks = books.flatMap((book): Fault[] => {
    const before = known.casebooks[book.id];
    const now = printBook(book);
    if (before === undefined || !isSilent(before.facts !== now.facts, before, now)) return [];
    return [
      {
        file: `content/casebooks/${book.id}.yaml`,
        line: 1,
        field: 'changes',
        problem: '게시한 사례집의 정보가 바뀌었는데 changes에 적지 않았습니다.',
        fix: 'changes의 맨 끝에 아래 세 행을 넣어 고쳐 적고 ‘npm run publish’를 실행하세요. 잘못 바꾸었으면 되돌리세요.',
        corrected: entryOf((book.changes ?? []).length > 0, today),
      },
    ];
  });
  return [...ofCases, ...ofBooks];
}

/** Prints that are not written down yet, and what changed in silence: told before a version is published. */
export function checkFingerprints(cases: readonly PrintedCase[], books: readonly Casebook[], known: Fingerprints): Fault[] {
  const silent = findSilentChanges(cases, books, known);
  const isTold = (file: string) => silent.some((fault) => fault.file === file);
  const unrecorded = [
    ...cases.map((one) => [`content/cases/${one.slug}.mdx`, known.cases[one.slug], printCase(one)] as const),
    ...books.map((book) => [`content/casebooks/${book.id}.yaml`, known.casebooks[book.id], printBook(book)] as const),
  ].filter(([file, before, now]) => !isTold(file) && fingerprint(before) !== fingerprint(now));
  return [
    ...silent,
    ...unrecorded.map(([file, before]) => ({
      file,
      line: 1,
      field: 'changes',
      problem: before === undefined ? '내용의 지문이 아직 기록되지 않았습니다.' : '바뀐 내용의 지문이 아직 기록되지 않았습니다.',
      fix: '‘npm run publish’를 실행해 기록하고 content/ 전체를 함께 커밋하세요.',
    })),
  ];
}

/**
 * Prints of all cases and casebooks as they are now. What changed without an entry keeps the old one, so that the check goes on failing. Cases that
 * are gone keep theirs too: a withdrawn slug is never given away.
 */
export function updateFingerprints(cases: readonly PrintedCase[], books: readonly Casebook[], known: Fingerprints): Fingerprints {
  const silent = new Set(findSilentChanges(cases, books, known).map(({ file }) => file));
  const sorted = <T>(record: Record<string, T>) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  const ofCases = cases.filter(({ slug }) => !silent.has(`content/cases/${slug}.mdx`)).map((one) => [one.slug, printCase(one)] as const);
  const ofBooks = books.filter(({ id }) => !silent.has(`content/casebooks/${id}.yaml`)).map((book) => [book.id, printBook(book)] as const);
  return {
    cases: sorted({ ...known.cases, ...Object.fromEntries(ofCases) }),
    casebooks: sorted({ ...known.casebooks, ...Object.fromEntries(ofBooks) }),
  };
}
