/**
 * What has left its place: `content/withdrawn.yaml` (cases that were taken back; their address says so) and
 * `content/moved.yaml` (topics, regions and other pages with a new address). Old slugs of cases stand in the cases.
 * Both files may be missing.
 */
import { z } from 'zod';
import type { Fault } from '../fault.ts';
import { openFile, type ContentFile } from '../yaml.ts';
import { day, idPattern, list, text } from './fields.ts';

const slug = text.regex(idPattern, { error: '소문자 영문, 숫자, 붙임표(-)로만 적으세요. 예시: busan-yeonje' });
const address = text.regex(/^\/(?:[a-z0-9-]+\/)+$/, { error: '‘/’로 시작하고 ‘/’로 끝나는 링크를 적으세요. 예시: /topics/jobs/' });

const withdrawalSchema = z.strictObject({
  slug,
  title: text,
  /** `부산광역시 연제구` */
  municipality: text,
  date: day,
  why: text,
});

const moveSchema = z.strictObject({ from: address, to: address });

/** A case that was taken back. Its slug is never given to another. */
export type Withdrawal = z.output<typeof withdrawalSchema>;
/** A page other than a case that has a new address. */
export type Move = z.output<typeof moveSchema>;

interface Placed {
  /** 1-based line of the entry. */
  line: number;
}

export interface Departures {
  withdrawn: readonly (Withdrawal & Placed)[];
  moved: readonly (Move & Placed)[];
  /** What could not be read. */
  faults: readonly Fault[];
}

export const WITHDRAWN: ContentFile<Withdrawal[]> = { name: 'withdrawn.yaml', schema: list(withdrawalSchema), empty: [] };
export const MOVED: ContentFile<Move[]> = { name: 'moved.yaml', schema: list(moveSchema), empty: [] };

/** Reads both files with their faults. Never throws. */
export function readDepartures(contentDir: string): Departures {
  const faults: Fault[] = [];
  const read = <T extends object>(file: ContentFile<T[]>): (T & Placed)[] => {
    const { data, faults: own, source } = openFile(contentDir, file);
    faults.push(...own);
    return (data ?? []).map((entry, index) => ({ ...entry, line: source.lineAt([index]) }));
  };
  return { withdrawn: read(WITHDRAWN), moved: read(MOVED), faults };
}
