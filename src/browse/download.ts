/** The rows of a list as a CSV file. Loaded when first asked for. */

/** Records of a CSV text whose first cells are one of these keys, under its header, in the order of the keys. */
export function pickRecords(csv: string, keys: readonly (readonly string[])[]): string {
  const [header = '', ...lines] = csv.split('\r\n');
  const width = keys[0]?.length ?? 1;
  const byKey = new Map<string, string[]>();
  for (const line of lines) {
    const key = line.split(',', width).join(',');
    byKey.set(key, [...(byKey.get(key) ?? []), line]);
  }
  const picked = keys.flatMap((key) => byKey.get(key.map((part) => `"${part}"`).join(',')) ?? []);
  return [header, ...picked, ''].join('\r\n');
}

/**
 * Saves the records of a published file that a list shows.
 * @param csv address of the file
 * @param keys the first cells of the records, in the order of the list
 * @throws when the file cannot be fetched
 */
export async function download(csv: string, keys: readonly (readonly string[])[], name: string): Promise<void> {
  const answer = await fetch(csv);
  if (!answer.ok) throw new Error(answer.statusText);
  const text = pickRecords(await answer.text(), keys);
  const link = document.createElement('a');
  // The body of an answer comes without its byte order mark, which Excel needs.
  link.href = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv' }));
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
