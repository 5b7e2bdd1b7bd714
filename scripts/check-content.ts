/** `npm run check:content`: prints every warning and every fault of every file under `content/`, and exits 1 on any fault. */
import { parseArgs } from 'node:util';
import { readChecked, todayInKorea } from '../src/content/check/check.ts';
import { openContent } from '../src/content/read.ts';
import { formatFaults, formatWarnings } from '../src/content/report.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';

await runMain(() => {
  const [dir = 'content'] = parseArgs({ allowPositionals: true }).positionals;
  const content = openContent(dir);
  const { faults, warnings } = readChecked(content, todayInKorea(new Date()));
  if (warnings.length > 0) console.log(formatWarnings(warnings));
  if (faults.length > 0) throw new UserError(formatFaults(faults));
  console.log(`사례 ${String(content.files.length)}건과 그 밖의 파일을 검사했습니다. 오류가 없습니다.`);
  return Promise.resolve();
});
