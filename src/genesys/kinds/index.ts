import { CONTRACT, DATA_ACTION } from './dataAction.ts';
import type { TextKind, TreeKind } from './fileKind.ts';
import { ARCHITECT_FLOW } from './flow.ts';
import {
  TERRAFORM,
  TERRAFORM_JSON,
  TERRAFORM_STATE,
  TERRAFORM_VARIABLES,
  TERRAFORM_VARIABLES_JSON,
} from './terraform.ts';
import { TERRAFORM_TEMPLATE } from './terraformTemplate.ts';

/** JSON and YAML files. Of several kinds a root could be, the first in this list counts. */
export const TREE_KINDS: readonly TreeKind[] = [
  TERRAFORM_VARIABLES_JSON,
  TERRAFORM_JSON,
  TERRAFORM_STATE,
  DATA_ACTION,
  CONTRACT,
  ARCHITECT_FLOW,
];

/** Files with readers of their own, asked before the trees. The first that says yes reads the file. */
export const TEXT_KINDS: readonly TextKind[] = [TERRAFORM, TERRAFORM_VARIABLES, TERRAFORM_TEMPLATE];
