/** What the bundler tells about one run: what of each file is in which output, in bytes. */
export interface Bundled {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
}

/** The folders of the packages of which something is in the outputs, sorted. */
export declare function bundledPackages(metafiles: readonly Bundled[]): string[];

/** All notices as one text. Throws with the name of each package that has none. @param supplied a folder of texts for those */
export declare function noticesOf(folders: readonly string[], supplied?: string): string;

/** Which packages have no notice in what is shipped, or not the whole of it. */
export declare function missingNotices(shipped: string, folders: readonly string[]): string[];
