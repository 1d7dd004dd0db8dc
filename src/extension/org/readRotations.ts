import { UnreadablePractice } from '../../practice/keeper.ts';
import { text as anyText, count, list, object, oneOf, type Shape } from '../../practice/shape.ts';
import type { DueRotation } from './rotations.ts';

const shape = list(
  object(
    {
      ...{ id: anyText, org: anyText, integration: anyText, stored: anyText },
      ...{ fields: list(anyText), files: list(anyText) },
    },
    {
      ...{ orgId: anyText, integrationId: anyText, tokens: list(anyText) },
      history: object(
        { commits: count, pushed: oneOf('yes', 'no', 'unknown') },
        { newest: list(anyText), tooShort: oneOf('some', 'all') },
      ),
    },
  ),
) as Shape<readonly DueRotation[]>;

/** The rotations that a sample project keeps: anybody may have written them. @throws UnreadablePractice where they are none */
export function readRotations(text: string | undefined): readonly DueRotation[] {
  try {
    return text === undefined ? [] : shape(JSON.parse(text));
  } catch {
    throw new UnreadablePractice();
  }
}
