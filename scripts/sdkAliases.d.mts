/** Module name → file of its stand-in. */
export declare const sdkAliases: Readonly<
  Record<'axios' | 'configparser' | 'winston' | 'fs' | 'os' | 'path' | 'crypto' | 'https', string>
>;
/** Global names that the SDK asks for, replaced at bundle time. */
export declare const sdkDefine: Readonly<Record<string, string>>;
