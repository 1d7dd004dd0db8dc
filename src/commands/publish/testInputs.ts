import type { ActionInput } from '../../cloud/orgClient.ts';
import { t } from '../../messages/index.ts';
import type { Ui } from '../ports/ui.ts';

/**
 * Asks for the inputs of a Data Action, as its contract has them, on one page. Nothing is remembered.
 * @returns nothing when the author goes no further, or an input is not of its type, which is told
 */
export async function askTestInputs(
  ui: Ui,
  name: string,
  inputs: readonly ActionInput[],
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (inputs.length === 0) return {};
  const fields = inputs.map((input) => ({
    label: input.name,
    hint: t(input.required ? 'test.form.required' : 'test.form.optional', input.type ?? 'string'),
    hidden: false,
    required: input.required,
  }));
  const typed = await ui.form({
    title: t('test.form.title', name),
    notes: [t('test.form.note')],
    fields,
    button: t('form.goOn'),
    cancel: t('form.cancel'),
  });
  if (!typed) return undefined;
  const entries: [string, unknown][] = [];
  for (const [i, input] of inputs.entries()) {
    const text = typed[i]?.reveal() ?? '';
    if (text === '' && !input.required) continue;
    const value = inputValue(text, input.type);
    if (value === undefined) {
      await ui.warn(t('test.badInput', input.name, input.type ?? 'string'));
      return undefined;
    }
    entries.push([input.name, value]);
  }
  return Object.fromEntries(entries);
}

/** What was typed, as the JSON that the contract asks for; `undefined` where it is none. */
function inputValue(text: string, type = 'string'): unknown {
  if (type === 'string') return text;
  try {
    const value: unknown = JSON.parse(text);
    return fits(value, type) ? value : undefined;
  } catch {
    return undefined;
  }
}

function fits(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'number' || type === 'boolean' ? typeof value === type : true;
}
