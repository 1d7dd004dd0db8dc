import type { Detected } from '../../engine/detect/index.ts';
import type { Renderer } from '../velocity/index.ts';
import { bestReplacement, type Replaced } from './bestReplacement.ts';
import { pairIn, wantedName } from './candidates.ts';
import { fixedNames, type UserAndPassword } from './fieldNames.ts';
import { whyNoReference } from './whyNoReference.ts';

/** The names that a user name and its password are stored under by convention. */
const BASIC_FIELDS: UserAndPassword = { user: 'userName', password: 'password' };

/**
 * Replaces one literal by a reference to a field that is stored already under `fieldName`. The rendering is compared with
 * the present literal as the field's value: whether the stored value is the same, only the author knows.
 */
export function planReference(
  detection: Detected,
  integrationType: string,
  fieldName: string,
  render: Renderer,
): Replaced | undefined {
  if (whyNoReference(detection, integrationType)) return undefined;
  return bestReplacement(detection, integrationType, fixedNames(fieldName, BASIC_FIELDS), render);
}

/** The name to propose for a literal, and whether it is a user name with its password, which takes two fields. */
export function proposedFields(detection: Detected): readonly string[] {
  return pairIn(detection) ? [BASIC_FIELDS.user, BASIC_FIELDS.password] : [wantedName(detection)];
}
