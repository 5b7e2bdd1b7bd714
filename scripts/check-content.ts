/** `npm run check:content`: prints every fault of every content file and exits 1 on any. */
import { checkContent, todayInKorea } from '../src/content/check/check.ts';
import { readContent } from '../src/content/read.ts';
import { formatFaults } from '../src/content/report.ts';
import { VocabularyError } from '../src/content/schema/vocabulary.ts';

const dir = process.argv[2] ?? 'content';
try {
  const content = readContent(dir);
  const faults = checkContent(content, todayInKorea(new Date()));
  if (faults.length > 0) {
    console.error(formatFaults(faults));
    process.exitCode = 1;
  } else {
    console.log(`사례 ${String(content.files.length)}건을 검사했다. 잘못이 없다.`);
  }
} catch (error) {
  if (!(error instanceof VocabularyError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
