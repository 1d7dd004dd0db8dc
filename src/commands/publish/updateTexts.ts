import type { RequestPlace } from '../../genesys/remedies/index.ts';
import { t } from '../../messages/index.ts';

/** The parts of an action that change, for the author. */
export function placesText(places: readonly RequestPlace[]): string {
  return places.map(placeText).join(', ');
}

function placeText(place: RequestPlace): string {
  return typeof place === 'object' ? t('update.place.header', place.header) : t(`update.place.${place}`);
}
