/** Ledgers that commands write: what was ever published, and what it said. */
import { z } from 'zod';
import { readFile, type ContentFile } from '../yaml.ts';

const byCommand = (command: string) => `이 파일은 손으로 고치지 않습니다. 되돌리거나 ‘npm run ${command}’로 다시 만드세요.`;

const PERMALINKS_FIX = byCommand('permalinks');
const address = z.string().regex(/^\/(?:[^\s#?]*)$/, { error: PERMALINKS_FIX });
const ids = z.array(z.string({ error: PERMALINKS_FIX }), { error: PERMALINKS_FIX });

const ledgerSchema = z.strictObject(
  {
    /** Address of a page → its anchors, both sorted. */
    pages: z.record(address, ids, { error: PERMALINKS_FIX }),
    /** Addresses of files that others link to: citations, data, previews, the feed. */
    files: z.array(address, { error: PERMALINKS_FIX }),
    /** Facet → ids of its values, as the addresses of lists carry them: `topic` → `jobs` for `/?topic=jobs`. */
    facets: z.record(z.string(), ids, { error: PERMALINKS_FIX }),
  },
  { error: PERMALINKS_FIX },
);

/** Everything ever published: `content/permalinks.json`. */
export type Ledger = z.output<typeof ledgerSchema>;

export const PERMALINKS: ContentFile<Ledger> = {
  name: 'permalinks.json',
  schema: ledgerSchema,
  empty: { pages: {}, files: [], facets: {} },
};

/** Reads the ledger of addresses; an empty one when there is none. Throws ContentError. */
export function readLedger(contentDir: string): Ledger {
  return readFile(contentDir, PERMALINKS);
}

const FINGERPRINTS_FIX = byCommand('fingerprints');
const print = z.string({ error: FINGERPRINTS_FIX }).regex(/^[0-9a-f]{16}$/, { error: FINGERPRINTS_FIX });
const count = z.int({ error: FINGERPRINTS_FIX }).min(0, { error: FINGERPRINTS_FIX });

const fingerprintsSchema = z.record(
  z.string(),
  z.strictObject({ facts: print, changes: count }, { error: FINGERPRINTS_FIX }),
  { error: FINGERPRINTS_FIX },
);

/** Slug → fingerprint of its facts, and how many change entries the case had when it was taken: `content/fingerprints.json`. */
export type Fingerprints = z.output<typeof fingerprintsSchema>;

export const FINGERPRINTS: ContentFile<Fingerprints> = { name: 'fingerprints.json', schema: fingerprintsSchema, empty: {} };

/** Reads the fingerprints; none when there is no file. Throws ContentError. */
export function readFingerprints(contentDir: string): Fingerprints {
  return readFile(contentDir, FINGERPRINTS);
}
