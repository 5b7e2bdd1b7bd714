/**
 * `npm run dev`: live reload. Search answers from the last build, which is made first when there is none;
 * `r` and Enter builds it again while the server runs on.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { build } from './build.ts';
import { runMain } from './console.ts';
import { subsetSiteFont } from '../src/integrations/subset-font.ts';

await runMain(async () => {
  if (existsSync('dist/pagefind')) await subsetSiteFont();
  else await build();
  const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev'], {
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  console.log('찾기는 마지막으로 지은 색인으로 답한다. 색인을 다시 지으려면 r을 누르고 Enter를 누른다. Ctrl+C로 끝낸다.');
  const lines = createInterface({ input: process.stdin });
  let building = false;
  lines.on('line', (line) => {
    if (line.trim() !== 'r' || building) return;
    building = true;
    // A process of its own, so that a failing build leaves the server alone.
    spawn(process.execPath, ['scripts/build.ts'], { stdio: ['ignore', 'inherit', 'inherit'] }).on('close', () => {
      building = false;
    });
  });
  server.on('close', (code) => {
    lines.close();
    process.exitCode = code ?? 0;
  });
  // Ctrl+C reaches the server by itself; this process waits for it to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => server.kill('SIGTERM'));
});
