import { describe, expect, it } from 'vitest';
import { velocityCases } from './velocity/cases.ts';
import { ENGINES, enginesIn } from './velocity/engines.ts';
import { judge } from './velocity/judge.ts';
import { VELOCITY_PLACES } from './velocity/places.ts';
import { compareTemplates } from './velocity/templates.ts';

// `npm run soak -- velocity` fetches them; without them nothing here runs.
const engines = enginesIn(ENGINES);

describe.skipIf(engines.length === 0)('the real Apache Velocity', () => {
  it.each(engines)('$version sends the same before and after a fix, and what is stored', (engine) => {
    const verdict = judge([...velocityCases(2, 60, 7)], engine);
    expect(verdict.changed).toEqual([]);
    expect(verdict.unsent).toEqual([]);
    expect(verdict.fixed).toBeGreaterThan(VELOCITY_PLACES.length);
  });

  it.each(engines)('$version renders templates as our renderer does', (engine) => {
    const { unlike, same } = compareTemplates(1500, engine, 7);
    expect(unlike).toEqual([]);
    expect(same).toBeGreaterThan(500);
  });
});
