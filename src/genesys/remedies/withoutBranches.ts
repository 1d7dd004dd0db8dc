import { parseVelocity, type VelocityPart } from '../../engine/languages/velocity/index.ts';

/** Directives whose body may be sent, or not, or more than once. */
const BRANCHES: ReadonlySet<string> = new Set(['if', 'foreach']);
/** Directives whose body is sent where its name stands: they stay. */
const DEFINITIONS: ReadonlySet<string> = new Set(['macro', 'define']);

/** The template with the text of every branch, once. */
export function withoutBranches(template: string): string {
  let open = '';
  let from = 0;
  for (const part of branching(parseVelocity(template))) {
    // A blank keeps apart what the directive kept apart.
    open += `${template.slice(from, part.start)} `;
    from = part.end;
  }
  return open + template.slice(from);
}

/** The directives that decide whether and how often a text is sent. */
function branching(parts: readonly VelocityPart[]): readonly VelocityPart[] {
  const open: string[] = [];
  return parts.filter((part) => {
    if (part.kind !== 'directive') return false;
    const { name } = part;
    if (BRANCHES.has(name) || DEFINITIONS.has(name)) open.push(name);
    if (name === 'end') return BRANCHES.has(open.pop() ?? 'if');
    return BRANCHES.has(name) || name === 'elseif' || name === 'else' || name === 'break' || name === 'stop';
  });
}
