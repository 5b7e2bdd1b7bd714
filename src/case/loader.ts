import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { checkContent, todayInKorea } from './check.ts';
import { readContent, validateCase } from './content.ts';
import { formatFaults } from './report.ts';

/**
 * Feeds case files to Astro through the same reader as the content check, so that both always agree.
 * While developing, a fault is shown on the terminal and the last good state stays; a build stops.
 */
export function caseLoader(): Loader {
  return {
    name: 'case-loader',
    load: async (context) => {
      const { store, config, logger, watcher } = context;
      const root = fileURLToPath(config.root);
      const dir = join(root, 'content');
      const load = (): string | undefined => {
        const content = readContent(dir);
        const faults = checkContent(content, todayInKorea(new Date()));
        if (faults.length > 0) return formatFaults(faults);
        store.clear();
        for (const file of content.files) {
          const { slug, data } = validateCase(file, content.vocabulary);
          store.set({
            id: slug,
            data: { ...data },
            body: file.source.body,
            filePath: file.file,
            digest: context.generateDigest(file.text),
            deferredRender: true,
          });
        }
        return undefined;
      };
      const problem = load();
      if (problem !== undefined && !watcher) throw new Error(problem);
      if (problem !== undefined) logger.error(problem);
      const again = (path: string) => {
        if (!path.startsWith(dir)) return;
        const fault = load();
        if (fault === undefined) logger.info('사례를 다시 읽었다.');
        else logger.error(fault);
      };
      watcher?.add(dir);
      for (const event of ['add', 'change', 'unlink'] as const) watcher?.on(event, again);
      await Promise.resolve();
    },
  };
}
