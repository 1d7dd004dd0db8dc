import type { Rule } from '../../engine/detect/contract/index.ts';
import { credentialAsInput } from './credentialAsInput.ts';
import { credentialInOutput } from './credentialInOutput.ts';
import { referenceInFlow } from './referenceInFlow.ts';

/** Rules that know what is special about Genesys Cloud files; they run beside those of engine/detect. */
export const GENESYS_RULES: readonly Rule[] = [credentialAsInput, credentialInOutput, referenceInFlow];
