const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** A credential that did not exist before this run. */
export function secret(length = 40): string {
  const random = crypto.getRandomValues(new Uint8Array(length));
  return [...random].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** A Data Action as the UI exports it, with these headers. */
export function dataAction(headers: Readonly<Record<string, string>>, more: object = {}): string {
  return JSON.stringify(
    {
      name: 'Find Order',
      integrationType: 'custom-rest-actions',
      actionType: 'custom',
      config: {
        request: {
          requestUrlTemplate: 'https://api.example.com/orders/${input.order}',
          requestType: 'GET',
          headers,
          requestTemplate: '${input.rawRequest}',
        },
        response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' },
      },
      contract: { input: { inputSchema: { type: 'object', properties: { order: { type: 'string' } } } } },
      secure: false,
      ...more,
    },
    null,
    2,
  );
}

/** A flow with a variable that begins with this value. */
export function flow(value: string): string {
  return [
    'inboundCall:',
    '  name: Main Line',
    '  startUpRef: ./menus/menu[main]',
    '  defaultLanguage: en-us',
    '  variables:',
    '    - stringVariable:',
    '        name: Flow.apiKey',
    '        initialValue:',
    `          lit: "${value}"`,
    '        isInput: false',
    '',
  ].join('\n');
}

/** The action that asks for a token, as an author makes it by hand. */
export function tokenRequest(value: string, more: object = {}): string {
  const request = {
    requestUrlTemplate: 'https://login.cargo.example.com/oauth2/token',
    requestType: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    requestTemplate: `grant_type=client_credentials&client_id=cargo-desk&client_secret=${value}`,
  };
  const response = { translationMap: {}, translationMapDefaults: {}, successTemplate: '${rawResult}' };
  return dataAction({}, { name: 'Get Cargo Token', config: { request, response }, ...more });
}
