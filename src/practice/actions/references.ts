import type { TemplateScope } from './templateScope.ts';

/** Why a template cannot be resolved, in words for the author. */
export class TemplateFailure extends Error {}

/** Says that a stored value is gone, and what to do. */
export const LOST_VALUE =
  'The practice org kept no value for this credential over the restart. Store the credential again, with all its fields.';

const REFERENCE = /\$(!?)\{?(credentials|authResponse)\.([A-Za-z][A-Za-z0-9_-]*)/g;

/**
 * Throws a `TemplateFailure` where a template names a credential field its action cannot read. As in Genesys Cloud the
 * keyword itself is checked before anything is rendered, so a reference fails without a matching credential even in its
 * silent form `$!{…}`; only a missing *field* is silently empty there.
 */
export function checkReferences(template: string, scope: TemplateScope): void {
  for (const [, silent, keyword, field = ''] of template.matchAll(REFERENCE)) {
    const fields = keyword === 'authResponse' ? scope.authResponse : scope.credentials;
    if (fields === undefined) throw new TemplateFailure(noKeyword(`${keyword}.${field}`, scope.credentialType));
    if (!fields.has(field) && silent === '') {
      throw new TemplateFailure(`The integration's credential has no field for \${${keyword}.${field}}.`);
    }
    if (fields.has(field) && fields.get(field) === undefined) throw new TemplateFailure(LOST_VALUE);
  }
}

function noKeyword(reference: string, credentialType: string | undefined): string {
  const held = credentialType === undefined ? 'no credential' : `a ${credentialType} credential`;
  return `\${${reference}} cannot be resolved: the integration has ${held}, which this action cannot read it from.`;
}
