/** What became of the copy: made anew, already there as generated, or kept because the author has changed it. */
export interface Sample {
  readonly to: string;
  readonly files: number;
  readonly state: 'generated' | 'unchanged' | 'kept';
}

/** Copies the sample project with generated credentials; an author's changes are kept unless `fresh`. */
export declare function makeSample(options?: {
  readonly from?: string;
  readonly to?: string;
  readonly random?: (count: number) => Uint8Array;
  readonly fresh?: boolean;
}): Sample;

/** Bytes that depend on the text alone: for tests, which want the same credentials each time. */
export declare function seededBytes(text: string): (count: number) => Uint8Array;

/** The project's text files in a folder by relative path with `/`, sorted. */
export declare function readTree(folder: string): Map<string, string>;
