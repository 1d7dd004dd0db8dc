import type { PracticeFault } from '../../practice/index.ts';

/** What an author can do with the practice orgs besides storing. */
export interface Practice {
  faults(): Promise<readonly PracticeFault[]>;
  /** Lets the next change in the practice org go wrong. */
  letFail(fault: PracticeFault): Promise<void>;
  /** Whether the author is signed in to the second one. */
  isSecondOn(): boolean;
  /** Signs in to the second one, or out of it. @returns its name */
  turnSecond(isOn: boolean): Promise<string>;
  /** Of the orgs that are there and can be read. None is begun for that. */
  orgIds(): Promise<{ readonly first?: string; readonly second?: string }>;
  /** How many files the sample project was made with; `undefined` where none is open or that cannot be told. */
  madeFiles(): Promise<number | undefined>;
  /**
   * Makes the practice orgs what they were in the beginning, and with them the files of the sample project. A crash in between leaves
   * it to be done again.
   * @returns the paths of files that could not be written
   */
  startOver(): Promise<readonly string[]>;
}
