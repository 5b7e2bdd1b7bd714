import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** `url.ts` as a build under the given base sees it. */
async function underBase(base: string) {
  vi.stubEnv('BASE_URL', base);
  vi.stubEnv('SITE', 'https://cases.example.kr');
  vi.resetModules();
  return import('../src/url.ts');
}

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each([
  ['/', '/'],
  ['/some/path', '/some/path/'],
  ['/some/path/', '/some/path/'],
])('a build under %s', (base, root) => {
  test('every address begins there, with one slash', async () => {
    const { url } = await underBase(base);
    expect(url('/')).toBe(root);
    expect(url('/cases/busan-yeonje/')).toBe(`${root}cases/busan-yeonje/`);
    expect(url('/search/?q=1')).toBe(`${root}search/?q=1`);
    expect(url('/cases/busan-yeonje/', 'background')).toBe(`${root}cases/busan-yeonje/#background`);
  });

  test('absolute addresses carry the origin as well', async () => {
    const { absoluteUrl } = await underBase(base);
    expect(absoluteUrl('/about/')).toBe(`https://cases.example.kr${root}about/`);
  });
});
