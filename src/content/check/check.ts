/**
 * The content check: every fault of every file of `content/` at once, as plain data. It never prints; `report.ts` does.
 * The build runs it first, so a bad file never becomes a page.
 */
import { findBadCharacters, findBadStrings } from '../characters.ts';
import { explainIssues } from '../explain.ts';
import type { Fault } from '../fault.ts';
import { findSilentChanges, type PrintedCase } from '../fingerprints.ts';
import { correctLine, guessProse } from '../guess.ts';
import { findUnjudged } from '../import/unjudged.ts';
import { describeLines } from '../line-runs.ts';
import { parseBody, type CaseBody } from '../prose.ts';
import type { CaseFile, Content } from '../read.ts';
import { createCaseSchema, type CaseSchema } from '../schema/case.ts';
import { checkAcross } from './across.ts';
import { checkAmounts, checkHeadlines, checkParts } from './amounts.ts';
import { checkAnchorAliases, checkAnchors } from './anchors.ts';
import { checkAsks } from './asks.ts';
import { checkDepartures } from './departures.ts';
import { checkGlossary } from './glossary.ts';
import { checkHanja } from './hanja.ts';
import { checkMarkup } from './markup.ts';
import { checkBook, checkFileName, checkPlace, checkTier } from './place.ts';
import { checkNotes } from './notes.ts';
import { checkNumbers } from './numbers.ts';
import { checkPages } from './pages.ts';
import { checkPlacing } from './placing.ts';
import { findRemarks } from './remarks.ts';
import { checkRepeats } from './repeats.ts';
import { salvage } from './salvage.ts';
import type { CheckedCase, Report, Theme } from './subject.ts';
import { checkSummary } from './summary.ts';
import { checkTables } from './tables.ts';
import { checkPublication, checkTime, checkUpdated } from './time.ts';
import { checkTopics } from './topics.ts';

/** Themes that look at one row or field at a time: what is left of a case with faults can be held against them too. */
const BY_ROW: readonly Theme[] = [
  checkPlace,
  checkTier,
  checkBook,
  checkPages,
  checkAmounts,
  checkTime,
  checkPublication,
  checkTables,
  checkRepeats,
  checkAnchors,
  checkSummary,
];

/** Themes that compare rows with one another and with the prose: with a part unread they would accuse the innocent. */
const OF_THE_WHOLE: readonly Theme[] = [
  checkUpdated,
  checkHeadlines,
  checkParts,
  checkPlacing,
  checkNotes,
  checkAnchorAliases,
  checkAsks,
  checkTopics,
  checkNumbers,
];

/** Checks all content; see `readChecked`. */
export function checkContent(content: Content, today: string): Fault[] {
  return readChecked(content, today).faults;
}

/**
 * Checks all content and gives what it read on the way: every case, when there is no fault. Warnings are likely slips that stop nothing.
 * @param today ISO day; changes and publication must not lie after it
 */
export function readChecked(content: Content, today: string): { faults: Fault[]; warnings: Fault[]; cases: CheckedCase[] } {
  const { vocabulary, unread, files, departures } = content;
  const others = content.others();
  const faults: Fault[] = [...content.faults, ...others.faults];
  const tell = (fault: Fault) => faults.push(fault);
  const schema = createCaseSchema(vocabulary, unread);
  const against = { vocabulary, unread, today, slugs: new Set(files.map(({ slug }) => slug)) };
  const cases = files.flatMap((file) => checkFile(file, against, schema, tell) ?? []);
  checkAcross(cases, vocabulary, tell);
  if (others.hanja) checkHanja(files, others.hanja, tell);
  if (others.glossary) checkGlossary(others.glossary.terms, cases, files, others.glossary.lineAt, tell);
  // What changed about a case with faults is told when these are mended.
  const faulty = new Set(faults.map(({ file }) => file));
  if (others.fingerprints)
    faults.push(
      ...findSilentChanges(
        cases.filter(({ file, isWhole }) => isWhole && !faulty.has(file.file)).map(toPrinted),
        vocabulary.casebooks,
        others.fingerprints,
        today,
      ),
    );
  faults.push(...checkDepartures(departures, vocabulary, ownersOf(files, cases), today));
  const warnings: Fault[] = [];
  for (const subject of cases)
    if (subject.isWhole)
      findRemarks(
        subject,
        warnInto(subject, (fault) => warnings.push(fault)),
      );
  return { faults: faults.sort(byPlace), warnings: warnings.sort(byPlace), cases };
}

const byPlace = (a: Fault, b: Fault): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line);

/** Warns at the lines of a case that could be read whole. */
function warnInto({ file }: CheckedCase, tell: (fault: Fault) => void): Report {
  const line: Report['line'] = (number, field, problem, fix) => {
    tell({ file: file.file, line: number, field, problem, fix, isWarning: true });
  };
  return {
    line,
    at: (path, field, problem, fix) => {
      line(file.source.lineAt(path), field, problem, fix);
    },
  };
}

/** A draft is no case until a person has judged what the import left open. */
function checkJudged(text: string, report: Report['line']): void {
  const open = findUnjudged(text);
  const [first] = open;
  if (first === undefined) return;
  report(
    first,
    '확인',
    `사람이 판단할 곳(‘확인:’)이 ${String(open.length)}군데 남았습니다(${describeLines(open)}행).`,
    '사례집을 보고 적은 뒤 ‘확인:’을 지우세요.',
  );
}

const NO_BODY: CaseBody = { sections: [], tags: [], texts: [], problems: [], refusedIds: [], readable: false };

function checkFile(
  file: CaseFile,
  against: Pick<CheckedCase, 'vocabulary' | 'unread' | 'slugs' | 'today'>,
  schema: CaseSchema,
  tell: (fault: Fault) => void,
): CheckedCase | undefined {
  const { source, text } = file;
  const lines = text.normalize('NFC').split(/\r?\n/);
  const { faults: ofCharacters, spoilt } = findBadCharacters(text);
  for (const fault of ofCharacters) tell({ file: file.file, ...fault });
  const uncertain = new Set([...spoilt, ...source.problems.flatMap((problem) => problem.uncertain ?? [])]);
  const line: Report['line'] = (number, field, problem, fix, replacement) => {
    if (uncertain.has(number)) return;
    const corrected = replacement && correctLine(lines[number - 1] ?? '', replacement);
    tell({ file: file.file, line: number, field, problem, fix, ...(corrected !== undefined && { corrected }) });
  };
  checkFileName(file, line);
  checkMarkup(file, line);
  checkJudged(text, line);
  for (const { line: at, problem, fix, corrected } of source.problems) {
    const more = source.data === undefined ? ' 앞머리의 나머지는 고친 뒤에 검사합니다.' : '';
    if (!spoilt.has(at))
      tell({ file: file.file, line: at, field: '앞머리', problem, fix: fix + more, ...(corrected !== undefined && { corrected }) });
  }
  // Without its fences the file is one text: nothing of it is prose yet.
  const body = source.bodyLine === 1 ? NO_BODY : parseBody(source.body, source.bodyLine);
  for (const { line: number, problem, fix } of body.problems) {
    const written = lines[number - 1] ?? '';
    const meant = guessProse(written);
    line(number, '본문', problem, fix, meant === undefined ? undefined : { from: written, to: meant });
  }
  if (source.data === undefined) return undefined;
  for (const fault of findBadStrings(source.data, source.lineAt, spoilt)) tell({ file: file.file, ...fault });

  const result = schema.safeParse(source.data);
  for (const { line: number, field, problem, fix, replacement } of explainIssues(result.error?.issues ?? [], source, schema))
    line(number, field, problem, fix, replacement);
  const rest = result.success ? undefined : salvage(source, result.error.issues, schema);
  const data = result.data ?? rest?.data;
  if (data === undefined) return undefined;
  const isWhole = result.success && body.readable && uncertain.size === 0;
  const subject: CheckedCase = { ...against, file, data, body, isWhole };
  const at: Report['at'] = (path, field, problem, fix, replacement) => {
    line(rest?.lineAt(path) ?? source.lineAt(path), field, problem, fix, replacement);
  };
  for (const check of BY_ROW) check(subject, { line, at });
  if (isWhole) for (const check of OF_THE_WHOLE) check(subject, { line, at });
  return subject;
}

/** A case with what its prints are taken from. */
export function toPrinted({ file, data, body }: Pick<CheckedCase, 'file' | 'data' | 'body'>): PrintedCase {
  return { slug: file.slug, data, body: { text: file.source.body, firstLine: file.source.bodyLine, sections: body.sections } };
}

/** Slugs and old slugs of all cases, with the file that has them; files that did not pass keep their slug too. */
function ownersOf(files: readonly CaseFile[], cases: readonly CheckedCase[]): Map<string, string> {
  return new Map([
    ...cases.flatMap(({ file, data }) => data.aliases.map((alias) => [alias, file.file] as const)),
    ...files.map(({ slug, file }) => [slug, file] as const),
  ]);
}

/** Today as an ISO day in Korea, where the catalogue is kept. */
export function todayInKorea(now: Date): string {
  return new Date(now.getTime() + 9 * 3600 * 1000).toISOString().slice(0, 10);
}
