import type * as vscode from 'vscode';
import type { PracticeFault } from '../../practice/index.ts';
import type { Services } from '../services.ts';
import { t } from '../texts.ts';

interface FaultItem extends vscode.QuickPickItem {
  readonly fault: PracticeFault;
}

/** Lets the next change in the practice org go wrong, so that an author sees what happens then. */
export async function practiceFault({ chunks, practice, ui }: Services): Promise<void> {
  const { PRACTICE_FAULTS } = await chunks.practice();
  const items = PRACTICE_FAULTS.map((fault): FaultItem => ({ fault, label: t(`practice.fault.${fault}`) }));
  const picked = await ui.pick(items, { title: t('practice.fault.title'), placeHolder: t('practice.fault.hint') });
  if (!picked) return;
  (await practice.running()).faults.choose(picked.fault);
}
