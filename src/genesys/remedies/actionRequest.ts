/** What is sent when a Data Action runs, as templates. */
export interface ActionRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One part of an action that an update can change. Headers by their name. */
export type RequestPlace = 'method' | 'url' | 'body' | 'response' | { readonly header: string };

/** Stands in a shown text where a literal is. */
export const HIDDEN_LITERAL = '[hidden]';
