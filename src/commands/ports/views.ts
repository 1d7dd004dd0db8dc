import type { ActionUpdate } from '../../genesys/remedies/index.ts';

/** What the editor shows besides documents. */
export interface Views {
  problems(): Promise<void>;
  /** The page of a rule. @param ruleId has the shape of one */
  rule(ruleId: string): Promise<void>;
  /** What an update would change of a Data Action, without any literal. */
  update(plan: ActionUpdate, name: string, org: string): Promise<void>;
  practiceOrg(): Promise<void>;
}
