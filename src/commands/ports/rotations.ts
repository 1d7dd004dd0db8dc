/** How far a value has spread: counts and ids. */
export interface Spread {
  readonly commits: number;
  /** Whether the remote has one of them. */
  readonly pushed: 'yes' | 'no' | 'unknown';
  /** The newest of the commits, abbreviated. */
  readonly newest?: readonly string[];
  /** Whether values were too short to be looked for: a few characters stand in a file by chance. */
  readonly tooShort?: 'some' | 'all';
}

/** A value that is stored now and has been where others could read it. Names, ids and addresses only. */
export interface DueRotation {
  readonly id: string;
  /** Names, to be shown. */
  readonly org: string;
  readonly integration: string;
  /** What the names stand for: two orgs may have one name. */
  readonly orgId?: string;
  readonly integrationId?: string;
  readonly fields: readonly string[];
  readonly files: readonly string[];
  /** ISO time. */
  readonly stored: string;
  /** What the values are, as `provider kind`, where their formats tell. */
  readonly tokens?: readonly string[];
  /** Absent where git could not say. */
  readonly history?: Spread;
}

/** What is stored and not rotated yet, until the author says that it is. */
export interface Rotations {
  /** @throws UnreadablePractice where those of the sample project cannot be told */
  due(): Promise<readonly DueRotation[]>;
  /** @param isPractice whether it was stored in a practice org */
  add(rotation: DueRotation, isPractice: boolean): Promise<void>;
  /** Takes from the list what the author says is done. */
  done(ids: ReadonlySet<string>): Promise<void>;
}
