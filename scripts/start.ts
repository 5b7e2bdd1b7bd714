/** `npm start`: builds the site and serves it with the headers of the published one until Ctrl+C. */
import { parseArgs } from 'node:util';
import { readEnvironment, readPort } from '../src/env.ts';
import { runMain } from '../src/local/console.ts';
import { serve } from '../src/local/serve.ts';
import { UserError } from '../src/user-error.ts';
import { build } from './build.ts';

function portOf(args: readonly string[]): number {
  let port: string | undefined;
  try {
    ({ port } = parseArgs({ args: [...args], options: { port: { type: 'string' } } }).values);
  } catch {
    throw new UserError('모르는 옵션입니다. 포트를 고르려면 다음처럼 적으세요. npm start -- --port 8080');
  }
  return port === undefined ? readEnvironment().port : readPort(port);
}

await runMain(async () => {
  const port = portOf(process.argv.slice(2));
  const { base } = readEnvironment();
  await build();
  const server = await serve({ dir: 'dist', port, base });
  console.log(`\n${server.address} 에서 볼 수 있습니다. 끝내려면 Ctrl+C를 누르세요.`);
  const end = () => {
    void server.close().then(() => {
      console.log('\n종료했습니다.');
      process.exit(0);
    });
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
});
