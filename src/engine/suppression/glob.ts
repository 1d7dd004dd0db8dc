/**
 * Whether a path (with `/`) fits a glob: `*` and `?` within a name, `**` for any number of folders. A glob without a slash
 * fits a name in any folder; one that names a folder fits all that is in it. Time grows with the product of both lengths at most.
 */
export function matchesGlob(glob: string, path: string): boolean {
  const clean = glob
    .trim()
    .replace(/^\.?\/+/, '')
    .replace(/\/+$/, '');
  if (clean === '') return false;
  const segments = clean.includes('/') || glob.trim().startsWith('/') ? clean.split('/') : ['**', clean];
  const parts = path.split('/');
  return fits(segments, parts, '**', fitsName) || fits([...segments, '**'], parts, '**', fitsName);
}

function fitsName(glob: string, name: string): boolean {
  return fits(Array.from(glob), Array.from(name), '*', (sign, char) => sign === '?' || sign === char);
}

/** The wildcard stands for any number of items. On a mismatch only the last wildcard has to take one item more. */
function fits(
  glob: readonly string[],
  items: readonly string[],
  wildcard: string,
  fitsOne: (glob: string, item: string) => boolean,
): boolean {
  let at = 0;
  let last = -1;
  let resume = 0;
  for (let i = 0; i < items.length; ) {
    const sign = glob[at];
    if (sign === wildcard) {
      last = at++;
      resume = i;
    } else if (sign !== undefined && fitsOne(sign, items[i] ?? '')) {
      at++;
      i++;
    } else if (last >= 0) {
      at = last + 1;
      i = ++resume;
    } else return false;
  }
  while (glob[at] === wildcard) at++;
  return at === glob.length;
}
