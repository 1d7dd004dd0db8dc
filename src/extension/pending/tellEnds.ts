import * as vscode from 'vscode';
import type { Log } from '../../commands/ports/log.ts';
import type { Ui } from '../../commands/ports/ui.ts';
import { t } from '../../messages/index.ts';
import { dayOf, endOf } from '../../store/kept/end.ts';
import { COMMANDS } from '../ids.ts';
import type { PendingReferences } from './pendingReferences.ts';

interface EndParts {
  readonly pending: PendingReferences;
  readonly ui: Ui;
  readonly log: Log;
}

/** After a start: ends the values that nobody needs any more, and tells which end soon. */
export async function tellEnds({ pending, ui, log }: EndParts): Promise<void> {
  try {
    const { soon, ended } = await pending.sweep();
    if (ended > 0) void ui.info(t('pending.ended', ended));
    if (soon.length === 0) return;
    await pending.told(soon);
    const ids = new Set(soon.map(({ id }) => id));
    const told = pending.all().filter(({ id }) => ids.has(id));
    const names = [...new Set(told.flatMap(({ fieldNames }) => fieldNames))].join(', ');
    const show = t('pending.show');
    const first = dayOf(told.map(endOf).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY));
    if ((await ui.warn(t('pending.ending', told.length, first, names), show)) === show)
      await vscode.commands.executeCommand(COMMANDS.keptValues);
  } catch {
    log.warn('kept values not looked through');
  }
}
