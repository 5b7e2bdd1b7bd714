/**
 * `npm run audit`: what takes too long for every change. The same tests as `npm test`, with everything where those take
 * a sample, and those in `*.audit.ts` besides. Further arguments go to vitest: `npm run audit -- tests/case`.
 */
import { runMain } from '../src/local/console.ts';
import { build } from './build.ts';
import { runVitest } from './test.ts';

await runMain(async () => {
  await build();
  process.exitCode = await runVitest(process.argv.slice(2), { AUDIT: 'all' });
});
