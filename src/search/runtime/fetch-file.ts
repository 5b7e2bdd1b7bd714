import { IndexUnavailableError } from './pagefind.ts';

/** A file of the index. Rejects with an `IndexUnavailableError` when it is not there. */
export async function fetchFile<T>(address: string, cache: RequestCache, read: (response: Response) => Promise<T>): Promise<T> {
  try {
    const response = await fetch(address, { cache });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await read(response);
  } catch (cause) {
    throw new IndexUnavailableError(`${address} could not be read`, { cause });
  }
}
