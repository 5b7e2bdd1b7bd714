/**
 * Response headers of the published site: one constant for the local server, the header file of the host and the
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

/** Files with a hash in their name, or below a build's, never change; everything else is asked for again. */
export function cacheControl(path: string): string {
  return /^\/(?:_astro|search\/[0-9a-f]{10})\//.test(path) ||
    /\.(?:pf_index|pf_fragment|pf_filter|pf_meta)$/.test(path) ||
    /-[0-9a-f]{8,}\.\w+$/.test(path)
    ? 'public, max-age=31536000, immutable'
    : 'public, max-age=0, must-revalidate';
}
