import { readEnvironment } from '../src/env.ts';

/** True under `npm run audit`: tests that take samples in the gate then take everything. */
export const isAudit = readEnvironment().audit;
