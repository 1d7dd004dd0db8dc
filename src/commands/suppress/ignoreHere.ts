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
export async function ignoreHere(
  ports: Pick<Ports, 'documents' | 'files' | 'findings' | 'scanner' | 'team' | 'ui' | 'workspace'>,
  uri: unknown,
  findingId: unknown,
): Promise<void> {
  const found = await findingToSilence(ports, uri, findingId);
  if (!found) return;
  const said = await askReason(ports.ui, t('ignore.reason'), detectedValue(found.detection));
  if (said) await ((await byComment(ports, found, said)) ?? byEntry(ports, found, said));
}

/** @returns nothing where no comment can stand */
async function byComment(
  ports: Pick<Ports, 'documents' | 'findings' | 'ui' | 'workspace'>,
  found: ToSilence,
  said: Reason,
): Promise<'done' | undefined> {
  const { document, text, detection } = found;
  const syntax = commentSyntaxOf(document.name);
  const offset = detection.spans[0]?.start;
  if (!syntax || offset === undefined) return undefined;
  const edit = ignoreComment(text, syntax, offset, { rule: detection.ruleId, ...said });
  if (!edit) return undefined;
  const change = { document: document.uri, text: new Sensitive(text), edits: [edit] };
  const editing = await prepareToEdit(ports, [change]);
  if (!editing || !(await applied(ports.ui, editing))) return 'done';
  await ports.findings.scanNow(document.uri);
  await ports.ui.info(t('ignore.done.comment'));
  return 'done';
}

async function byEntry(
  ports: Pick<Ports, 'documents' | 'files' | 'findings' | 'team' | 'ui' | 'workspace'>,
  { document, detection }: ToSilence,
  said: Reason,
): Promise<void> {
  const file = await teamFileOf(ports, document.uri);
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
  if (!(await editTeamFile(ports, file, entry))) return;
  await ports.findings.scanNow(document.uri);
  await ports.ui.info(t(isAdvice ? 'ignore.done.advice' : hasFingerprint ? 'ignore.done.entry' : 'ignore.done.place'));
}

function newSalt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
