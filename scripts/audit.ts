/**
 * `npm run audit`: what takes too long for every change. The same tests as `npm test`, with everything where those take
 * a sample, and those in `*.audit.ts` besides. Further arguments go to vitest: `npm run audit -- tests/case`.
 */
import { build } from './build.ts';
import { runMain } from './console.ts';
import { runVitest } from './test.ts';

await runMain(async () => {
  await build();
  process.env['AUDIT'] = 'all';
  process.exitCode = await runVitest(process.argv.slice(2));
});
