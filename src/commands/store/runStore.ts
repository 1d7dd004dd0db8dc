import type { IntegrationSummary } from '../../cloud/orgClient.ts';
import type { FieldToStore } from '../../genesys/remedies/index.ts';
import { listed, type TextId, t } from '../../messages/index.ts';
import {
  type DocumentsPort,
  type Editing,
  type StoreOutcome,
  stillUsedBy,
  storeCredential,
} from '../../store/index.ts';
import { sayFailure } from '../failure/sayFailure.ts';
import { shownPath } from '../files/fileNames.ts';
import { sayRotate } from '../files/sayRotate.ts';
import type { Ports } from '../ports/index.ts';
import type { ConnectedOrg } from '../ports/orgs.ts';
import { outcomeText } from './storeTexts.ts';

/** What the author has confirmed. */
export interface ConfirmedStore {
  readonly integration: IntegrationSummary;
  /** Type of the new credential. */
  readonly credentialType: string;
  /** All fields of the new credential. */
  readonly fields: readonly FieldToStore[];
  /** The credential whose place it takes. */
  readonly replaces?: string;
  /** Whether the author agreed that its fields which the org does not show, and nobody listed, are lost. */
  readonly losesUnseen?: boolean;
  /** The prepared edits; absent where no file changes. */
  readonly editing?: Editing;
  /** Sentences to add to the good news. */
  readonly hints: readonly string[];
  /** Sentences to add where nobody else uses what was replaced. */
  readonly hintsIfUnused?: readonly string[];
  /** Called when it is stored, before that is told. @returns a sentence to add, if there is one */
  readonly onStored?: () => Promise<string | undefined>;
  /** The button of what can be done next. */
  readonly next?: string;
  /** Where the value is if it is not stored; by default in the file, if one was to change. */
  readonly stays?: TextId;
}

const NOTHING_TO_EDIT: DocumentsPort = { apply: async () => 'applied', save: async () => [] };

let underWay = false;

/** Carries out a confirmed store and says how it ended. @returns `next` where its button was pressed */
export async function runStore(
  ports: Ports,
  org: ConnectedOrg,
  confirmed: ConfirmedStore,
): Promise<'stored' | 'next' | 'not-stored'> {
  const { ui, log } = ports;
  if (underWay) {
    await ui.warn(t('store.busy'));
    return 'not-stored';
  }
  underWay = true;
  const outcome = await carryOut(ports, org, confirmed).finally(() => {
    underWay = false;
  });
  log.info('store', { outcome: outcome.kind, fields: confirmed.fields.length });
  const { integration, editing, next, onStored } = confirmed;
  if (outcome.kind === 'stored') {
    const more = await onStored?.().catch(() => {
      log.warn('after the store');
      return undefined;
    });
    const unsaved = outcome.unsaved?.map((document) => shownPath(ports.workspace.address(document)));
    const hints = [
      ...confirmed.hints,
      ...(more === undefined ? [] : [more]),
      ...(outcome.replaces === undefined ? [] : await replacedHints(org, outcome.replaces, confirmed)),
      ...(unsaved === undefined ? [] : [t('store.unsaved', listed(unsaved))]),
    ];
    const names = listed(outcome.fieldNames);
    const pressed = await sayRotate(
      ui,
      t(editing ? 'store.done' : 'store.doneOnly', org.label, names, integration.name),
      hints,
      next,
    );
    return pressed ? 'next' : 'stored';
  }
  const failure = outcome.kind === 'failed' && typeof outcome.failure === 'object' ? outcome.failure : undefined;
  const stays = confirmed.stays ?? (editing ? 'store.literalStays' : 'store.nothingElse');
  await sayFailure(ports, outcomeText(outcome, org.label, integration.name, stays), failure, org.session);
  return 'not-stored';
}

/** What to do with the credential that was replaced: nothing that would break those who use it. */
async function replacedHints(
  { client }: ConnectedOrg,
  replaced: string,
  { hintsIfUnused = [], integration }: ConfirmedStore,
): Promise<readonly string[]> {
  const users = await stillUsedBy(client, replaced, integration.id);
  if (users === 'unknown') return [t('store.replaced.unknown')];
  if (users.length > 0) return [t('store.replaced.used', listed(users))];
  return [t('store.replaced'), ...hintsIfUnused];
}

function carryOut(
  ports: Pick<Ports, 'scanner' | 'ui' | 'wait'>,
  org: ConnectedOrg,
  confirmed: ConfirmedStore,
): Promise<StoreOutcome> {
  const { integration, credentialType, fields, editing, losesUnseen = false, replaces } = confirmed;
  const request = {
    integrationId: integration.id,
    integrationName: integration.name,
    typeId: integration.typeId,
    credentialType,
    fields,
    changes: editing?.changes ?? [],
    losesUnseen,
    ...(replaces === undefined ? {} : { replaces }),
  };
  const storePorts = {
    org: org.client,
    documents: editing ?? NOTHING_TO_EDIT,
    journal: org.journal,
    mark: (document: string, text: string) => ports.scanner.marked(document, text),
    newId: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
  };
  const names = listed(fields.map((field) => field.name));
  return ports.ui.progress(t('store.progress', org.label, names), (report, signal) => {
    const wait = (milliseconds: number, given?: AbortSignal): Promise<void> => {
      report({ message: t('store.waiting') });
      return ports.wait(milliseconds, given);
    };
    return storeCredential(request, { ...storePorts, wait }, signal);
  });
}
