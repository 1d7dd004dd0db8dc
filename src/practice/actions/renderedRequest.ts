import type { RenderTemplate, TemplateContext } from '../ports.ts';
import { type ActionConfig, MASK } from '../world/index.ts';
import { checkReferences, LOST_VALUE, TemplateFailure } from './references.ts';
import type { TemplateScope } from './templateScope.ts';

/** The request an action sends. `body` is absent for GET and HEAD, which send none. */
export interface RenderedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One step of a test: what came out, or why it failed. */
export interface Step {
  readonly name: string;
  readonly outcome: { readonly part: Partial<RenderedRequest> } | { readonly error: string };
}

/** Whether stored values are shown: `real` only in tests, `masked` in everything an answer carries. */
export type Values = 'real' | 'masked';

/**
 * Renders URL, headers and body one after the other and stops at the first that fails. Masked, the templates are rendered
 * with a mask in place of each stored value, so that none can come out in any encoding.
 */
export function renderSteps(
  render: RenderTemplate,
  config: ActionConfig,
  scope: TemplateScope,
  input: Readonly<Record<string, unknown>>,
  values: Values,
): readonly Step[] {
  const { requestUrlTemplate, requestType, headers, requestTemplate } = config.request;
  const context = contextOf(scope, input, values);
  const text = (template: string): string => {
    checkReferences(template, scope);
    return render(template, context);
  };
  const parts: readonly [string, () => Partial<RenderedRequest>][] = [
    ['Resolve request URL template', () => ({ method: requestType, url: text(requestUrlTemplate) })],
    [
      'Resolve request header templates',
      () => {
        const own = Object.entries(headers).map(([name, value]): [string, string] => [name, text(value)]);
        return { headers: finish(own, scope, values) };
      },
    ],
    ['Resolve request body template', () => (sendsBody(requestType) ? { body: text(requestTemplate) } : {})],
  ];
  const steps: Step[] = [];
  for (const [name, run] of parts) {
    const step = attempt(name, run);
    steps.push(step);
    if ('error' in step.outcome) break;
  }
  return steps;
}

/** The whole request out of steps that all succeeded; `undefined` otherwise. */
export function requestOf(steps: readonly Step[]): RenderedRequest | undefined {
  let request: RenderedRequest = { method: '', url: '', headers: {} };
  for (const { outcome } of steps) {
    if ('error' in outcome) return undefined;
    request = { ...request, ...outcome.part };
  }
  return request;
}

function attempt(name: string, run: () => Partial<RenderedRequest>): Step {
  try {
    return { name, outcome: { part: run() } };
  } catch (thrown) {
    // An engine's own message quotes the template: it stays here.
    const error = thrown instanceof TemplateFailure ? thrown.message : 'The template could not be rendered.';
    return { name, outcome: { error } };
  }
}

function contextOf(scope: TemplateScope, input: Readonly<Record<string, unknown>>, values: Values): TemplateContext {
  const show = (fields: ReadonlyMap<string, string | undefined>) =>
    Object.fromEntries([...fields].map(([name, value]) => [name, values === 'masked' ? MASK : (value ?? '')]));
  return {
    input: { ...input, rawRequest: JSON.stringify(input) },
    ...(scope.credentials === undefined ? {} : { credentials: show(scope.credentials) }),
    ...(scope.authResponse === undefined ? {} : { authResponse: Object.fromEntries(scope.authResponse) }),
  };
}

/** Adds the header of a Basic Auth integration. Which one wins over a header of the action is not documented: here, the integration's. */
function finish(
  own: readonly [string, string][],
  scope: TemplateScope,
  values: Values,
): Readonly<Record<string, string>> {
  const shown = own.map(([name, value]): [string, string] => [
    name,
    values === 'masked' ? maskHeader(name, value) : value,
  ]);
  if (scope.basic === undefined) return Object.fromEntries(shown);
  if ([...scope.basic.values()].includes(undefined)) throw new TemplateFailure(LOST_VALUE);
  const pair = `${scope.basic.get('userName') ?? ''}:${scope.basic.get('password') ?? ''}`;
  const others = shown.filter(([name]) => name.toLowerCase() !== 'authorization');
  return Object.fromEntries([...others, ['Authorization', `Basic ${values === 'masked' ? MASK : base64(pair)}`]]);
}

/** A literal in a header that authenticates is masked too; a known scheme word stays readable. */
function maskHeader(name: string, value: string): string {
  if (!/authorization|cookie|token|secret|password|api-?key/i.test(name)) return value;
  return value.replace(
    /^((?:Basic|Bearer|Digest|Token) )?.*$/is,
    (_whole, scheme: string | undefined) => `${scheme ?? ''}${MASK}`,
  );
}

function sendsBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}
