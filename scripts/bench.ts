/**
 * `npm run bench [-- 12 120 1200]`: what building and reading cost, with as many cases (default 12, 120, 1,200), and what a search costs on
 * the site as it is built (`bench:search`). Prints and asserts nothing: seconds depend on the machine; compare within one run.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { runMain, UserError } from './console.ts';

const COUNTS = [12, 120, 1200];
const SAMPLE = 250;

interface Run {
  readonly seconds: number;
  /** Megabytes of all processes together, at their most. */
  readonly megabytes: number;
}

if (import.meta.main)
  await runMain(async () => {
    const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : COUNTS;
    if (counts.some((count) => !Number.isInteger(count) || count < 1))
      throw new UserError('사례 수를 적는다. 보기: npm run bench -- 12 120');
    console.log('사례 수   초   MB   목록 KB  가장 큰 사례 KB  찾기 KB   쪽 수');
    for (const count of counts) await measure(count);
    if (existsSync('dist/index.html')) await run('scripts/bench-search.ts', [], '.', 'inherit');
  });

async function measure(count: number): Promise<void> {
  const parent = mkdtempSync(join(tmpdir(), 'bench-'));
  const folder = join(parent, 'site');
  try {
    await run('scripts/synthesise-cases.ts', [folder, String(count)], '.', 'ignore');
    const { seconds, megabytes } = await run('scripts/build.ts', [], folder, 'ignore');
    const size = (path: string) => brotliCompressSync(readFileSync(join(folder, 'dist', path))).length / 1000;
    const pages = globSync('**/*.html', { cwd: join(folder, 'dist') });
    const largest = Math.max(...pages.filter((path) => path.startsWith(join('cases', ''))).map(size));
    const cells = [
      String(count).padStart(6),
      seconds.toFixed(1).padStart(6),
      megabytes.toFixed(0).padStart(5),
      size('index.html').toFixed(1).padStart(8),
      largest.toFixed(1).padStart(14),
      size('search/index.html').toFixed(1).padStart(10),
      String(pages.length).padStart(8),
    ];
    console.log(cells.join(' '));
  } finally {
    rmSync(parent, { recursive: true });
  }
}

function run(script: string, args: readonly string[], cwd: string, stdio: 'inherit' | 'ignore'): Promise<Run> {
  const started = performance.now();
  return new Promise((done, fail) => {
    let megabytes = 0;
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio });
    const timer = setInterval(() => {
      megabytes = Math.max(megabytes, weigh(child.pid ?? 0));
    }, SAMPLE);
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) done({ seconds: (performance.now() - started) / 1000, megabytes });
      else fail(new UserError(`${script}가 잘못으로 끝났다(${String(code)}).`));
    });
  });
}

/** Megabytes that a process and those it started hold. */
function weigh(root: number): number {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const processes = rows.map((row) => row.trim().split(/\s+/).map(Number) as [pid: number, parent: number, kilobytes: number]);
  const family = new Set([root]);
  // A child may stand before its parent.
  for (let before = 0; before !== family.size;) {
    before = family.size;
    for (const [pid, parent] of processes) if (family.has(parent)) family.add(pid);
  }
  return processes.reduce((total, [pid, , kilobytes]) => total + (family.has(pid) ? kilobytes / 1000 : 0), 0);
}
