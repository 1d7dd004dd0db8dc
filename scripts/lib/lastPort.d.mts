/** The port of the last start, where it is free. */
export declare function lastPort(home: string): Promise<number | undefined>;

export declare function rememberPort(home: string, port: number): Promise<void>;
