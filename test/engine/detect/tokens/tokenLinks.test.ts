import { describe, expect, it } from 'vitest';
import { DOCS_LINKS } from '../../../../src/engine/detect/tokens/formats/docsLinks.ts';
import { ROTATE_LINKS } from '../../../../src/engine/detect/tokens/formats/rotateLinks.ts';
import { namedFormats } from '../../../../src/engine/detect/tokens/namedFormat.ts';
import { TOKEN_FORMATS } from '../../../../src/engine/detect/tokens/tokenFormats.ts';
import { tokenLinks } from '../../../../src/engine/detect/tokens/tokenLinks.ts';

describe('the links of a token', () => {
  it('are those of its provider', () => {
    expect(tokenLinks('SendGrid api key')).toEqual({
      docs: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
      rotate: 'https://app.sendgrid.com/settings/api_keys',
    });
  });

  it('are those of its kind where it has its own', () => {
    expect(tokenLinks('AWS Bedrock api key').docs).toContain('bedrock');
    expect(tokenLinks('AWS access key id').docs).toContain('reference_identifiers');
  });

  it('lead to the page of the provider where no place to replace it is known', () => {
    const { docs, rotate } = tokenLinks('Plivo access token');
    expect(rotate).toBe(docs);
  });

  it('are none for a provider nobody knows', () => {
    expect(tokenLinks('Unheard access token')).toEqual({});
    expect(tokenLinks('constructor')).toEqual({});
  });

  it('are each of a format that there is', () => {
    const labels = [...TOKEN_FORMATS, ...namedFormats()].map(({ provider, kind }) => `${provider} ${kind} `);
    const keys = [...Object.keys(DOCS_LINKS), ...Object.keys(ROTATE_LINKS)];
    expect(keys.filter((key) => !labels.some((label) => label.startsWith(`${key} `)))).toEqual([]);
  });

  it('are known for two formats of three', () => {
    const formats = [...TOKEN_FORMATS, ...namedFormats()];
    const linked = formats.filter(({ provider, kind }) => tokenLinks(`${provider} ${kind}`).rotate !== undefined);
    expect(linked.length / formats.length).toBeGreaterThan(2 / 3);
  });
});
