/**
 * `npm run write` (or `dev`): the site as it will be, checked and shown anew whenever a file is saved; faults stand in the terminal and at their
 * places on the pages (`integrations/show-faults.ts`). Search answers from the last build, which is made first when there is none; `r` and Enter
 * builds it again while the server runs on.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { childEnvironment } from '../src/env.ts';
import { runMain } from '../src/local/console.ts';
import { build } from './build.ts';

/**
 * What the server says, without what follows from faults that have just been told: the pages that they spoil, and stacks, which say nothing to
 * who writes.
 */
function createEcho(): (line: string) => void {
  let isFaulty = false;
  let isHidden = false;
  return (line) => {
    const text = stripVTControlCharacters(line);
    if (text.includes('[case-loader]')) {
      isFaulty = text.includes('[ERROR]');
      isHidden = false;
    } else if (/^\d\d:\d\d:\d\d /.test(text)) isHidden = isFaulty && text.includes('[ERROR]');
    if (!isHidden && !/^\s+at .|Stack trace:/.test(text)) console.log(line);
  };
}

await runMain(async () => {
  if (!existsSync('dist/pagefind')) await build();
  const server = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'dev'], {
    env: { ...childEnvironment(), FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const echo = createEcho();
  for (const stream of [server.stdout, server.stderr]) createInterface({ input: stream }).on('line', echo);
  console.log('검색은 마지막으로 빌드한 색인으로 답합니다. 색인을 다시 만들려면 r을 누르고 Enter를 누르세요. 끝내려면 Ctrl+C를 누르세요.');
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
