import { ARCHY_OPTIONS, ARCHY_OPTIONS_JSON } from './archyOptions.ts';
import { ENVIRONMENT, GC_CONFIG } from './assignments.ts';
import { CONTRACT, DATA_ACTION } from './dataAction/index.ts';
import { DATA_TABLE, DATA_TABLE_ROWS } from './dataTable.ts';
import type { TextKind, TreeKind } from './fileKind.ts';
import { ARCHITECT_FLOW } from './flow/index.ts';
import { FLOW_CONFIGURATION, FLOW_EXPORT } from './flowExport.ts';
import { PACKAGE_SCRIPTS } from './packageScripts.ts';
import { PIPELINE } from './pipeline.ts';
import { POSTMAN } from './postman/index.ts';
import { SCRIPT } from './script/index.ts';
import { SCRIPT_EXPORT } from './scriptExport.ts';
import { SIGN_IN, SIGN_IN_JSON } from './signIn.ts';
import {
  TERRAFORM,
  TERRAFORM_JSON,
  TERRAFORM_STATE,
  TERRAFORM_TEMPLATE,
  TERRAFORM_VARIABLES,
  TERRAFORM_VARIABLES_JSON,
} from './terraform/index.ts';

export { documentsIn, type KnownRoot, syntaxOf } from './documents.ts';
export type { DocumentKind, FileText, TreeKind } from './fileKind.ts';
export { isScannedName, NEVER_SEARCHED, SCANNED_NAMES } from './fileNames.ts';
export { KIND_FACTS, kindFactsOf } from './kindFacts.ts';
export { PossibleKinds } from './possibleKinds.ts';

/** JSON and YAML files. Of several kinds a root could be, the first in this list counts. */
export const TREE_KINDS: readonly TreeKind[] = [
  TERRAFORM_VARIABLES_JSON,
  TERRAFORM_JSON,
  TERRAFORM_STATE,
  DATA_ACTION,
  FLOW_CONFIGURATION,
  POSTMAN,
  SCRIPT_EXPORT,
  DATA_TABLE_ROWS,
  ARCHY_OPTIONS_JSON,
  PACKAGE_SCRIPTS,
  CONTRACT,
  SIGN_IN_JSON,
  PIPELINE,
  ARCHITECT_FLOW,
  ARCHY_OPTIONS,
  SIGN_IN,
];

/** Files with readers of their own, asked before the trees. The first that says yes reads the file. */
export const TEXT_KINDS: readonly TextKind[] = [
  TERRAFORM,
  TERRAFORM_VARIABLES,
  TERRAFORM_TEMPLATE,
  ENVIRONMENT,
  GC_CONFIG,
  SCRIPT,
  DATA_TABLE,
  FLOW_EXPORT,
];
