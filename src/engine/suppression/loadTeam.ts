import type { Finding, Rule } from '../detect/contract/index.ts';
import { customNames } from './customNames.ts';
import type { customPatterns, UnusablePattern } from './customPatterns.ts';
import type { Fingerprint } from './fingerprint.ts';
import { notice } from './notices.ts';
import { TEAM_FILE_RULE } from './ownRules.ts';
import { readTeamFile, type TeamFileOptions } from './readTeamFile.ts';
import type { Team } from './silencing.ts';
import { makeTeam } from './team.ts';

/** A team file at work. */
export interface LoadedTeam {
  readonly team: Team;
  /** What a scan looks for besides: the team's names and formats. */
  readonly rules: readonly Rule[];
  /** What is wrong in the file. */
  readonly problems: readonly Finding[];
  /** Whether it is no YAML, so that nothing in it counts. */
  readonly isBroken: boolean;
}

/** What the platform gives. */
export interface TeamPorts {
  readonly fingerprint: Fingerprint;
  /** The reader of custom patterns, which is large: asked for when a file has some. */
  patterns(): Promise<typeof customPatterns>;
}

/** Reads a team file and makes it work. Never rejects because of what stands in it. */
export async function loadTeam(text: string, options: TeamFileOptions, ports: TeamPorts): Promise<LoadedTeam> {
  const file = readTeamFile(text, options);
  const { credentialNames, patterns, problems, isBroken } = file;
  const names = credentialNames.length > 0 ? [customNames(credentialNames)] : [];
  const formats = patterns.length > 0 ? (await ports.patterns())(patterns) : undefined;
  return {
    team: makeTeam(file, ports.fingerprint),
    rules: formats ? [...names, formats.rule] : names,
    problems: [...problems, ...(formats?.unusable ?? []).map(unusable)],
    isBroken,
  };
}

function unusable({ entry: { span, id }, why }: UnusablePattern): Finding {
  const message = why === 'bad' ? 'finding.teamFile.badPattern' : 'finding.teamFile.largePattern';
  return notice(TEAM_FILE_RULE, span, message, [id]);
}
