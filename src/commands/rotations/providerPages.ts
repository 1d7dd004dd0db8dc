import type { Detected } from '../../engine/detect/index.ts';
import type { Replacement } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';
import type { Ports } from '../ports/index.ts';
import type { DueRotation } from '../ports/rotations.ts';

/** What the replaced tokens are, as `provider kind`, where their formats tell. Names of formats, nothing of the values. */
export function tokenKinds(detections: readonly Detected[], replacements: readonly Replacement[]): readonly string[] {
  const replaced = new Set(replacements.flatMap(({ spans }) => spans.map(({ start }) => start)));
  const kinds = detections.flatMap(({ hit: { tokenKind }, spans }) =>
    tokenKind !== undefined && spans.some(({ start }) => replaced.has(start)) ? [tokenKind] : [],
  );
  return [...new Set(kinds)];
}

/** Offers the pages where what is due is replaced at its provider, while the author goes on. */
export async function offerProviderPages(
  { chunks, ui }: Pick<Ports, 'chunks' | 'ui'>,
  due: readonly DueRotation[],
): Promise<void> {
  const kinds = [...new Set(due.flatMap(({ tokens = [] }) => tokens))];
  if (kinds.length === 0) return;
  const { tokenLinks } = await chunks.scanning();
  for (const kind of kinds) {
    const { rotate } = tokenLinks(kind);
    if (rotate === undefined) continue;
    if (!rotate.startsWith('https://')) {
      void ui.info(t('rotate.way', kind, rotate));
      continue;
    }
    const open = t('rotate.open');
    void ui
      .info(t('rotate.page', kind), open)
      .then((pressed) => (pressed === open ? ui.openExternal(rotate) : undefined));
  }
}
