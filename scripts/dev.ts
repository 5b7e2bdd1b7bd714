/** `npm run dev`: live reload. Search answers from the last build, which is made first when there is none. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from './build.ts';
import { runMain } from './console.ts';
import { subsetSiteFont } from './subset-font.ts';

await runMain(async () => {
  if (existsSync('dist/pagefind')) await subsetSiteFont();
  else await build();
  console.log('찾기는 마지막으로 지은 색인으로 답한다. 색인을 다시 지으려면 다른 창에서 ‘npm run build’를 실행한다.');
  const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev'], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: 'inherit',
  });
  child.on('close', (code) => {
    process.exitCode = code ?? 0;
  });
});
