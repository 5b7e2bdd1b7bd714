import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readChecked, todayInKorea } from './check/check.ts';
import { postFaults } from './fault-board.ts';
import { forgetCases, openContent } from './read.ts';
import { formatFaults, formatWarnings } from './report.ts';

/** The report of all faults, which is all that a person needs: Astro prints a stack where there is one. */
class ContentFaults extends Error {
  override stack = '';
}

/**
 * Feeds case files to Astro as the content check reads them. Each is read once for both: at 1,200 cases to read them again takes 27 s of a build.
 * A fault stops a build; while somebody writes it is shown on the terminal and in the preview, and a case that cannot be
 * read stays as it last could.
 */
export function caseLoader(): Loader {
  return {
    name: 'case-loader',
    load: async ({ store, config, logger, watcher }) => {
      const dir = join(fileURLToPath(config.root), 'content');
      const load = (isWriting: boolean): void => {
        const content = openContent(dir);
        const { faults, warnings, cases } = readChecked(content, todayInKorea(new Date()));
        postFaults([...faults, ...warnings]);
        if (isWriting && warnings.length > 0) logger.warn(formatWarnings(warnings));
        if (faults.length > 0 && !isWriting) throw new ContentFaults(formatFaults(faults));
        const slugs = new Set(content.files.map(({ slug }) => slug));
        for (const id of store.keys()) if (!slugs.has(id)) store.delete(id);
        for (const { file, data, isWhole } of cases)
          if (isWhole) store.set({ id: file.slug, data: { ...data }, body: file.source.body, filePath: file.file, deferredRender: true });
        if (faults.length > 0) throw new ContentFaults(formatFaults(faults));
      };
      if (!watcher) {
        load(false);
        forgetCases();
        return;
      }
      const reload = (done?: string): void => {
        try {
          load(true);
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
