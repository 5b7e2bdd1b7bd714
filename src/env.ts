/**
 * Every variable of the environment that the project knows, read and checked here and nowhere else. What else a shell holds reaches no build:
 * Astro would take `SITE` or `BASE_URL` for its own, and libraries change with `NODE_ENV`, `LANG` or `TZ`.
 */
import { site } from './site.ts';
import { UserError } from './user-error.ts';

export interface Environment {
  /** SITE_ORIGIN, or the origin of `site.ts`: `https://cases.example.kr`. Undefined while the site has no address. */
  readonly origin: string | undefined;
  /** BASE_PATH with one slash at each end: `/`, `/some/path/`. */
  readonly base: string;
  /** PORT: the first port that the local server tries. */
  readonly port: number;
  /** CHROMIUM_PATH: the browser to use, or `bundled`; undefined takes the first that is found. */
  readonly chromium: string | undefined;
  /** AUDIT: tests that take samples take everything. */
  readonly audit: boolean;
  /** CI: nobody watches the terminal. */
  readonly ci: boolean;
}

type Variables = Readonly<Record<string, string | undefined>>;

export const FIRST_PORT = 4321;

/** Throws a `UserError` that names the variable and how to write it. */
export function readEnvironment(variables: Variables = process.env): Environment {
  const of = (name: string): string | undefined => variables[name] || undefined;
  return {
    origin: readOrigin(variables['SITE_ORIGIN'] ?? site.origin),
    base: readBase(of('BASE_PATH')),
    port: readPort(of('PORT')),
    chromium: of('CHROMIUM_PATH'),
    audit: of('AUDIT') !== undefined,
    ci: of('CI') !== undefined,
  };
}

/** An empty SITE_ORIGIN builds a site without an address. */
function readOrigin(origin: string | null): string | undefined {
  if (origin === null || origin === '') return undefined;
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`) return url.origin;
  throw new UserError(
    `SITE_ORIGIN ‘${origin}’: 사이트 주소의 형식이 다릅니다.\nhttps://cases.example.kr처럼 경로 없이 적으세요(SITE_ORIGIN이나 src/site.ts의 origin). 하위 경로는 BASE_PATH에 적으세요.`,
  );
}

function readBase(path: string | undefined): string {
  if (path === undefined || path === '/') return '/';
  const inner = path.replace(/^\/|\/$/g, '');
  // Dots alone would climb out of it; anything else would have to be encoded, in some places once and in others not.
  if (inner.split('/').every((part) => /^[\w.~-]+$/.test(part) && !/^\.+$/.test(part))) return `/${inner}/`;
  throw new UserError(
    `BASE_PATH ‘${path}’: 하위 경로의 형식이 다릅니다.\n/some/path처럼 영문자, 숫자, -, _, ., ~와 그 사이의 빗금(/) 하나로 적으세요. Windows의 Git Bash에서는 some/path처럼 앞 빗금 없이 적으세요.`,
  );
}

/** Throws a `UserError`; 0 takes any free port. */
export function readPort(text: string | undefined): number {
  const port = text === undefined ? FIRST_PORT : /^\d+$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  throw new UserError(`포트 ‘${text ?? ''}’: 0에서 65535까지의 수로 다음처럼 적으세요. npm start -- --port 8080`);
}

/** What programs need to run at all, on Unix and on Windows. */
const NEEDED = ['PATH', 'Path', 'HOME', 'USERPROFILE', 'SystemRoot', 'SYSTEMROOT', 'ComSpec', 'PATHEXT', 'TMPDIR', 'TEMP', 'TMP'];
/** What is said about the terminal, and the variables above. */
const PASSED = ['TERM', 'NO_COLOR', 'FORCE_COLOR', 'CI', 'SITE_ORIGIN', 'BASE_PATH', 'PORT', 'CHROMIUM_PATH', 'AUDIT'];

/** The whole environment of a process that builds or serves: the same in every shell. */
export function childEnvironment(added: Variables = {}, variables: Variables = process.env): NodeJS.ProcessEnv {
  const passed = [...NEEDED, ...PASSED].flatMap((name) => (variables[name] === undefined ? [] : [[name, variables[name]] as const]));
  return { ...Object.fromEntries(passed), TZ: 'UTC', ASTRO_TELEMETRY_DISABLED: '1', ...added };
}

/**
 * Runs what reads its settings from the environment of this process; gives its result and the environment as it left it. Afterwards everything is as
 * it was: tests that make files in TMPDIR would else make them where a browser was unpacked.
 */
export async function withVariables<T>(variables: Variables, run: () => Promise<T>): Promise<{ result: T; env: NodeJS.ProcessEnv }> {
  const before = { ...process.env };
  try {
    Object.assign(process.env, variables);
    const result = await run();
    return { result, env: { ...process.env } };
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  }
}
