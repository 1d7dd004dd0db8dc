import { Broken, type Dialect, Unsure } from './dialect.ts';
import { renderNodes } from './evaluator.ts';
import { templateMacros } from './macros.ts';
import { readTemplate } from './readTemplate.ts';
import type { RenderContext, Renderer } from './renderer.ts';
import { Decimal, OPAQUE_MARK, Opaque, type Value } from './values.ts';

/**
 * Renders a Data Action template as Apache Velocity does, with Genesys Cloud's macros. An undefined reference prints itself, a
 * silent one nothing. What prints something that only the real engine knows has a text all the same, with marks around it:
 * two such texts are the same where the engine's are. Never throws.
 */
export const renderTemplate: Renderer = (template, context, dialect) => {
  try {
    return { text: textOf(template, context, dialect) };
  } catch (thrown) {
    return { failed: thrown instanceof Broken ? 'broken' : 'unsure' };
  }
};

/**
 * The text of a template, for who has to send it: throws where there is none, and where only the real engine knows it. As 1.7
 * renders it.
 */
export function renderedText(template: string, context: RenderContext): string {
  const text = textOf(template, context, '1.7');
  if (text.includes(OPAQUE_MARK)) throw new Unsure();
  return text;
}

function textOf(template: string, context: RenderContext, dialect: Dialect): string {
  if (!/[$#\\]/.test(template)) return template;
  const values = new Map(Object.entries(context).map(([name, value]) => [name, velocityValue(value, 0)] as const));
  for (const tool of templateMacros()) values.set(tool.name, tool);
  return renderNodes(readTemplate(template, dialect), values, dialect);
}

/** Deeper than any input of an action may be. */
const DEEPEST = 100;

/** A copy that a template may change; `null` is undefined in Velocity. */
function velocityValue(value: unknown, depth: number): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isInteger(value) ? value : new Decimal(value);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return undefined;
  if (value instanceof Opaque) return value;
  if (Array.isArray(value)) return value.map((item) => velocityValue(item, depth + 1));
  return new Map(Object.entries(value).map(([key, inner]) => [key, velocityValue(inner, depth + 1)] as const));
}
