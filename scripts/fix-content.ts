/** `npm run fix:content`: repairs in the files of `content/` what has one right answer, and says line by line what it changed. */
import { globSync, writeFileSync } from 'node:fs';
import { basename, sep } from 'node:path';
import { checkContent, todayInKorea } from '../src/content/check/check.ts';
import { fixCharacters, fixText } from '../src/content/fix.ts';
import { openContent, toCaseFile } from '../src/content/read.ts';
import { LARGEST_CASE, readTextFile } from '../src/content/text-file.ts';
import { runMain } from '../src/local/console.ts';

await runMain(() => {
  const opened = openContent('content');
  // The other files stay as they are from one pass over a case to the next: read once.
  const others = opened.others();
  const content = { ...opened, others: () => others };
  const today = todayInKorea(new Date());
  let changed = 0;
  for (const path of globSync('content/**/*.{mdx,yaml}').sort()) {
    const file = path.split(sep).join('/');
    const { text: before } = readTextFile(path, LARGEST_CASE);
    // Of a file that cannot be read, or in another encoding, the check says what to do.
    if (before === undefined) continue;
    const { text, repairs } = file.endsWith('.mdx')
      ? fixText(before, (text) =>
          checkContent({ ...content, files: [toCaseFile(basename(file), text)] }, today).filter((fault) => fault.file === file),
        )
      : { text: fixCharacters(before), repairs: [] };
    if (text === before) continue;
    changed += 1;
    writeFileSync(path, text);
    console.log(`${file}: 고쳤습니다.`);
    for (const { line, before: was, after } of repairs) console.log(`  ${String(line)}행  ${was.trim()}\n     →  ${after.trim()}`);
  }
  console.log(
    changed === 0
      ? '고칠 것이 없습니다. 남은 오류는 ‘npm run check:content’로 보세요.'
      : `파일 ${String(changed)}개를 고쳤습니다. ‘npm run check:content’로 남은 오류를 보세요.`,
  );
  return Promise.resolve();
});
