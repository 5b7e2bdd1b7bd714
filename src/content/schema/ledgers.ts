/** Ledgers that commands write: what was ever published, and what it said. */
import { z } from 'zod';
import { readFile, type ContentFile } from '../yaml.ts';

const address = z.string().regex(/^\/(?:[^\s#?]*)$/);
const ids = z.array(z.string());

const ledgerSchema = z.strictObject({
  /** Address of a page → its anchors, both sorted. */
  pages: z.record(address, ids),
  /** Addresses of files that others link to: citations, data, previews, the feed. */
  files: z.array(address),
  /** Facet → ids of its values, as the addresses of lists carry them: `topic` → `jobs` for `/?topic=jobs`. */
  facets: z.record(z.string(), ids),
});

/** Everything ever published: `content/permalinks.json`. */
export type Ledger = z.output<typeof ledgerSchema>;

export const PERMALINKS: ContentFile<Ledger> = {
  name: 'permalinks.json',
  command: 'npm run publish',
  schema: ledgerSchema,
  empty: { pages: {}, files: [], facets: {} },
};

/** Reads the ledger of addresses; an empty one when there is none. Throws ContentError. */
export function readLedger(contentDir: string): Ledger {
  return readFile(contentDir, PERMALINKS);
}

const print = z.string().regex(/^[0-9a-f]{16}$/);
const count = z.int().min(0);

const casePrintSchema = z.strictObject({
  /** Of the front matter without bookkeeping and what has a print of its own. */
  facts: print,
  summary: print,
  topics: print,
  /** Id of a section of the prose → its print. */
  sections: z.record(z.string(), print),
  /** How many change entries there were when it was taken. */
  changes: count,
});
const bookPrintSchema = z.strictObject({ facts: print, changes: count });

const fingerprintsSchema = z.strictObject({
  /** By slug. */
  cases: z.record(z.string(), casePrintSchema),
  /** By id. */
  casebooks: z.record(z.string(), bookPrintSchema),
});

/** What a case said when it was last recorded. */
export type CasePrint = z.output<typeof casePrintSchema>;
/** What a casebook said when it was last recorded. */
export type BookPrint = z.output<typeof bookPrintSchema>;
/** What was published, in prints: `content/fingerprints.json`. */
export type Fingerprints = z.output<typeof fingerprintsSchema>;

export const FINGERPRINTS: ContentFile<Fingerprints> = {
  name: 'fingerprints.json',
  command: 'npm run publish',
  schema: fingerprintsSchema,
  empty: { cases: {}, casebooks: {} },
};

/** Reads the fingerprints; none when there is no file. Throws ContentError. */
export function readFingerprints(contentDir: string): Fingerprints {
  return readFile(contentDir, FINGERPRINTS);
}
