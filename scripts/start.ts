/** `npm start`: builds the site and serves it with the production headers until Ctrl+C. */
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { runMain } from './console.ts';
import { serve } from './serve.ts';

await runMain(async () => {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4321' } } });
  await build();
  const base = `/${(process.env['BASE_PATH'] ?? '').replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const server = await serve({ dir: 'dist', port: Number(values.port), base });
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
