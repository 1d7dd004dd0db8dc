import { Sensitive } from '../../base/sensitive.ts';
import type { Form, FormField } from '../../commands/ports/form.ts';

/** The page, as far as its answer goes: one that a test can play. */
export interface FormPort {
  onMessage(listener: (message: unknown) => void): void;
  onClosed(listener: () => void): void;
  close(): void;
}

/**
 * Waits for the page's one answer, and closes it. A message that is no answer to this form is ignored.
 * @returns a value for each field, in their order; nothing when the page was closed or cancelled
 */
export function answerOf({ fields }: Form, port: FormPort): Promise<readonly Sensitive[] | undefined> {
  return new Promise((resolve) => {
    port.onClosed(() => resolve(undefined));
    port.onMessage((message) => {
      if (message === 'cancel') return port.close();
      const values = valuesIn(message, fields);
      if (!values) return;
      resolve(values);
      port.close();
    });
  });
}

function valuesIn(message: unknown, fields: readonly FormField[]): Sensitive[] | undefined {
  if (!Array.isArray(message) || message.length !== fields.length) return undefined;
  const typed: readonly unknown[] = message;
  const isGiven = (value: unknown, i: number) => typeof value === 'string' && !(fields[i]?.required && value === '');
  return typed.every(isGiven) ? typed.map((value) => new Sensitive(String(value))) : undefined;
}
