/**
 * Part of `npm run build`: checks all content and hands the cases on in a file, whose path it is given. Its message is the report of the faults,
 * empty where there is none. A process of its own, so that what was read for it leaves the memory with it; that of a thread does not.
 */
import { readChecked, todayInKorea } from '../src/content/check/check.ts';
import { readContent } from '../src/content/read.ts';
import { handOver } from '../src/content/handover.ts';
import { formatFaults } from '../src/content/report.ts';
import { ContentError } from '../src/content/yaml.ts';

process.send?.(checkAndHandOver(process.argv[2] ?? ''));

function checkAndHandOver(path: string): string {
  try {
    const { faults, cases } = readChecked(readContent('content'), todayInKorea(new Date()));
    if (faults.length > 0) return formatFaults(faults);
    handOver(
      path,
      cases.map(({ file, data }) => ({ slug: file.slug, data, file: file.file, body: file.source.body })),
    );
    return '';
  } catch (error) {
    if (error instanceof ContentError) return error.message;
    throw error;
  }
}
