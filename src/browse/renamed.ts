/**
 * A query with the present ids of what has been renamed since the address was written; the rest stays as it is.
 * @param renamed `key=old:new`, parted by spaces, as `describeRenamed()` writes them
 */
export function renewQuery(query: string, renamed: string): string {
  const names = new Map(renamed.split(' ').map((entry) => entry.split(':') as [string, string]));
  const params = [...new URLSearchParams(query)].map(([key, value]) => {
    const values = value.split(',').map((one) => names.get(`${key}=${one}`) ?? one);
    return [key, values.join(',')];
  });
  return `?${new URLSearchParams(params).toString()}`;
}

/** Does so with the address of the page, where the page names something renamed. */
export function renewAddress(): void {
  const { renamed } = document.querySelector<HTMLElement>('[data-renamed]')?.dataset ?? {};
  if (renamed !== undefined && location.search !== '') history.replaceState(null, '', renewQuery(location.search, renamed) + location.hash);
}
