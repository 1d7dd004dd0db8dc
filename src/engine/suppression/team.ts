import { GRAVEST, graver } from '../detect/contract/index.ts';
import type { Detected } from '../detect/index.ts';
import type { Fingerprint } from './fingerprint.ts';
import { matchesGlob } from './glob.ts';
import { detectedValue, keyPathsOf, plainName } from './places.ts';
import type { Silencing, Team } from './silencing.ts';
import type { AllowedEntry, SeverityEntry, TeamFile } from './teamFile.ts';

/** Makes a team file work. @param fingerprint is asked only about values whose rule, path and key path fit an entry */
export function makeTeam(file: TeamFile, fingerprint: Fingerprint): Team {
  const entries = [...plainEntries(file), ...allowedEntries(file, fingerprint)];
  const weights = new Map(file.severities.map((entry) => [entry.rule, weightOf(entry)]));
  return {
    entries: [...entries, ...weights.values()].flatMap(({ silencing }) => silencing ?? []),
    silencings: async (detected, path) => {
      const fitting: Silencing[] = [];
      for (const { silencing, fits } of entries) if (await fits(detected, path)) fitting.push(silencing);
      return fitting;
    },
    weigh: (ruleId, before) => {
      const weight = weights.get(ruleId);
      if (!weight || weight.severity === before) return undefined;
      const { severity, silencing } = weight;
      if (graver(severity, before) === severity) return { severity };
      return silencing && { severity, by: silencing };
    },
  };
}

/** What an entry makes of findings. One that may lower them, and says why, is listed with all that silences. */
interface Weight extends Pick<SeverityEntry, 'severity'> {
  readonly silencing?: Silencing;
}

function weightOf({ rule, severity, ...rest }: SeverityEntry): Weight {
  if (severity === GRAVEST || rest.reason === '') return { severity };
  return { severity, silencing: { kind: 'severities', rules: [rule], paths: [], ...rest } };
}

interface Entry {
  readonly silencing: Silencing;
  readonly fits: (detected: Detected, path: string) => boolean | Promise<boolean>;
}

/** Rules that go by the name of a value. */
const BY_NAME: readonly string[] = ['named-credential', 'url-credential', 'credential-as-input'];

function plainEntries({ paths, rules, harmlessNames }: TeamFile): Entry[] {
  return [
    ...paths.map(
      ({ path: glob, ...rest }): Entry => ({
        silencing: { kind: 'paths', rules: [], paths: [glob], ...rest },
        fits: (_detected, path) => matchesGlob(glob, path),
      }),
    ),
    ...rules.map(
      ({ rule, paths: globs, ...rest }): Entry => ({
        silencing: { kind: 'rules', rules: [rule], paths: globs ?? [], ...rest },
        fits: ({ ruleId }, path) => ruleId === rule && (globs?.some((glob) => matchesGlob(glob, path)) ?? true),
      }),
    ),
    ...harmlessNames.map(
      ({ name, ...rest }): Entry => ({
        silencing: { kind: 'names', rules: BY_NAME, paths: [], ...rest },
        fits: ({ ruleId, literal }) =>
          BY_NAME.includes(ruleId) && literal.name !== undefined && plainName(literal.name) === plainName(name),
      }),
    ),
  ];
}

function allowedEntries({ allowed, salt = '' }: TeamFile, fingerprint: Fingerprint): Entry[] {
  return allowed.map((entry) => {
    const { rule, path: glob, keyPath: _, fingerprint: expected, ...rest } = entry;
    return {
      silencing: { kind: 'allowed', rules: [rule], paths: [glob], ...rest },
      fits: async (detected, path) => {
        if (
          detected.ruleId !== rule ||
          !matchesGlob(glob, path) ||
          !keyPathsOf(detected).some((keyPath) => isPlace(entry, keyPath))
        )
          return false;
        return expected === undefined || (await fingerprint(detectedValue(detected), salt)) === expected;
      },
    };
  });
}

/** Where the value is known, positions in lists may differ: something was inserted above. */
function isPlace({ keyPath: expected, fingerprint }: AllowedEntry, keyPath: string): boolean {
  if (expected === undefined || expected === keyPath) return true;
  return fingerprint !== undefined && withoutPositions(expected) === withoutPositions(keyPath);
}

function withoutPositions(keyPath: string): string {
  return keyPath.replace(/(?<=^|\.)\d+(?=\.|$)/g, '*');
}
