/** Several values that are asked for on one page. Nothing is filled in, and what is typed is kept nowhere. */
export interface Form {
  readonly title: string;
  /** Sentences above the fields. */
  readonly notes: readonly string[];
  readonly fields: readonly FormField[];
  readonly button: string;
  readonly cancel: string;
}

export interface FormField {
  readonly label: string;
  /** Stands below the field. */
  readonly hint?: string;
  /** What is typed is not shown. */
  readonly hidden: boolean;
  readonly required: boolean;
}
