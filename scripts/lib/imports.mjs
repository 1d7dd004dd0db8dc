import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';

const STATEMENT = /^(?:import|export)\s+(type\s)?([^'"`;=(]*?)\s*(?:from\s*)?'(\.[^']+)'/gm;
const CALL = /(typeof\s+)?\bimport\('(\.[^']+)'\)(\.[A-Z])?/g;

/**
 * Every relative import between the `.ts` files below a folder: the files, and what each imports, as paths below the folder with `/`.
 * `isType` where nothing is left of the import once it is compiled, `isLazy` where it is made when it is needed.
 */
export function readImports(root) {
  const files = readdirSync(root, { recursive: true })
    .map((file) => file.split(sep).join('/'))
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const imports = files.flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    return [...statements(text), ...calls(text)].map(({ target, ...how }) => ({
      from,
      to: posix.normalize(posix.join(dirname(from), target)),
      ...how,
    }));
  });
  return { files, imports };
}

function statements(text) {
  return [...text.matchAll(STATEMENT)].map(([, type, , target]) => ({ target, isType: Boolean(type), isLazy: false }));
}

function calls(text) {
  return [...text.matchAll(CALL)].map(([, query, target, member]) => ({
    target,
    isType: Boolean(query || member),
    isLazy: !query && !member,
  }));
}

/** The circles among imports: each the files that reach one another, the largest first. */
export function circles(files, imports) {
  const next = new Map(files.map((file) => [file, []]));
  for (const { from, to } of imports) next.get(from)?.push(to);
  return components(next)
    .filter((circle) => circle.length > 1)
    .map((circle) => circle.sort())
    .sort((a, b) => b.length - a.length);
}

/** Tarjan's strongly connected components. The depth is that of the imports, so recursion is enough. */
function components(next) {
  const found = [];
  const index = new Map();
  const low = new Map();
  const stack = [];
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const to of next.get(file) ?? []) {
      if (!next.has(to)) continue;
      if (!index.has(to)) {
        visit(to);
        low.set(file, Math.min(low.get(file), low.get(to)));
      } else if (stack.includes(to)) low.set(file, Math.min(low.get(file), index.get(to)));
    }
    if (low.get(file) === index.get(file)) found.push(stack.splice(stack.indexOf(file)));
  };
  for (const file of next.keys()) if (!index.has(file)) visit(file);
  return found;
}
