import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readChecked, todayInKorea } from './check/check.ts';
import { readContent } from './read.ts';
import { HANDOVER, takeOver, type HandedCase } from './handover.ts';
import { formatFaults } from './report.ts';

/**
 * Feeds case files to Astro through the same reader as the content check, so that both always agree; those that a build has just checked are
 * taken as they are. While developing, a fault is shown on the terminal and the last good state stays; a build stops.
 */
export function caseLoader(): Loader {
  return {
    name: 'case-loader',
    load: async (context) => {
      const { store, config, logger, watcher } = context;
      const dir = join(fileURLToPath(config.root), 'content');
      const keep = ({ slug, data, body, file }: HandedCase) =>
        store.set({ id: slug, data: { ...data }, body, filePath: file, deferredRender: true });
      const handed = process.env[HANDOVER];
      if (handed !== undefined) {
        store.clear();
        for (const one of takeOver(handed)) keep(one);
        return;
      }
      const load = (): string | undefined => {
        const { faults, cases } = readChecked(readContent(dir), todayInKorea(new Date()));
        if (faults.length > 0) return formatFaults(faults);
        store.clear();
        for (const { file, data } of cases) keep({ slug: file.slug, data, body: file.source.body, file: file.file });
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
