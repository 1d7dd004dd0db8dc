import type { Severity } from './rule.ts';

/**
 * What a stranger could do with it. `low`: test keys and narrow ingest keys; `public`: meant to be seen, or an identifier
 * that only means something beside its secret.
 */
export type Weight = 'critical' | 'high' | 'medium' | 'low' | 'public';

const BY_WEIGHT: Readonly<Record<Weight, Severity>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'warning',
  public: 'information',
};

/** Nothing can be graver, so a finding of it is never lowered to it. */
export const GRAVEST = 'error' satisfies Severity;

const ORDER: readonly Severity[] = ['hint', 'information', 'warning', GRAVEST];

export function severityOfWeight(weight: Weight): Severity {
  return BY_WEIGHT[weight];
}

/** One step down, at most to `information`. */
export function lowered(severity: Severity): Severity {
  return severity === 'error' ? 'warning' : 'information';
}

export function graver(a: Severity, b: Severity): Severity {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;
}
