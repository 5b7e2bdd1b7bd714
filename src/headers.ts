/**
 * Response headers of the published site: the one source for the local server, the header file of the host, the service worker and the
 * `<meta>` of every page. Scripts and styles are files of our own.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
] as const;

/** The policy as `<meta http-equiv>` may state it. */
export const contentSecurityPolicy = DIRECTIVES.join('; ');

/** Headers of every response. `frame-ancestors` only works as a header. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** By the end of a file's name. A later, more exact ending wins: a feed is XML too. */
const TYPES: readonly (readonly [end: string, type: string])[] = [
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['/citation.json', 'application/vnd.citationstyles.csl+json; charset=utf-8'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.ris', 'application/x-research-info-systems; charset=utf-8'],
  ['.bib', 'application/x-bibtex; charset=utf-8'],
  ['.xml', 'application/xml; charset=utf-8'],
  ['/feed.xml', 'application/atom+xml; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
];

/** Those that hosts get wrong or do not know, and where they are below the base. */
const UNUSUAL: Readonly<Record<string, string>> = {
  '/citation.json': 'cases/*/citation.json',
  '.ris': 'cases/*/citation.ris',
  '.bib': 'cases/*/citation.bib',
  '/feed.xml': 'feed.xml',
};

/** Media type of a file by its path, with a slash at its beginning. */
export function contentType(path: string): string {
  return TYPES.findLast(([end]) => path.endsWith(end))?.[1] ?? 'application/octet-stream';
}

/** Whether a type is text, which hosts compress. */
export function isText(type: string): boolean {
  return type.includes('charset=');
}

/**
 * Files whose names follow their bytes, or that stand below the name of a build: they never change. Matched against the path below the base;
 * the service worker is given the same expression (`src/integrations/public-scripts.ts`).
 */
export const IMMUTABLE = /^\/(?:_astro|search\/[0-9a-f]{10})\/|^\/pagefind\/.*\.pf_(?:index|fragment|filter|meta)$/;

const FOREVER = 'public, max-age=31536000, immutable';

/** `Cache-Control` of a path below the base; what is not immutable is asked for again. */
export function cacheControl(path: string): string {
  return IMMUTABLE.test(path) ? FOREVER : 'public, max-age=0, must-revalidate';
}

/**
 * The header file that static hosts read (Netlify, Cloudflare Pages).
 * @param base path of the site with a slash at each end
 * @param build folder of the search index below `search/`, where there is one
 */
export function writeHeaderFile(base: string, build: string | undefined): string {
  const rule = (path: string, headers: readonly (readonly [string, string])[]) => [
    base + path,
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
  ];
  const immutable = ['_astro/*', 'pagefind/*', ...(build === undefined ? [] : [`search/${build}/*`])];
  return [
    '# Strict-Transport-Security: 한 번 연 브라우저는 1년 동안 HTTPS로만 접속합니다. HTTPS를 쓰지 못하는 도메인에 올릴 때는 이 줄을 지우세요.',
    ...rule('*', [...Object.entries(securityHeaders), ['Strict-Transport-Security', 'max-age=31536000']]),
    ...immutable.flatMap((path) => rule(path, [['Cache-Control', FOREVER]])),
    ...Object.entries(UNUSUAL).flatMap(([end, path]) => rule(path, [['Content-Type', contentType(end)]])),
    '',
  ].join('\n');
}
