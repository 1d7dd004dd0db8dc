import type { Literal } from '../../engine/detect/contract/index.ts';
import { isObjectId, runsIntoValue } from '../../engine/detect/judge/index.ts';
import { assignments } from '../../engine/languages/assignments/assignments.ts';
import { keyPath } from '../../engine/text/index.ts';
import { withEmbedded } from '../places/index.ts';
import type { DocumentKind, FileText, TextKind } from './fileKind.ts';
import { mentionsGenesys } from './genesysText.ts';

const ENVIRONMENT_NAME = /^\.env(?:\.[\w.-]+)?$|\.env$|^\.envrc$/i;
const CONFIGURATION_NAME = /\.(?:toml|ini|conf|properties)$/i;
/** A profile of the gc CLI: a sign-in, and the region it is for. */
const GC_SIGN_IN = /^[ \t]*[\w.-]{0,60}(?:client[._-]?(?:secret|credentials|id)|access[._-]?token)[ \t]*[=:]/im;
/** A key that only a profile of the gc CLI has. */
const GC_KEY = /^[ \t]*client_credentials[ \t]*=/im;

/** Environment variables of a project that talks to Genesys Cloud. */
export const ENVIRONMENT: TextKind = {
  kind: 'environment',
  is: ({ name, text }) => ENVIRONMENT_NAME.test(name) && (mentionsGenesys(name) || mentionsGenesys(text)),
  literals: (file) => namedLines(file, 'environment'),
};

/** Profiles of the gc CLI (`~/.gc/config.toml`), and configuration files of the same make. */
export const GC_CONFIG: TextKind = {
  kind: 'gc-config',
  is: ({ name, text }) =>
    CONFIGURATION_NAME.test(name) && GC_SIGN_IN.test(text) && (GC_KEY.test(text) || mentionsGenesys(text)),
  literals: (file) => namedLines(file, 'gc-config'),
};

function* namedLines({ text }: FileText, document: DocumentKind): Generator<Literal> {
  for (const { name, text: value } of assignments(text)) {
    // The gc CLI's name for the id of an OAuth client.
    const role = /^client_credentials$/i.test(name) && isObjectId(value.text) ? 'text' : 'attribute';
    const line: Literal = { text: value, role, name, path: keyPath(undefined, name), owner: { document } };
    yield* withEmbedded(runsIntoValue(name) ? { ...line, isRecovered: true } : line);
  }
}
