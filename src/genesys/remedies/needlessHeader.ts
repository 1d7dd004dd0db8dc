import type { Detected } from '../../engine/detect/index.ts';

/** Types of integration that send the Authorization header by themselves, with a credential of their own. */
const SENDS_ITS_OWN: ReadonlySet<string> = new Set(['purecloud-data-actions']);

/** Whether a literal is in a header that is not needed: its integration adds the same header to every call. */
export function isNeedlessHeader({ literal: { name = '', owner, role } }: Detected): boolean {
  return role === 'header' && /^authorization$/i.test(name) && sendsItsOwnHeader(owner.integrationType ?? '');
}

/** Whether integrations of a type sign every call by themselves, whatever credential they hold. */
export function sendsItsOwnHeader(integrationType: string): boolean {
  return SENDS_ITS_OWN.has(integrationType);
}
