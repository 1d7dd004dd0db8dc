import { render } from 'velocityjs';
import { JAVA_STRING_METHODS } from './javaStrings.ts';
import { templateMacros } from './macros.ts';
import { isReadable, prepare } from './prepare.ts';
import type { RenderContext, Renderer } from './renderer.ts';

/**
 * Renders a Data Action template with Genesys Cloud's macros. Text, escapes, comments and string literals are taken from our
 * own reader, so that a value is rendered exactly as it was found; references and directives are left to velocityjs. An undefined
 * reference prints itself, a silent one nothing; a template that cannot be read renders to itself. Never throws.
 */
export const renderTemplate: Renderer = (template, context) => {
  if (!template.includes('$') && !template.includes('#')) return template;
  try {
    const values = { ...copyOf(context), ...templateMacros() };
    const prepared = prepare(template, unusedPrefix(template, context));
    if (!isReadable(prepared.source)) return template;
    const text = render(
      prepared.source,
      { ...values, ...prepared.values },
      {},
      { customMethodHandlers: [JAVA_STRING_METHODS] },
    );
    return prepared.restore(text);
  } catch {
    return template;
  }
};

/** Deeper than any input of an action may be. */
const DEEPEST = 100;

/** A copy that a template may change; `null` is undefined in Velocity. */
function copyOf(context: RenderContext): Record<string, unknown> {
  return copied(context, 0) as Record<string, unknown>;
}

function copied(value: unknown, depth: number): unknown {
  if (value === null || depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((item) => copied(item, depth + 1));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner, depth + 1)]));
}

/** A name that no template and no value can mean. */
function unusedPrefix(template: string, context: RenderContext): string {
  const taken = template + JSON.stringify(copyOf(context));
  let prefix = 'text_';
  while (taken.includes(prefix)) prefix += '_';
  return prefix;
}
