import type { CredentialValues } from '../world/index.ts';

/** Values by where they may be kept. */
export interface SplitValues {
  /** The sample project made them, and its files show them. */
  readonly made: CredentialValues;
  /** Everything else: what an author typed. For the secret storage alone. */
  readonly typed: CredentialValues;
}

/**
 * Tells values that the sample project made from those of an author, field by field. A value is the sample's only if it is one
 * of those that lie in the sample's folder anyway; where that is not known, it is the author's.
 */
export function splitValues(values: CredentialValues, made: ReadonlySet<string>): SplitValues {
  return {
    made: onlyFields(values, (value) => made.has(value)),
    typed: onlyFields(values, (value) => !made.has(value)),
  };
}

/** The values of both, by credential and field. */
export function joinValues(made: CredentialValues, typed: CredentialValues): CredentialValues {
  const ids = new Set([...made.keys(), ...typed.keys()]);
  return new Map([...ids].map((id) => [id, { ...made.get(id), ...typed.get(id) }]));
}

/** Every value. */
export function allOf(values: CredentialValues): string[] {
  return [...values.values()].flatMap((fields) => Object.values(fields));
}

function onlyFields(values: CredentialValues, isWanted: (value: string) => boolean): CredentialValues {
  const parts = [...values].map(([id, fields]): [string, Readonly<Record<string, string>>] => {
    const wanted = Object.entries(fields).filter(([, value]) => isWanted(value));
    return [id, Object.fromEntries(wanted)];
  });
  return new Map(parts.filter(([, fields]) => Object.keys(fields).length > 0));
}
