/** The kinds of marker there are. */
export declare const SECRET_KINDS: readonly string[];

/** The markers of a text, each with its kind. */
export declare function markersIn(text: string): readonly { readonly marker: string; readonly kind: string }[];

/** The files with every marker replaced. Same kind and number: same value, in all files. An unknown kind is an error. */
export declare function replaceMarkers(
  files: ReadonlyMap<string, string>,
  random: (count: number) => Uint8Array,
): Map<string, string>;

/** The files like that, and all that the sample project made of what can be stored of them. */
export declare function generate(
  files: ReadonlyMap<string, string>,
  random: (count: number) => Uint8Array,
): { readonly files: Map<string, string>; readonly made: readonly string[] };
