export { addSchema } from './contract.ts';
export { CONTRACT, DATA_ACTION } from './dataAction.ts';
export { addHeader, addRequestBody, addUrlTemplate } from './requestTemplates.ts';
