export {
  TERRAFORM,
  TERRAFORM_JSON,
  TERRAFORM_STATE,
  TERRAFORM_VARIABLES,
  TERRAFORM_VARIABLES_JSON,
} from './terraform.ts';
export { type FixedPlace, fixedPlaces } from './terraformFixed.ts';
export { mapsIn, moduleRoots, namedIn, textsIn } from './terraformNodes.ts';
export { isActionType } from './terraformPlaces.ts';
export { TERRAFORM_TEMPLATE } from './terraformTemplate.ts';
