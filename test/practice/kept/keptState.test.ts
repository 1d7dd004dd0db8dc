import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPracticeState, writePracticeState } from '../../../src/practice/kept/keptState.ts';
import { createPracticeOrg } from '../../../src/practice/org.ts';
import { seedPracticeOrg } from '../../../src/practice/seed/seed.ts';
import { renderVelocity, sampleOrg } from '../sampleOrg.ts';

const seed = seedPracticeOrg({ newId: () => crypto.randomUUID(), now: () => '2026-01-02T03:04:05.000Z' });
const written = writePracticeState({ state: seed.state, made: seed.values });

describe('The file of a practice org', () => {
  it('gives back what was written', () => {
    expect(readPracticeState(written)).toEqual({ ok: true, kept: { state: seed.state, made: seed.values } });
  });

  it('gives back drafts, versions and new things', async () => {
    const { action, call, org } = await sampleOrg();
    const { id } = await action('Find Booking');
    await call('POST', `/api/v2/integrations/actions/${id}/draft`);
    await call('POST', '/api/v2/integrations', { integrationType: { id: 'custom-rest-actions' }, name: 'New' });
    const kept = { state: org.snapshot(), made: org.credentialValues() };
    expect(kept.state.actions.some(({ draft }) => draft !== undefined)).toBe(true);
    expect(readPracticeState(writePracticeState(kept))).toEqual({ ok: true, kept });
  });

  it.each([
    ['nothing', '', 'syntax'],
    ['no JSON', '{', 'syntax'],
    ['no object', '"state"', 'syntax'],
    ['another version', '{"format":2}', 'format'],
    ['no state', '{"format":1}', 'shape'],
    ['values that are not encoded', written.replace(/"made": ".*"/, '"made": "?"'), 'shape'],
    ['too much', ' '.repeat(4_000_001), 'size'],
  ])('is not taken for one with %s in it', (_, text, reason) => {
    expect(readPracticeState(text)).toEqual({ ok: false, reason });
  });

  it.each([
    ['two integrations of one id', { integrations: [...seed.state.integrations, ...seed.state.integrations] }],
    ['an action of no integration', { integrations: [] }],
    ['a behaviour that there is not', { behaviour: { versionConflict: 500, redaction: 'masked' } }],
    ['a list that is too long', { credentials: Array.from({ length: 2001 }, (_, i) => ({ id: `${i}` })) }],
    ['an organization without a name', { organization: { id: 'a' } }],
  ])('is refused with %s', (_, change) => {
    const text = JSON.stringify({ ...JSON.parse(written), state: { ...seed.state, ...change } });
    expect(readPracticeState(text)).toEqual({ ok: false, reason: 'shape' });
  });

  it('is read without throwing whatever stands in it, and what is read is an org', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), damaged()), (text) => {
        const read = readPracticeState(text);
        if (!read.ok) return;
        const { state, made: values } = read.kept;
        const make = (): string => 'x';
        const org = createPracticeOrg({
          seed: state,
          values,
          clients: [],
          render: renderVelocity,
          newId: make,
          now: make,
        });
        for (const { id } of state.integrations) expect(Array.isArray(org.lostFields(id))).toBe(true);
        expect(readPracticeState(writePracticeState(read.kept))).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  it('gives no object a prototype of its own', () => {
    const { state } = JSON.parse(written);
    const [first] = state.integrations;
    const hostile = JSON.stringify(first).replace('"properties":{}', '"properties":{"__proto__":{"isFailing":true}}');
    const text = JSON.stringify({ ...JSON.parse(written), state }).replace(JSON.stringify(first), hostile);
    const read = readPracticeState(text);
    expect(read.ok && Object.getPrototypeOf(read.kept.state.integrations[0]?.config)).toBe(Object.prototype);
    expect(({} as { isFailing?: boolean }).isFailing).toBeUndefined();
  });
});

/** The file with one member of any depth replaced, or taken out. */
function damaged(): fc.Arbitrary<string> {
  return fc.tuple(fc.nat(400), fc.option(fc.jsonValue(), { nil: undefined })).map(([at, value]) => {
    let turn = 0;
    const change = (_: string, member: unknown) => (turn++ === at ? value : member);
    return JSON.stringify(JSON.parse(written, change)) ?? '';
  });
}
