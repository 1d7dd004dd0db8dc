import type { Form, KeyPath, MappedText } from '../../text/index.ts';

export type { Form } from '../../text/index.ts';

/** What a value is for. Rules look at roles and names, never at a file format. */
export type Role =
  | 'header' // the value of a request header; name: the header
  | 'header-name' // the name of a request header
  | 'url' // a whole URL template
  | 'url-userinfo' // `user:password` of a URL
  | 'query' // a value of a URL's query; name: its key
  | 'body' // a whole request body
  | 'body-field' // a value in a JSON, form or XML body; name: its key
  | 'macro-argument' // a string argument of a template macro; name: the macro, e.g. `encoding.base64`
  | 'template-variable' // `#set($name = "…")`
  | 'success-template' // what an action writes into its output
  | 'contract-input' // the name of an input (or output) that a contract declares
  | 'contract-value' // `default`, `example`, `enum` … of a contract; name: the property
  | 'response-default' // `translationMapDefaults`; name: the output
  | 'action-input' // an input of a Data Action call in a flow; name: the input
  | 'variable' // initial or assigned value of a variable; name: the variable
  | 'conversation-data' // participant or conversation data; name: the attribute
  | 'expression' // a string in an expression that goes to no named place
  | 'comparison' // a string that an expression compares with
  | 'text' // prose: descriptions, prompts, messages
  | 'key' // a key of the document itself
  | 'comment' // what a comment says
  | 'attribute' // a Terraform attribute or a setting; name: its own
  | 'credential-field' // a field of a credential that Terraform manages: a credential by its place; name: the field
  | 'cell' // a cell of a data table; name: its column
  | 'option' // an option of a command line; name: the option
  | 'document' // a whole text whose format nobody knows
  | 'value'; // anything else; name: its key

/** Facts around a literal that rules and remedies need; only what applies is set. */
export interface Owner {
  /** The kind of file, as its locator names it. */
  readonly document: string;
  /** Data Action: `custom-rest-actions`, `function-data-actions` … */
  readonly integrationType?: string;
  /** Data Action: `custom`, `customAuth`, `static`. */
  readonly actionType?: string;
  /** Data Action: its name, by which an org knows which integration it belongs to. */
  readonly actionName?: string;
}

/** A value that stands in a document, with what is known about its place. */
export interface Literal {
  readonly text: MappedText;
  readonly role: Role;
  /** The name that tells: header, query key, body field, input, variable … */
  readonly name?: string;
  readonly path: KeyPath | undefined;
  readonly owner: Owner;
  /** Whether a reader that had to recover from damage made the name or the path: then they may be pieces of anything. */
  readonly isRecovered?: boolean;
  /**
   * The template source (below the holes) this literal is a part of, where one is evaluated when the request is made.
   * References are written into it; a literal without one has no place for a reference.
   */
  readonly template?: MappedText;
  /** How the surroundings read the value; decides how a reference must be written there. */
  readonly form?: Form;
}
