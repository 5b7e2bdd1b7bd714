/**
 * A Chromium for the tests, with nothing installed by hand: the one that `$CHROMIUM_PATH` names, one of the system,
 * or the one inside `@sparticuz/chromium`. `CHROMIUM_PATH=bundled` asks for the last.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { readEnvironment, withVariables } from '../env.ts';

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'];

/** No sandbox, because containers have none to give; no request that a page did not ask for. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/**
 * Starts a browser. Rejects when the one asked for does not start; the caller closes it.
 * @param more switches of Chromium besides those that every test needs
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const { chromium: asked } = readEnvironment();
  if (asked !== undefined && asked !== 'bundled') return launch(asked, more);
  if (asked === undefined) {
    for (const path of SYSTEM.filter((one) => existsSync(one))) {
      try {
        return await launch(path, more);
      } catch {
        // A wrapper that installs the real browser on demand, or one too old to be driven: the next one may do.
      }
    }
  }
  const { path, env } = await (unpacked ??= unpackBundled());
  return launch(path, more, env);
}

function launch(executablePath: string, more: readonly string[], env?: NodeJS.ProcessEnv): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...ARGS, ...more], ...(env ? { env } : {}) });
}

let unpacked: Promise<{ path: string; env: NodeJS.ProcessEnv }> | undefined;

/** Unpacks the bundled Chromium. Gives the path of its program and the environment that it runs in, which is this browser's alone. */
async function unpackBundled(): Promise<{ path: string; env: NodeJS.ProcessEnv }> {
  const dir = resolve('node_modules/.cache/chromium');
  mkdirSync(dir, { recursive: true });
  // Without a readable font this Chromium stops at the first <input>: name every folder that may hold one.
  const fonts = [join(dir, 'fonts'), '/usr/share/fonts', resolve('node_modules/pretendard/dist/public/static')];
  const folders = fonts.map((folder) => `<dir>${folder}</dir>`).join('');
  const config = join(dir, 'fonts.conf');
  writeFileSync(config, `<?xml version="1.0"?><fontconfig>${folders}<cachedir>${join(dir, 'fontcache')}</cachedir></fontconfig>`);
  const variables = {
    // The package unpacks into the folder for temporary files and takes whatever lies there for its own.
    TMPDIR: dir,
    // Only where it believes to be on Lambda does it unpack the libraries that a bare machine lacks (NSS, NSPR, expat).
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x',
    FONTCONFIG_FILE: config,
  };
  const { result, env } = await withVariables(variables, async () => {
    // The package reads these variables when it is loaded, and sets others.
    const { default: bundled } = await import('@sparticuz/chromium');
    return bundled.executablePath();
  });
  return { path: result, env };
}
