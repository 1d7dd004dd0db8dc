import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { customPatterns } from '../../src/engine/suppression/customPatterns.ts';
import { commentSyntaxOf, loadTeam, silence } from '../../src/engine/suppression/index.ts';
import type { GitState } from '../../src/genesys/gitState.ts';
import { DocumentScanner, findingOf, reportedOf } from '../../src/genesys/scanning.ts';
import { RULE_DOCS } from '../../src/messages/rules.ts';
import { tokenMarker } from '../support/leak/markers.ts';
import { dataAction, type Folder, flow, hasGit, randomValue, runIn, tempFolder } from './support.ts';

/** What the editor's chunks are made of decides here as it does there: the rest of the editor only asks VS Code. */
const TODAY = '2026-11-23';
const RULES = new Set(Object.keys(RULE_DOCS));
/** Reported about silencing, or made by a team. */
const NOT_OF_A_FILE = ['custom-pattern', 'reference-not-stored', 'silencing', 'team-file'];
const OF_A_FILE = [...RULES].filter((rule) => !NOT_OF_A_FILE.includes(rule));

/** A file for every rule, and two whose severity depends on git. */
const FILES: Readonly<Record<string, string>> = {
  'a.custom.json': dataAction(randomValue()),
  'token.custom.json': dataAction('x').replace('https://crm', `https://crm-${tokenMarker()}`),
  'url.custom.json': dataAction('x').replace('https://crm', `https://service:${randomValue()}@crm`),
  'out.custom.json': dataAction('x').replace('${rawResult}', '${credentials.apiKey}'),
  'in.custom.json': dataAction('x').replace('"properties": {}', '"properties": { "apiKey": { "type": "string" } }'),
  'flow.yaml': flow(randomValue()),
  'reference.yaml': flow('"${credentials.apiKey}"'),
  '.env': [
    `GENESYSCLOUD_OAUTHCLIENT_SECRET=${randomValue()}`,
    `DATABASE="Server=db.example.com;User Id=app;Password=${randomValue()};"`,
    `SIGNING_KEY="-----BEGIN PRIVATE KEY-----\\n${randomBytes(300).toString('base64')}\\n-----END PRIVATE KEY-----"`,
    '',
  ].join('\n'),
  'options.yaml': 'clientId: a\nclientSecret: Sommer-2024\nlocation: x\n',
};

const TEAMS: readonly string[] = [
  ...['error', 'warning', 'information', 'hint'].flatMap((severity) => [
    `severities:\n${OF_A_FILE.map((rule) => `  ${rule}: { severity: ${severity}, reason: ours }\n`).join('')}`,
    `severities:\n${OF_A_FILE.map((rule) => `  ${rule}: ${severity}\n`).join('')}`,
  ]),
  ...OF_A_FILE.map((rule) => `rules: [{ rule: ${rule}, reason: ours }]\n`),
  'paths: [{ path: "*.json", reason: ours }]\n',
];

/** The same with a comment of every rule above the value of the flow, one of which fits. */
const COMMENTED = {
  ...FILES,
  'flow.yaml': flow(randomValue()).replace(
    '          lit:',
    `          # genesys-secrets-ignore-next-line ${OF_A_FILE.join(', ')} -- ours\n          lit:`,
  ),
  'none.yaml': flow(randomValue()).replace(
    '          lit:',
    '          # genesys-secrets-ignore-next-line private-key -- ours\n          lit:',
  ),
};

type Told = readonly string[];

async function onCommandLine({ path }: Folder): Promise<Told> {
  const { findings } = JSON.parse((await runIn(path, 'scan', '--format', 'json')).out);
  return findings
    .map((each: { path: string; ruleId: string; severity: string }) => `${each.path} ${each.ruleId} ${each.severity}`)
    .sort();
}

async function inEditor(
  files: Readonly<Record<string, string>>,
  teamText: string,
  stateOf: (name: string) => GitState,
): Promise<Told> {
  const options = { today: TODAY, rules: RULES };
  const { team } = await loadTeam(teamText, options, {
    fingerprint: async () => '',
    patterns: async () => customPatterns,
  });
  const told = Object.entries(files).map(async ([name, text]) => {
    const { kept, notices, names } = await reportedOf(new DocumentScanner().scan({ name, text }), {
      stateOf: async () => stateOf(name),
      silence: (detections) =>
        silence({ text, syntax: commentSyntaxOf(`/${name}`), path: name, detections }, { ...options, team }),
    });
    const findings = [...kept.map((detection) => findingOf(detection, names)), ...notices];
    return findings.map(({ ruleId, severity }) => `${name} ${ruleId} ${severity}`);
  });
  return (await Promise.all(told)).flat().sort();
}

function written(files: Readonly<Record<string, string>>, team: string): Folder {
  const folder = tempFolder();
  for (const [name, text] of Object.entries(files)) folder.write(name, text);
  folder.write('genesys-secrets.yaml', team);
  return folder;
}

describe('the editor and the command line say the same', () => {
  it('of every rule there is', async () => {
    const told = await onCommandLine(written(FILES, 'version: 1\n'));
    expect([...new Set(told.map((line) => line.split(' ')[1]))].sort()).toEqual([...OF_A_FILE].sort());
    expect(await inEditor(FILES, 'version: 1\n', () => 'unknown')).toEqual(told);
  });

  it.each(TEAMS)('with the team’s %j', async (team) => {
    const text = `version: 1\n${team}`;
    const told = await onCommandLine(written(FILES, text));
    const ofFiles = told.filter((line) => !line.startsWith('genesys-secrets.yaml '));
    expect(await inEditor(FILES, text, () => 'unknown')).toEqual(ofFiles);
    // A severity alone never makes a finding milder.
    if (team.includes('reason')) expect(ofFiles).not.toEqual(await onCommandLine(written(FILES, 'version: 1\n')));
  });

  it('with comments that silence and comments that do not', async () => {
    const told = await onCommandLine(written(COMMENTED, 'version: 1\n'));
    expect(told).toContain('none.yaml silencing hint');
    expect(told).not.toContain('flow.yaml named-credential error');
    expect(await inEditor(COMMENTED, 'version: 1\n', () => 'unknown')).toEqual(told);
  });

  it.skipIf(!hasGit())('with what git does, also where the team weighs it', async () => {
    for (const team of ['', 'severities: { named-credential: hint }\n', `severities: { named-credential: error }\n`]) {
      const text = `version: 1\n${team}`;
      const folder = written(FILES, text);
      folder.write('.gitignore', '.env\n');
      folder.git('init', '-q');
      folder.git('add', 'options.yaml');
      const told = await onCommandLine(folder);
      const states: Readonly<Record<string, GitState>> = { '.env': 'ignored', 'options.yaml': 'tracked' };
      expect(await inEditor(FILES, text, (name) => states[name] ?? 'unknown')).toEqual(
        told.filter((line) => !line.startsWith('genesys-secrets.yaml ')),
      );
    }
  });
});
