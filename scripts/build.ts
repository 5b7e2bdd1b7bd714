/**
 * `npm run build`: content check, font, pages, search index; made in `.build/` and swapped into `dist/` at the end,
 * so that a build that fails or is stopped leaves the last whole site as it was.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HANDOVER } from '../src/content/handover.ts';
import { securityHeaders } from '../src/headers.ts';
import { site } from '../src/site.ts';
import { runMain, step, UserError } from './console.ts';
import { indexSite } from '../src/integrations/index-search.ts';
import { subsetSiteFont } from '../src/integrations/subset-font.ts';
import { writeSitemap } from '../src/integrations/write-sitemap.ts';

const WORK = '.build';
const OUT = 'dist';
const OLD = '.build-old';
/** Beside what Astro itself keeps for a build, out of Git. */
const HANDED = '.astro/checked-cases.jsonl';
const KEPT = '이전에 지은 dist는 그대로 있다.';

export async function build(): Promise<void> {
  let astro: ChildProcess | undefined;
  const stop = () => {
    console.error(`\n짓기를 멈추었다. ${existsSync(OUT) ? KEPT : ''} 다시 지으려면 ‘npm run build’를 실행한다.`);
    const leave = () => {
      rmSync(WORK, { recursive: true, force: true });
      process.exit(130);
    };
    // A child that lives on would write on into the folder that is taken away.
    if (astro?.exitCode === null && astro.signalCode === null) astro.once('close', leave).kill();
    else leave();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    checkWritable();
    checkOrigin(process.env['SITE_ORIGIN'] ?? site.origin);
    await step('사례 검사', handOverContent);
    rmSync(WORK, { recursive: true, force: true });
    await step('글꼴', () => subsetSiteFont());
    await step('쪽', () =>
      runAstro((child) => {
        astro = child;
      }),
    );
    await step('찾기 색인', () => indexSite(WORK, { log: () => undefined }));
    writeSitemap(WORK);
    for (const name of ['theme.js', 'moved.js', 'sw.js']) stripRemarks(join(WORK, name));
    writeFileSync(join(WORK, '_headers'), headerFile());
    swap();
  } catch (error) {
    rmSync(WORK, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(HANDED, { force: true });
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  }
}

/** Astro would take a path in the origin for part of no address, and tells a misspelt one in English. */
function checkOrigin(origin: string | null): void {
  if (origin === null || origin === '') {
    console.log('누리집의 주소가 정해지지 않았다(src/site.ts의 origin). canonical과 sitemap.xml을 빼고 짓는다.');
    return;
  }
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}${url.hash}` === '/') {
    if (url.hostname === 'cases.example.kr')
      console.log('누리집의 주소가 아직 보기로 적은 cases.example.kr이다. 펴내기 전에 src/site.ts의 origin이나 SITE_ORIGIN에 적는다.');
    return;
  }
  throw new UserError(
    `누리집의 주소 ‘${origin}’: 꼴이 다르다.\nhttps://cases.example.kr처럼 경로 없이 적는다(SITE_ORIGIN이나 src/site.ts의 origin). 하위 경로는 BASE_PATH에 적는다. ${KEPT}`,
  );
}

function checkWritable(): void {
  for (const path of ['.', OUT]) {
    if (!existsSync(path)) continue;
    try {
      accessSync(path, constants.W_OK);
    } catch {
      throw new UserError(
        `${path === '.' ? '이 폴더' : OUT}에 쓸 수 없어 짓지 않았다. ‘chmod -R u+w ${path}’로 쓰기를 허락한 뒤 다시 실행한다. ${KEPT}`,
      );
    }
  }
}

/** Refuses bad content, and hands what was read on to the making of the pages. */
async function handOverContent(): Promise<void> {
  mkdirSync(dirname(HANDED), { recursive: true });
  const report = await new Promise<string>((done, fail) => {
    let told: string | undefined;
    fork(new URL('hand-over.ts', import.meta.url), [HANDED])
      .on('message', (message: string) => (told = message))
      .on('error', fail)
      .on('close', () => {
        if (told === undefined)
          fail(new UserError(`사례를 검사하다 멈추었다. 위의 잘못을 고친 뒤 다시 짓는다. ${existsSync(OUT) ? KEPT : ''}`));
        else done(told);
      });
  });
  if (report !== '') throw new UserError(`${report}\n\n사례를 고친 뒤 다시 짓는다. ${existsSync(OUT) ? KEPT : ''}`);
}

function runAstro(onStart: (child: ChildProcess) => void): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', WORK], {
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', [HANDOVER]: HANDED },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    onStart(child);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new UserError(`${output}\n쪽을 만들다 멈추었다. 위의 마지막 잘못을 고친 뒤 다시 짓는다. ${existsSync(OUT) ? KEPT : ''}`));
    });
  });
}

/** Files of `public/` are copied as they are: lines of remarks and indents need not go to every reader. */
function stripRemarks(file: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  const kept = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('//'));
  writeFileSync(file, kept.join('\n'));
}

/** The header file that static hosts read (Netlify, Cloudflare Pages). */
function headerFile(): string {
  const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, '/_astro/*', '  Cache-Control: public, max-age=31536000, immutable', ''].join('\n');
}

function swap(): void {
  rmSync(OLD, { recursive: true, force: true });
  try {
    if (existsSync(OUT)) renameSync(OUT, OLD);
    renameSync(WORK, OUT);
  } catch (error) {
    if (!existsSync(OUT) && existsSync(OLD)) renameSync(OLD, OUT);
    throw new UserError(
      `지은 것을 ${OUT}로 옮기지 못했다(${(error as NodeJS.ErrnoException).code ?? ''}). ${OUT}를 열어 둔 프로그램을 닫고 다시 실행한다. ${KEPT}`,
    );
  }
  rmSync(OLD, { recursive: true, force: true });
}

if (import.meta.main) await runMain(build);
