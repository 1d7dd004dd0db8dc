/** Module name → file of its stand-in. */
export declare const sdkAliases: Readonly<Record<'axios' | 'fs' | 'crypto' | 'https', string>>;
/** Global names that the SDK asks for, replaced at bundle time. */
export declare const sdkDefine: Readonly<Record<string, string>>;

export const sdkConfiguration: import('esbuild').Plugin;
export const sdkConfigurationForVite: {
  readonly name: string;
  readonly enforce: 'pre';
  resolveId(path: string, importer?: string): string | undefined;
};
