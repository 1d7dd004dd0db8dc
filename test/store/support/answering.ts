import type { OrgPort } from '../../../src/store/index.ts';

/** One call of an org that fails: instead of its effect, or after it. */
export interface BadAnswer {
  /** Number of the call, from 0; only calls of the org count. */
  readonly at: number;
  readonly when: 'before' | 'after';
  readonly error: () => Error;
}

/** The org with one call that fails with any error at all. */
export function answering(org: OrgPort, { at, when, error }: BadAnswer): OrgPort {
  let calls = 0;
  return new Proxy(org, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return async (...args: readonly unknown[]) => {
        const hit = calls++ === at;
        if (hit && when === 'before') throw error();
        const answer: unknown = await Reflect.apply(method, target, args);
        if (hit) throw error();
        return answer;
      };
    },
  });
}
