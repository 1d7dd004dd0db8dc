/** What a Data Action template may read. A keyword that is absent here does not exist for the action. */
export interface TemplateContext {
  readonly input: Readonly<Record<string, unknown>>;
  readonly credentials?: Readonly<Record<string, string>>;
  readonly authResponse?: Readonly<Record<string, unknown>>;
  readonly rawResult?: string;
  /** Variables of a translation map, for a success template. */
  readonly [variable: string]: unknown;
}

/** A Velocity engine with Genesys' macros (`$esc`, `$encoding`). May throw on a template it cannot read. */
export type RenderTemplate = (template: string, context: TemplateContext) => string;

/** Stands between the caller and the org: for latency, faults, a lost answer. `next` runs the request; it may run never or later. */
export type Middleware = (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>;

/** An OAuth client of the practice org, with the permissions its roles give. */
export interface PracticeClient {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly permissions: readonly string[];
  /** Present where a user signs in through the browser: then there is no client secret that would do. */
  readonly user?: PracticeUser;
}

/** Who signs in with a client's authorization code grant, and where the browser may go back to. */
export interface PracticeUser {
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** Whether a refresh token is issued as well. */
  readonly refreshes: boolean;
}
