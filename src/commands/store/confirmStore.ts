import { lines, listed, t } from '../../messages/index.ts';
import { shownPath } from '../files/fileNames.ts';
import { orgLines } from '../org/orgLines.ts';
import type { OpenDocument } from '../ports/documents.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import type { Ui } from '../ports/ui.ts';

/** What a store is about to do. */
export interface StoreQuestion {
  readonly org: Pick<ConnectedOrg, 'label' | 'account'>;
  readonly integration: string;
  /** Whether the author chose it now; where it is remembered, another one is offered. */
  readonly isAsked: boolean;
  /** Names of the new fields. */
  readonly fields: readonly string[];
  readonly files: readonly ChangedFile[];
  /** Fields of the credential that is replaced; none where the slot is empty. */
  readonly held: readonly string[];
  /** Sentences about what else changes. */
  readonly notes: readonly string[];
}

interface ChangedFile {
  readonly document: OpenDocument;
  readonly edits: readonly unknown[];
  /** How many literals become references. */
  readonly replaced: number;
}

/** The one dialog before anything leaves the machine. No argument skips it. */
export async function confirmStore(ui: Ui, question: StoreQuestion): Promise<'another' | 'no' | 'yes'> {
  const { org, integration, isAsked, fields, files, held, notes } = question;
  const detail = [
    ...orgLines(org),
    t('confirm.integration', integration),
    t('confirm.fields', listed(fields)),
    ...lines(files.map(fileText)),
    ...(notes.length > 0 ? ['', ...notes] : []),
    '',
    held.length > 0 ? t('confirm.replaces', listed(held)) : t('confirm.live'),
  ].join('\n');
  const [store, another] = [t('confirm.button'), t('store.another')];
  if (isAsked) return (await ui.confirm(t('confirm.title'), detail, store)) ? 'yes' : 'no';
  const pressed = await ui.ask(t('confirm.title'), detail, [store, another]);
  if (pressed === another) return 'another';
  return pressed === store ? 'yes' : 'no';
}

function fileText({ document, edits, replaced }: ChangedFile): string {
  const [text, count] =
    replaced > 0 ? (['confirm.files', replaced] as const) : (['confirm.edited', edits.length] as const);
  return t(text, shownPath(document), count);
}
