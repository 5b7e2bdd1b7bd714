/** Sites of chosen sizes for the benchmarks: made and built in folders for temporary files. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readContent } from '../../src/content/read.ts';
import { childEnvironment } from '../../src/env.ts';
import { step } from '../../src/local/console.ts';
import { UserError } from '../../src/user-error.ts';
import { copyProject, synthesise } from './synthesise-cases.ts';

export interface BuiltSite {
  readonly cases: number;
  /** The cases are the real ones: what should come first is known. */
  readonly real: boolean;
  /** The built site. */
  readonly dist: string;
  /** Seconds of the whole build. */
  readonly seconds: number;
  /** Seconds of processor of the build and every process it started, which depend less on what else runs. */
  readonly processor: number;
  /** Most memory at one moment, bytes, of the build and every process it started; undefined where `ps` tells nothing. */
  readonly peak: number | undefined;
  readonly remove: () => void;
}

const SIZES = '12,120,1200';

/** The numbers of cases asked for: `--cases=12,120`. Throws a `UserError`. */
export function readSizes(args: readonly string[]): readonly number[] {
  const asked = args.find((arg) => arg.startsWith('--cases='))?.slice('--cases='.length) ?? SIZES;
  const sizes = asked.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new UserError('사례 수를 쉼표로 나누어 적으세요. 예: npm run bench -- --cases=12,120');
  return sizes;
}

/** `코어 2개, 부하 9.3`: a time without it says little. */
export function machineLoad(): string {
  return `코어 ${String(availableParallelism())}개, 부하 ${(loadavg()[0] ?? 0).toFixed(1)}`;
}

/** As many cases as there are: the project itself. Any other number: made-up ones. Throws a `UserError` when the build fails. */
export async function buildSiteOf(cases: number): Promise<BuiltSite> {
  const parent = mkdtempSync(join(tmpdir(), 'bench-'));
  const remove = () => {
    rmSync(parent, { recursive: true, force: true });
  };
  const project = join(parent, 'project');
  const real = cases === readContent('content').files.length;
  try {
    if (real) copyProject(project);
    else synthesise(project, cases);
    const started = performance.now();
    const { processor, peak } = await step(`사례 ${String(cases)}건 빌드`, () => buildIn(project));
    return { cases, real, dist: join(project, 'dist'), seconds: (performance.now() - started) / 1000, processor, peak, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** The shell tells the processor time of its children at the end: `0m12.30s 0m1.20s`. */
const TIMED = '"$@"; code=$?; times; exit $code';

async function buildIn(project: string): Promise<Pick<BuiltSite, 'processor' | 'peak'>> {
  const child = spawn('sh', ['-c', TIMED, 'sh', process.execPath, 'scripts/build.ts'], {
    cwd: project,
    env: childEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  const peak = watchMemory(child);
  if ((await closed) !== 0) throw new UserError(output);
  const times = [...(output.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return { processor: times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0), peak: peak() };
}

/** Milliseconds between two looks. */
const PAUSE = 250;

function watchMemory(child: ChildProcess): () => number | undefined {
  let peak: number | undefined;
  const look = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const now = await memoryOf(child.pid ?? 0).catch(() => undefined);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
    setTimeout(() => void look(), PAUSE).unref();
  };
  void look();
  return () => peak;
}

/** Bytes in memory of a process and all below it. Rejects where there is no `ps`. */
async function memoryOf(root: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([root]);
  // Parents may stand below their children in the list.
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const [pid = 0, parent = 0] of rows) if (family.has(parent)) family.add(pid);
  }
  return rows.reduce((sum, [pid = 0, , kilobytes = 0]) => sum + (family.has(pid) ? kilobytes * 1024 : 0), 0);
}
