export {
  TERRAFORM,
  TERRAFORM_JSON,
  TERRAFORM_STATE,
  TERRAFORM_VARIABLES,
  TERRAFORM_VARIABLES_JSON,
} from './terraform.ts';
export { type FixedPlace, fixedPlaces } from './terraformFixed.ts';
export { mapsIn, namedIn, textsIn } from './terraformNodes.ts';
export { TERRAFORM_TEMPLATE } from './terraformTemplate.ts';
