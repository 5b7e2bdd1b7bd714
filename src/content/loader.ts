import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readChecked, todayInKorea } from './check/check.ts';
import { openContent } from './read.ts';
import { formatFaults } from './report.ts';

/** The report of all faults, which is all that a person needs: Astro prints a stack where there is one. */
class ContentFaults extends Error {
  override stack = '';
}

/**
 * Feeds case files to Astro as the content check reads them. Each is read once for both: at 1,200 cases to read them again takes 27 s of a build.
 * A fault stops a build; while developing it is shown on the terminal, and the last good state stays.
 */
export function caseLoader(): Loader {
  return {
    name: 'case-loader',
    load: async ({ store, config, logger, watcher }) => {
      const dir = join(fileURLToPath(config.root), 'content');
      const load = (): void => {
        const { faults, cases } = check(dir);
        if (faults !== '') throw new ContentFaults(faults);
        store.clear();
        for (const { file, data } of cases)
          store.set({ id: file.slug, data: { ...data }, body: file.source.body, filePath: file.file, deferredRender: true });
      };
      if (!watcher) {
        load();
        return;
      }
      const reload = (done?: string): void => {
        try {
          load();
          if (done !== undefined) logger.info(done);
        } catch (error) {
          logger.error(error instanceof Error ? error.message : String(error));
        }
      };
      reload();
      watcher.add(dir);
      for (const event of ['add', 'change', 'unlink'] as const)
        watcher.on(event, (path: string) => {
          if (path.startsWith(dir)) reload('사례를 다시 읽었습니다.');
        });
      await Promise.resolve();
    },
  };
}

/** All cases, or the report of what is wrong with them or with any other file of content. */
function check(dir: string): { faults: string; cases: ReturnType<typeof readChecked>['cases'] } {
  const { faults, cases } = readChecked(openContent(dir), todayInKorea(new Date()));
  return { faults: faults.length === 0 ? '' : formatFaults(faults), cases };
}
