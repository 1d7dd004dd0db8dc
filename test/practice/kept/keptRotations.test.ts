import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadablePractice } from '../../../src/practice/kept/keeper.ts';
import { readRotations } from '../../../src/practice/kept/keptRotations.ts';

const rotation = {
  ...{ id: '1', org: 'PRACTICE', integration: 'Booking', stored: '2026-01-02', fields: ['apiKey'], files: ['a.json'] },
  ...{ orgId: 'o', integrationId: 'i', tokens: [], history: { commits: 1, pushed: 'no', newest: ['0a1b'] } },
};

describe('The rotations that a sample project keeps', () => {
  it('are those that were written', () => {
    expect(readRotations(undefined)).toEqual([]);
    const { orgId: _, history: __, ...least } = rotation;
    expect(readRotations(JSON.stringify([rotation, least]))).toEqual([rotation, least]);
  });

  it.each(['', '{', '{}', '[{}]', JSON.stringify([{ ...rotation, history: { commits: -1, pushed: 'no' } }])])(
    'are not taken for none where they cannot be read: %s',
    (text) => {
      expect(() => readRotations(text)).toThrow(UnreadablePractice);
    },
  );

  it('are rotations or refused, whatever stands there', () => {
    const members = fc.record(Object.fromEntries(Object.keys(rotation).map((name) => [name, fc.jsonValue()])));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(members).map((all) => JSON.stringify(all)),
        ),
        (text) => {
          try {
            for (const { fields } of readRotations(text)) expect(fields.join()).toBeTypeOf('string');
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadablePractice);
          }
        },
      ),
    );
  });
});
