/** `npm run fingerprints`: records the facts of all cases as published. Refuses facts that changed without a change entry. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readContent, validateCase, type ValidCase } from '../src/content/read.ts';
import { checkFingerprints, updateFingerprints, type Fingerprints } from '../src/publish/fingerprints.ts';
import { formatFaults } from '../src/content/report.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';

const FINGERPRINT_FILE = 'content/fingerprints.json';

export function readFingerprints(): Fingerprints {
  return existsSync(FINGERPRINT_FILE) ? (JSON.parse(readFileSync(FINGERPRINT_FILE, 'utf8')) as Fingerprints) : {};
}

export function readCases(): ValidCase[] {
  const { files, vocabulary } = readContent('content');
  return files.map((file) => validateCase(file, vocabulary));
}

if (import.meta.main)
  await runMain(() => {
    const cases = readCases();
    const known = readFingerprints();
    const next = updateFingerprints(cases, known);
    writeFileSync(FINGERPRINT_FILE, `${JSON.stringify(next, null, 2)}\n`);
    const fresh = cases.filter(({ slug }) => known[slug]?.facts !== next[slug]?.facts).length;
    console.log(`${FINGERPRINT_FILE}: 사례 ${cases.length}건, 새로 기록한 것 ${fresh}건.`);
    const silent = checkFingerprints(cases, next);
    if (silent.length > 0) throw new UserError(formatFaults(silent));
    return Promise.resolve();
  });
