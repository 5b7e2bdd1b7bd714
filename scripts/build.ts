/**
 * `npm run build`: checks the content and makes the site in `.build/`, which takes the place of `dist/` at the end, so that a build that fails or
 * is stopped leaves the last whole site as it was. What is made, and in which order, stands in `astro.config.mjs`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, lstatSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { childEnvironment, readEnvironment } from '../src/env.ts';
import { runMain } from '../src/local/console.ts';
import { UserError } from '../src/user-error.ts';

const WORK = '.build';
const OUT = 'dist';
const OLD = '.build-old';
const LOCK = '.build-lock';

/** Said where a site of before is still there. */
const kept = (): string => (existsSync(OUT) ? ` 이전에 빌드한 ${OUT}는 그대로 있습니다.` : '');

/** Rejects with a `UserError` when the site cannot be built. Ends the process on SIGINT and SIGTERM. */
export async function build(): Promise<void> {
  sayAddress();
  checkFolder();
  const unlock = lock();
  let astro: ChildProcess | undefined;
  const clear = () => {
    rmSync(WORK, { recursive: true, force: true });
    unlock();
  };
  const stop = () => {
    console.error(`\n빌드를 멈췄습니다.${kept()} 다시 빌드하려면 ‘npm run build’를 실행하세요.`);
    const leave = () => {
      clear();
      process.exit(130);
    };
    // A child that lives on would write on into the folder that is taken away.
    if (astro?.exitCode === null && astro.signalCode === null) astro.once('close', leave).kill();
    else leave();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    restore();
    rmSync(WORK, { recursive: true, force: true });
    await runAstro((child) => {
      astro = child;
    });
    swap();
  } catch (error) {
    throw explain(error);
  } finally {
    clear();
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

function sayAddress(): void {
  const { origin } = readEnvironment();
  if (origin === undefined)
    console.log('사이트 주소를 정하지 않았습니다(src/site.ts의 origin). canonical과 sitemap.xml을 빼고 빌드합니다.');
  else if (origin.endsWith('//cases.example.kr'))
    console.log('사이트 주소가 아직 예시(cases.example.kr)입니다. 공개하기 전에 src/site.ts의 origin이나 SITE_ORIGIN에 적으세요.');
}

/** Below such a folder Astro takes names of files for addresses, and leaves out every style sheet without a word. */
function checkFolder(): void {
  const [sign] = /[%#?]/.exec(resolve('.')) ?? [];
  if (sign !== undefined)
    throw new UserError(`${resolve('.')}: 폴더 이름에 ‘${sign}’가 있으면 빌드할 수 없습니다. 폴더 이름을 바꾼 뒤 다시 실행하세요.`);
}

/** Keeps a second build of the same folder away; gives the way to let go. A lock whose build has died is taken over. */
function lock(): () => void {
  const own = String(process.pid);
  try {
    if (!isRunning(readOwner())) rmSync(LOCK, { force: true });
    writeFileSync(LOCK, own, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw explain(error);
    throw new UserError(`다른 빌드가 이 폴더에서 실행 중입니다(프로세스 ${readOwner() ?? '?'}). 끝난 뒤에 다시 실행하세요.`);
  }
  return () => {
    if (readOwner() === own) rmSync(LOCK, { force: true });
  };
}

function readOwner(): string | undefined {
  return existsSync(LOCK) ? readFileSync(LOCK, 'utf8') : undefined;
}

function isRunning(owner: string | undefined): boolean {
  const id = Number(owner);
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's, but alive.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Where the site goes, and that of before in between: a link to a folder stays one. */
function places(): { out: string; old: string } {
  const out = lstatSync(OUT, { throwIfNoEntry: false })?.isSymbolicLink() ? resolve(readlinkSync(OUT)) : OUT;
  return { out, old: join(dirname(out), OLD) };
}

/** Puts back the site of before where a build was killed between the two renames. */
function restore(): void {
  const { out, old } = places();
  if (existsSync(old) && !existsSync(out)) renameSync(old, out);
}

function swap(): void {
  const { out, old } = places();
  rmSync(old, { recursive: true, force: true });
  const made = bringTo(out);
  try {
    if (existsSync(out)) renameSync(out, old);
    renameSync(made, out);
  } catch (error) {
    if (!existsSync(out) && existsSync(old)) renameSync(old, out);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** The folder that was made, or a copy of it beside `out` where that lies on another disk, from which nothing can be renamed. */
function bringTo(out: string): string {
  if (statSync(dirname(resolve(out))).dev === statSync(WORK).dev) return WORK;
  const copy = join(dirname(out), WORK);
  rmSync(copy, { recursive: true, force: true });
  cpSync(WORK, copy, { recursive: true });
  return copy;
}

/** A larger nursery for short-lived objects: 48 s of processor instead of 55 at 120 cases, in the same memory. */
const NURSERY = '--max-semi-space-size=64';

/** Rejects when it fails; it has told why by then. */
function runAstro(onStart: (child: ChildProcess) => void): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [NURSERY, 'node_modules/astro/bin/astro.mjs', 'build', '--silent', '--outDir', WORK], {
      env: childEnvironment({ NODE_ENV: 'production' }),
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    onStart(child);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      process.stderr.write(chunk);
      said = (said + chunk.toString()).slice(-10_000);
    });
    child.on('error', fail);
    child.on('close', (code) => {
      const refusal = Object.keys(REFUSALS).find((name) => said.includes(`${name}: `));
      if (code === 0) done();
      else if (refusal !== undefined) fail(Object.assign(new Error(said), { code: refusal }));
      else fail(new UserError(`빌드하지 못했습니다. 위의 내용을 고친 뒤 다시 실행하세요.${kept()}`));
    });
  });
}

/** What the file system refuses, by its code. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: '디스크에 빈 공간이 없습니다. 공간을 만든 뒤 다시 실행하세요.',
  EACCES: '쓸 권한이 없습니다. ‘ls -ld . dist’로 소유자와 권한을 확인하고 ‘chmod -R u+w .’처럼 쓰기를 허용한 뒤 다시 실행하세요.',
  EPERM: '바꿀 권한이 없습니다. 파일을 열어 둔 프로그램을 닫고 다시 실행하세요.',
  EROFS: '읽기 전용 디스크입니다. 쓸 수 있는 폴더로 옮긴 뒤 다시 실행하세요.',
  EBUSY: `다른 프로그램이 쓰고 있습니다. ${OUT}를 열어 둔 프로그램을 닫고 다시 실행하세요.`,
};

function explain(error: unknown): unknown {
  const { code, path = '.' } = error as NodeJS.ErrnoException;
  const refusal = code === undefined ? undefined : REFUSALS[code];
  return refusal === undefined ? error : new UserError(`${resolve(path)}: ${refusal}${kept()}`);
}

if (import.meta.main) await runMain(build);
