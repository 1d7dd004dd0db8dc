import { expect, it } from 'vitest';
import { flow, randomValue, runIn, tempFolder } from './support.ts';

it("the team's own names and formats are looked for", async () => {
  const folder = tempFolder();
  folder.write(
    'genesys-secrets.yaml',
    `version: 1
names:
  credentials: [huisnummer]
patterns:
  - { id: acme, title: Acme key, pattern: 'acme:([a-z]{6,20})', severity: warning }
`,
  );
  folder.write('name.yaml', flow(randomValue()).replace('Flow.apiPassword', 'Flow.huisnummer'));
  folder.write('pattern.yaml', flow('see acme:zyxwvuts').replace('Flow.apiPassword', 'Flow.note'));
  const { out } = await runIn(folder.path, 'scan', '--format', 'json');
  const { findings } = JSON.parse(out);
  expect(findings.map(({ path, ruleId }: Record<string, string>) => [path, ruleId])).toEqual([
    ['name.yaml', 'named-credential'],
    ['pattern.yaml', 'custom-pattern'],
  ]);
});
