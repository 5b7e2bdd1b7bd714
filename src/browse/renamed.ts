/**
 * A query as an address of today would write it; what nobody renamed stays as it is.
 * @param renamed values: `key=old:new`, parted by spaces, as `describeRenamings()` writes them
 * @param aliases keys: `old=new`, parted by spaces
 */
export function renewQuery(query: string, renamed: string, aliases = ''): string {
  const keys = new Map(aliases.split(' ').map((entry) => entry.split('=') as [string, string]));
  const names = new Map(renamed.split(' ').map((entry) => entry.split(':') as [string, string]));
  const params = [...new URLSearchParams(query)].map(([asked, value]) => {
    const key = keys.get(asked) ?? asked;
    const values = value.split(',').map((one) => names.get(`${key}=${one}`) ?? one);
    return [key, values.join(',')];
  });
  return `?${new URLSearchParams(params).toString()}`;
}

/** Does so with the address of the page, where the page names something renamed. */
export function renewAddress(): void {
  if (location.search === '') return;
  const { renamed, aliases } = document.querySelector<HTMLElement>('[data-renamed], [data-aliases]')?.dataset ?? {};
  if (renamed === undefined && aliases === undefined) return;
  const query = renewQuery(location.search, renamed ?? '', aliases);
  if (query !== location.search) history.replaceState(null, '', query + location.hash);
}
