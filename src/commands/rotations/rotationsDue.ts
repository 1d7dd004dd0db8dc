import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';
import type { DueRotation, Spread } from '../ports/rotations.ts';
import type { PickItem } from '../ports/ui.ts';

/** Shorter values stand in a file by chance, so they are not looked for in git. UTF-16 units. */
export const SHORTEST_SEARCHED = 6;

interface RotationItem extends PickItem {
  readonly rotation: DueRotation;
}

/** Lists what is stored and not rotated yet, the most urgent first, and takes from the list what the author says is done. */
export async function rotationsDue({ rotations, ui }: Pick<Ports, 'rotations' | 'ui'>): Promise<void> {
  const due = [...(await rotations.due())].sort((a, b) => urgency(b) - urgency(a));
  if (due.length === 0) {
    await ui.info(t('rotations.none'));
    return;
  }
  const items = due.map(
    (rotation): RotationItem => ({
      rotation,
      label: t('rotations.item', rotation.fields.join(', '), rotation.integration),
      description: t('rotations.stored', rotation.org, rotation.stored.slice(0, 10)),
      detail: historyText(rotation.history),
    }),
  );
  const picked = await ui.pickMany(items, { title: t('rotations.title'), placeHolder: t('rotations.hint') });
  if (picked?.length) await rotations.done(new Set(picked.map(({ rotation }) => rotation.id)));
}

/** How far a value has spread, in words. */
export function historyText(history: DueRotation['history']): string {
  if (!history) return t('history.unknown');
  if (history.tooShort === 'all') return t('history.tooShort');
  const text = foundText(history);
  return history.tooShort ? `${text} ${t('history.someTooShort', SHORTEST_SEARCHED)}` : text;
}

function foundText({ commits, newest = [], pushed }: Spread): string {
  if (commits === 0) return t('history.none');
  const spread = { yes: 'history.pushed', no: 'history.local', unknown: 'history.maybe' } as const;
  const text = t(spread[pushed], commits);
  return newest.length > 0 ? `${text} ${t('history.newest', newest.join(', '))}` : text;
}

function urgency({ history }: DueRotation): number {
  if (!history) return 1;
  if (history.commits === 0) return history.tooShort ? 1 : 0;
  return { yes: 4, unknown: 3, no: 2 }[history.pushed];
}
