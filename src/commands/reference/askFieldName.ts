import { isCredentialWord } from '../../engine/detect/index.ts';
import { isFieldName } from '../../genesys/references.ts';
import { t } from '../../messages/index.ts';
import type { Ui } from '../ports/ui.ts';

/** A field that the author says holds the value. */
export interface FieldAnswer {
  readonly name: string;
  /** Whether the org shows that the bound credential has this field. What the field holds it never shows. */
  readonly isShown: boolean;
}

/**
 * Asks under which name a value is stored already: a field that the org shows, or a name the author types and confirms.
 * A name that is a credential itself, most likely the very value, is refused: names of fields are shown and kept.
 * @param proposed the name to begin with
 * @param held the fields of the bound credential, as far as they are visible
 */
export async function askFieldName(
  ui: Ui,
  proposed: string,
  held: readonly string[],
  integration: string,
): Promise<FieldAnswer | undefined> {
  if (held.length === 0) return askOtherName(ui, proposed, integration);
  const other = { label: t('replace.other'), detail: t('replace.other.detail') };
  const fields = [...held].sort((a, b) => Number(b === proposed) - Number(a === proposed));
  const items = fields.map((label) => ({ label, detail: t('replace.held') }));
  const picked = await ui.pick([...items, other], {
    title: t('replace.pick', integration),
    ignoreFocusOut: true,
  });
  if (!picked) return undefined;
  return picked === other ? askOtherName(ui, proposed, integration) : { name: picked.label, isShown: true };
}

async function askOtherName(ui: Ui, proposed: string, integration: string): Promise<FieldAnswer | undefined> {
  const name = await ui.input({
    title: t('replace.name'),
    value: proposed,
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  if (name === undefined) return undefined;
  const question = t('replace.confirm', name, integration);
  const stored = await ui.confirm(question, t('replace.confirm.detail'), t('replace.confirm.button'));
  return stored ? { name, isShown: false } : undefined;
}

function problemOf(typed: string): string | undefined {
  if (!isFieldName(typed)) return t('replace.badName');
  return isCredentialWord(typed) ? t('replace.valueAsName') : undefined;
}
