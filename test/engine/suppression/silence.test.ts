import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanDocument } from '../../../src/genesys/scan.ts';
import { passwordMarker, wordMarker } from '../../support/leak/markers.ts';
import { flow, silenced, toldOf } from './support.ts';

const value = wordMarker();
const MARK = 'genesys-secrets-ignore';
const GONE = { kept: [], silenced: ['named-credential'], notices: [] };
const kept = (...notices: string[]) => ({ kept: ['named-credential'], silenced: [], notices });

async function told(text: string, name?: string) {
  return toldOf(await silenced(text, name));
}

describe('a comment silences', () => {
  it.each([
    ['the line below it', flow(value, { above: `# ${MARK}-next-line named-credential -- public demo` })],
    ['its own line', flow(value, { behind: ` # ${MARK} named-credential -- public demo` })],
    [
      'with a colon and several rules',
      flow(value, { above: `# ${MARK}-next-line: known-token, named-credential -- why` }),
    ],
    ['until a day', flow(value, { above: `# ${MARK}-next-line named-credential -- why until 2026-11-23` })],
    [
      'until a day in brackets',
      flow(value, { above: `# ${MARK}-next-line named-credential -- why [until 2027-01-31]` }),
    ],
    ['as gitleaks knows it', flow(value, { behind: ' # gitleaks:allow' })],
    ['as detect-secrets knows it', flow(value, { behind: ' # pragma: allowlist secret' })],
    ['as detect-secrets knows it for the next line', flow(value, { above: '# pragma: allowlist nextline secret' })],
    ['a block below it', flow(`|\n            ${value}`, { above: `# ${MARK}-next-line named-credential -- why` })],
    ['a block in whose first line it stands', flow(`| # ${MARK} named-credential -- why\n            ${value}`)],
    ['over another comment', flow(value, { above: `# ${MARK}-next-line named-credential -- why\n          # a note` })],
    [
      'with other line breaks',
      flow(value, { above: `# ${MARK}-next-line named-credential -- why` }).replaceAll('\n', '\r\n'),
    ],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual(GONE);
  });

  it.each([
    ['#', `# ${MARK}-next-line named-credential -- why\n  default = "${value}"`],
    ['//', `// ${MARK}-next-line named-credential -- why\n  default = "${value}"`],
    ['/* */', `/* ${MARK}-next-line named-credential -- why */\n  default = "${value}"`],
    ['# behind it', `default = "${value}" # ${MARK} named-credential -- why`],
    ['# above a heredoc', `# ${MARK}-next-line named-credential -- why\n  default = <<-EOT\n  ${value}\n  EOT`],
    ['the mark of another tool', `default = "${value}" # gitleaks:allow`],
  ])('in Terraform with %s', async (_, text) => {
    expect(await told(`variable "api_password" {\n  ${text}\n}\n`, 'main.tf')).toEqual(GONE);
  });

  it('where JSON has comments', async () => {
    const action = `{ "integrationType": "custom-rest-actions", "actionType": "custom", "config": { "request": { "headers": {
      // ${MARK}-next-line named-credential -- why
      "X-API-Key": "${value}" /* ${MARK} named-credential -- why */
    } } } }`;
    const { comments, notices, silenced: gone } = await silenced(action, 'a.custom.json');
    expect([comments.length, notices.length, gone.length, gone[0]?.by.length]).toEqual([2, 0, 1, 2]);
  });
});

describe('a comment silences nothing', () => {
  it.each([
    ['without a reason', `# ${MARK}-next-line named-credential`, 'noReason'],
    ['with an empty reason', `# ${MARK}-next-line named-credential --`, 'noReason'],
    ['with a day alone', `# ${MARK}-next-line named-credential -- until 2027-01-31`, 'noReason'],
    ['without a rule', `# ${MARK}-next-line -- why`, 'noRule'],
    ['with a rule that is none', `# ${MARK}-next-line no-such-rule -- why`, 'unknownRule'],
    ['with a rule about silencing', `# ${MARK}-next-line silencing -- why`, 'unknownRule'],
    ['with a day that is none', `# ${MARK}-next-line named-credential -- why until 2027-02-30`, 'badDay'],
    ['when its day is over', `# ${MARK}-next-line named-credential -- why until 2026-11-22`, 'over'],
    [
      'when it quotes another credential',
      `# ${MARK}-next-line named-credential -- not ${passwordMarker()}`,
      'credential',
    ],
    ['of another rule', `# ${MARK}-next-line known-token -- why`, 'unused'],
  ])('%s', async (_, above, problem) => {
    expect(await told(flow(value, { above }))).toEqual(kept(problem));
  });

  it('when it quotes the value', async () => {
    const above = `# ${MARK}-next-line named-credential -- ${value} is public`;
    const { silenced: gone, notices } = await told(flow(value, { above }));
    expect([gone, notices]).toEqual([[], ['credential']]);
  });

  it.each([
    ['inside a string', flow(value).replace('lit: nothing', `lit: "# ${MARK} named-credential -- why"`)],
    ['inside a block', flow(`|\n            # ${MARK}-next-line named-credential -- why\n            ${value}`)],
    ['behind a sign without white space', flow(`"${value}"#gitleaks:allow`)],
    ['two lines above', flow(value, { above: '# gitleaks:allow' })],
  ])('%s', async (_, text) => {
    expect((await told(text)).silenced).toEqual([]);
  });

  it('where nothing is found, and says so', async () => {
    const text = flow('"{{password}}"', { above: `# ${MARK}-next-line named-credential -- why` });
    expect(await told(text)).toEqual({ kept: [], silenced: [], notices: ['unused'] });
  });

  it('that is not honoured, and is named', async () => {
    const text = flow(value, { above: `# ${MARK}-next-line named-credential -- why` });
    const result = await silenced(text, 'main.yaml', { honours: () => false });
    expect(toldOf(result)).toEqual(kept());
    expect(result.notHonoured).toMatchObject([{ rules: ['named-credential'], reason: 'why' }]);
  });
});

describe('silencing', () => {
  it('takes no long time, however many comments there are', async () => {
    const stacked = `# ${MARK}-next-line named-credential -- why\n`.repeat(20_000);
    const { kept, comments } = await silenced(flow(value, { above: stacked.trimEnd() }));
    expect([kept.length, comments.length]).toEqual([0, 20_000]);
    const inOneLine = `{ ${`"a": 1, /* gitleaks:allow */ `.repeat(20_000)} }`;
    expect((await silenced(inOneLine, 'a.json')).comments.length).toBe(20_000);
  });

  it('never throws, and takes away nothing it does not name', async () => {
    const piece = fc.constantFrom(
      ...['\n', '  ', '- ', 'lit: ', '|\n', '"', '#', '/*', '*/', '//', '<<X\n', 'X\n', '{', '}', value],
      ...[` # ${MARK} named-credential -- why`, `# ${MARK}-next-line known-token -- why until 2`, '# gitleaks:allow'],
      'inboundCall:\n  startUpRef: x\n',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom('a.yaml', 'a.json', 'a.tf'),
        async (pieces, name) => {
          const text = pieces.join('');
          const { detections } = scanDocument({ name, text });
          const { kept, silenced: gone } = await silenced(text, name);
          expect(kept.length + gone.length).toBe(detections.length);
          for (const { detected, by } of gone)
            for (const { rules } of by) expect(rules.length === 0 || rules.includes(detected.ruleId)).toBe(true);
        },
      ),
    );
  });
});
