/** The rule that reports comments which do not silence what they say. Permanent. */
export const SILENCING_RULE = 'silencing';

/** The rule that reports what is wrong in a team file. Permanent. */
export const TEAM_FILE_RULE = 'team-file';

/** Whether findings of a rule can be silenced: not those that are about silencing. */
export function canBeSilenced(ruleId: string): boolean {
  return ruleId !== SILENCING_RULE && ruleId !== TEAM_FILE_RULE;
}
