/** `none`, `practice`, or the id of a session. */
export type ChosenOrg = string;

/** Settings are read at the moment of use. */
export interface Settings {
  /** The org that stores go to. There is no default. */
  chosenOrg(): ChosenOrg;
  chooseOrg(org: ChosenOrg): Promise<void>;
}
