/**
 * `npm run check`: every gate of the project, one after the other, whether or not one before it failed. The last line
 * is `N passed, N failed`: the tests, and one for each other gate.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Name and npm script of each gate beside the tests. */
const GATES = [
  ['사례 검사', 'check:content'],
  ['형식', 'check:format'],
  ['타입', 'check:types'],
  ['린트', 'check:lint'],
  ['사용하지 않는 코드', 'check:unused'],
] as const;

function run(args: readonly string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn('npm', args, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
    child.on('error', () => {
      done(false);
    });
    child.on('close', (code) => {
      done(code === 0);
    });
  });
}

/** What vitest counted. A run that wrote no report, or failed outside its tests, is one failure. */
async function runTests(): Promise<{ passed: number; failed: number }> {
  const dir = mkdtempSync(join(tmpdir(), 'gate-'));
  const report = join(dir, 'tests.json');
  try {
    const ok = await run(['test', '--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
    if (!existsSync(report)) return { passed: 0, failed: 1 };
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(1, numFailedTests) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

let { passed, failed } = await runTests();
const results: string[] = [`테스트: ${passed}개 통과, ${failed}개 실패`];
for (const [name, script] of GATES) {
  console.log(`\n── ${name} (npm run ${script})`);
  const ok = await run(['run', '--silent', script]);
  results.push(`${name}: ${ok ? '통과' : '실패'}`);
  if (ok) passed += 1;
  else failed += 1;
}
console.log(`\n${results.join('\n')}\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
