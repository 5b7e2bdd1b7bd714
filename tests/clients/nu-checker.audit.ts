/** A page of each kind, the longest, as the Nu HTML checker reads it. */
import { expect, test } from 'vitest';
import { pickOfEachKind, readPages, SITE } from '../site/pages.ts';
import { askNuChecker } from './installed.ts';

/**
 * What is right although the checker objects. Tables are laid out as lines on a narrow screen (`display: grid`), which takes their meaning from
 * them in some browsers unless every part states its role; the checker asks a `role` of the table's own parts only where the table has none.
 */
const FALSE_ALARMS: readonly RegExp[] = [
  /^The “role” attribute must not be used on a “t[dhr]” element which has a “table” ancestor/,
  // Files are read from the disk, where no policy of the site can name their origin.
  /violates Content Security Policy/,
];

test('no page has an error', { timeout: 300_000 }, () => {
  const pages = readPages();
  const kinds = new Set(pickOfEachKind(pages));
  const messages = askNuChecker(pages.filter(({ path }) => kinds.has(path)).map(({ file }) => `${SITE}/${file}`));
  const errors = messages
    .filter(({ type, message }) => type === 'error' && !FALSE_ALARMS.some((alarm) => alarm.test(message)))
    .map(
      ({ url, lastLine, message, extract = '' }) =>
        `${url.split('/dist/')[1] ?? url}:${String(lastLine)} ${message} ${extract.slice(0, 120)}`,
    );
  expect(errors.slice(0, 20)).toEqual([]);
});
