/** `npm start`: builds the site and serves it with the production headers until Ctrl+C. */
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { runMain, UserError } from './console.ts';
import { serve } from './serve.ts';

function readPort(): number {
  let port = NaN;
  try {
    port = Number(parseArgs({ options: { port: { type: 'string', default: '4321' } } }).values.port);
  } catch {
    // An unknown option: told below like a port that is none.
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UserError('포트는 0에서 65535까지의 수로, 다음처럼 적는다. npm start -- --port 8080');
  return port;
}

await runMain(async () => {
  const port = readPort();
  await build();
  const base = `/${(process.env['BASE_PATH'] ?? '').replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const server = await serve({ dir: 'dist', port, base });
  console.log(`\n${server.address} 에서 볼 수 있다. Ctrl+C를 누르면 끝난다.`);
  const end = () => {
    void server.close().then(() => {
      console.log('\n끝냈다.');
      process.exit(0);
    });
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
});
