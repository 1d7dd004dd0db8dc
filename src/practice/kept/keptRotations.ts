import { UnreadablePractice } from './keeper.ts';
import { text as anyText, count, list, object, oneOf } from './shape.ts';

const rotations = list(
  object(
    { id: anyText, org: anyText, integration: anyText, stored: anyText, fields: list(anyText), files: list(anyText) },
    {
      orgId: anyText,
      integrationId: anyText,
      tokens: list(anyText),
      history: object(
        { commits: count, pushed: oneOf('yes', 'no', 'unknown') },
        { newest: list(anyText), tooShort: oneOf('some', 'all') },
      ),
    },
  ),
);

/** What is stored in a practice org and not rotated yet: names, ids and counts. */
type KeptRotations = ReturnType<typeof rotations>;

/** The rotations that a sample project keeps: anybody may have written them. @throws UnreadablePractice where they are none */
export function readRotations(text: string | undefined): KeptRotations {
  try {
    return text === undefined ? [] : rotations(JSON.parse(text));
  } catch {
    throw new UnreadablePractice();
  }
}
