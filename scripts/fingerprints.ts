/** `npm run fingerprints`: records what all cases and casebooks say as published. Refuses what changed without a change entry. */
import { writeFileSync } from 'node:fs';
import { toPrinted } from '../src/content/check/check.ts';
import { checkFingerprints, updateFingerprints, type PrintedCase } from '../src/content/fingerprints.ts';
import { parseBody } from '../src/content/prose.ts';
import { readContent, validateCase } from '../src/content/read.ts';
import { formatFaults } from '../src/content/report.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';
import type { Casebook } from '../src/content/schema/casebook.ts';
import { FINGERPRINTS, readFingerprints } from '../src/content/schema/ledgers.ts';

export function readCases(): PrintedCase[] {
  const { files, vocabulary } = readContent('content');
  return files.map((file) =>
    toPrinted({ file, data: validateCase(file, vocabulary).data, body: parseBody(file.source.body, file.source.bodyLine) }),
  );
}

export function readCasebooks(): readonly Casebook[] {
  return readContent('content').vocabulary.casebooks;
}

if (import.meta.main)
  await runMain(() => {
    const cases = readCases();
    const books = readCasebooks();
    const known = readFingerprints('content');
    const next = updateFingerprints(cases, books, known);
    const file = `content/${FINGERPRINTS.name}`;
    writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
    const fresh = cases.filter(({ slug }) => JSON.stringify(known.cases[slug]) !== JSON.stringify(next.cases[slug])).length;
    console.log(`${file}: 사례 ${String(cases.length)}건, 새로 기록한 것 ${String(fresh)}건.`);
    const silent = checkFingerprints(cases, books, next);
    if (silent.length > 0) throw new UserError(formatFaults(silent));
    return Promise.resolve();
  });
