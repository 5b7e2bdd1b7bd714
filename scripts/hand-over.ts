/**
 * The worker of `npm run build` that checks all content and hands the cases on in a file, whose path it is given. Its message is the report of the
 * faults, or nothing. A thread of its own, so that what was read for it leaves the memory with it.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { readChecked, todayInKorea } from '../src/case/check.ts';
import { readContent } from '../src/case/content.ts';
import { handOver } from '../src/case/handover.ts';
import { formatFaults } from '../src/case/report.ts';
import { VocabularyError } from '../src/case/vocabulary.ts';

parentPort?.postMessage(checkAndHandOver(String(workerData)));

function checkAndHandOver(path: string): string | undefined {
  try {
    const { faults, cases } = readChecked(readContent('content'), todayInKorea(new Date()));
    if (faults.length > 0) return formatFaults(faults);
    handOver(
      path,
      cases.map(({ file, data }) => ({ slug: file.slug, data, file: file.file, body: file.source.body })),
    );
    return undefined;
  } catch (error) {
    if (error instanceof VocabularyError) return error.message;
    throw error;
  }
}
