/**
 * Where the last reading of the content pins up its faults while somebody writes. The loader that reads and the server that shows are in
 * module graphs of their own within one process: what they share is kept by the process.
 */
import type { Fault } from './fault.ts';

interface Board {
  faults: readonly Fault[];
  readers: ((faults: readonly Fault[]) => void)[];
}

const KEY = Symbol.for('content-faults');

function board(): Board {
  const known = Reflect.get(globalThis, KEY) as Board | undefined;
  if (known) return known;
  const made: Board = { faults: [], readers: [] };
  Reflect.set(globalThis, KEY, made);
  return made;
}

export function postFaults(faults: readonly Fault[]): void {
  const { readers } = Object.assign(board(), { faults });
  for (const read of readers) read(faults);
}

/** Reads what is there now and whatever comes later. */
export function readFaults(read: (faults: readonly Fault[]) => void): void {
  board().readers.push(read);
  read(board().faults);
}
