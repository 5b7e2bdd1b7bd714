import type { AstroIntegration } from 'astro';

/** Tells how far a build is and how long each part took. Stands last, so that a part is over when its hook is called. */
export function progress(): AstroIntegration {
  let begin = performance.now();
  let building = false;
  const done = (part: string) => () => {
    if (!building) return;
    console.log(`✓ ${part} (${((performance.now() - begin) / 1000).toFixed(1)}초)`);
    begin = performance.now();
  };
  return {
    name: 'progress',
    hooks: {
      'astro:config:setup': ({ command }) => {
        building = command === 'build';
        done('글꼴')();
      },
      'astro:build:start': done('사례 검사'),
      'astro:build:generated': done('페이지'),
      'astro:build:done': done('검색 색인'),
    },
  };
}
