import { Sensitive } from '../../base/sensitive.ts';
import {
  commentSyntaxOf,
  detectedValue,
  fingerprintWith,
  ignoreComment,
  isGuessable,
  keyPathOf,
  saltIn,
} from '../../engine/suppression/index.ts';
import { t } from '../../messages/index.ts';
import { applied, prepareToEdit } from '../files/editing.ts';
import type { Ports } from '../ports/index.ts';
import { askReason, type Reason } from './askReason.ts';
import { editTeamFile, teamFileOf } from './editTeamFile.ts';
import { findingToSilence, type ToSilence } from './findingToSilence.ts';

/**
 * Silences one finding with the author's reason: by a comment above it, or, where no comment can stand, by an entry of the
 * team file that fits this place and, by a slow fingerprint, this value.
 */
export async function ignoreHere(services: Ports, uri: unknown, findingId: unknown): Promise<void> {
  const found = await findingToSilence(services, uri, findingId);
  if (!found) return;
  const said = await askReason(services.ui, t('ignore.reason'), detectedValue(found.detection));
  if (said) await ((await byComment(services, found, said)) ?? byEntry(services, found, said));
}

/** @returns nothing where no comment can stand */
async function byComment(services: Ports, found: ToSilence, said: Reason): Promise<'done' | undefined> {
  const { document, text, detection } = found;
  const syntax = commentSyntaxOf(document.name);
  const offset = detection.spans[0]?.start;
  if (!syntax || offset === undefined) return undefined;
  const edit = ignoreComment(text, syntax, offset, { rule: detection.ruleId, ...said });
  if (!edit) return undefined;
  const change = { document: document.uri, text: new Sensitive(text), edits: [edit] };
  const editing = await prepareToEdit(services, [change]);
  if (!editing || !(await applied(services.ui, editing))) return 'done';
  await services.findings.scanNow(document.uri);
  await services.ui.info(t('ignore.done.comment'));
  return 'done';
}

async function byEntry(services: Ports, { document, detection }: ToSilence, said: Reason): Promise<void> {
  const file = await teamFileOf(services, document.uri);
  if (!file) return;
  const value = detectedValue(detection);
  const isAdvice = detection.hit.class === 'advice';
  const hasFingerprint = !isAdvice && !isGuessable(value);
  const salt = saltIn(file.text ?? '') ?? newSalt();
  const fields = {
    rule: detection.ruleId,
    path: file.path,
    keyPath: keyPathOf(detection),
    ...(hasFingerprint ? { fingerprint: await fingerprintWith(crypto.subtle)(value, salt) } : {}),
    ...said,
  };
  const entry = { list: 'allowed' as const, fields, ...(hasFingerprint ? { salt } : {}) };
  if (!(await editTeamFile(services, file, entry))) return;
  await services.findings.scanNow(document.uri);
  await services.ui.info(
    t(isAdvice ? 'ignore.done.advice' : hasFingerprint ? 'ignore.done.entry' : 'ignore.done.place'),
  );
}

function newSalt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
