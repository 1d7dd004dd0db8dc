import { describe, expect, it } from 'vitest';
import { foundIn, scanOf } from '../support/found.ts';
import { drawn } from '../support/values.ts';

const SECRET = drawn(1, 43);

const github = (body: string): string => `on: push\njobs:\n  publish:\n    runs-on: ubuntu-latest\n${body}`;

describe('a pipeline that publishes to Genesys Cloud gives away', () => {
  it.each([
    ['an option of a step', 'publish.yml', github(`    steps:\n      - run: archy publish --clientSecret ${SECRET}\n`)],
    [
      'an option in a block',
      'publish.yml',
      github(`    steps:\n      - run: |\n          cd flows\n          archy publish --clientSecret "${SECRET}"\n`),
    ],
    [
      'an option in a folded block',
      'publish.yml',
      github(`    steps:\n      - run: >-\n          archy publish\n          --clientSecret ${SECRET}\n`),
    ],
    [
      'an option with CRLF',
      'publish.yml',
      github(`    steps:\n      - run: |\n          archy publish --clientSecret ${SECRET}\n`).replaceAll('\n', '\r\n'),
    ],
    ['a variable', 'publish.yml', github(`    env:\n      GENESYSCLOUD_OAUTHCLIENT_SECRET: ${SECRET}\n`)],
    ['a quoted variable', 'publish.yml', github(`    env:\n      GENESYSCLOUD_OAUTHCLIENT_SECRET: "${SECRET}"\n`)],
    [
      'an input of an action',
      'publish.yml',
      github(`    steps:\n      - uses: x/genesys\n        with:\n          client-secret: ${SECRET}\n`),
    ],
    ['a script of GitLab', '.gitlab-ci.yml', `publish:\n  script:\n    - archy publish --clientSecret ${SECRET}\n`],
    [
      'a script of GitLab beside its own workflow',
      '.gitlab-ci.yml',
      `workflow:\n  rules: []\npublish:\n  before_script:\n    - export GENESYS_SECRET=${SECRET}\n  script: [archy]\n`,
    ],
    [
      'a variable of GitLab',
      '.gitlab-ci.yml',
      `variables:\n  GENESYS_CLIENT_SECRET: ${SECRET}\npublish:\n  script: archy\n`,
    ],
    [
      'a variable with a description',
      '.gitlab-ci.yml',
      `variables:\n  GENESYS_CLIENT_SECRET:\n    value: ${SECRET}\n    description: x\npublish:\n  script: archy\n`,
    ],
    [
      'a named variable of Azure',
      'azure-pipelines.yml',
      `trigger: [main]\nvariables:\n  - name: GENESYS_CLIENT_SECRET\n    value: ${SECRET}\n`,
    ],
    ['a script of Azure', 'azure-pipelines.yml', `steps:\n  - bash: archy publish --clientSecret ${SECRET}\n`],
    [
      'a task of Azure',
      'azure-pipelines.yml',
      `steps:\n  - task: x@1\n    inputs:\n      inlineScript: |\n        archy publish --clientSecret ${SECRET}\n`,
    ],
    [
      'PowerShell of Azure',
      'azure-pipelines.yml',
      `steps:\n  - pwsh: |\n      $env:GENESYS_SECRET = '${SECRET}'\n      archy publish\n`,
    ],
    [
      'a script of Bitbucket',
      'bitbucket-pipelines.yml',
      `pipelines:\n  default:\n    - step:\n        script:\n          - archy publish --clientSecret ${SECRET}\n`,
    ],
    [
      'a variable of a service',
      'docker-compose.yml',
      `services:\n  archy:\n    environment:\n      - GENESYS_CLIENT_SECRET=${SECRET}\n`,
    ],
    [
      'a command of a service',
      'compose.yaml',
      `services:\n  archy:\n    command: archy publish --clientSecret ${SECRET}\n`,
    ],
    [
      'a script in a broken file',
      'publish.yml',
      `${github(`    steps:\n      - run: archy publish --clientSecret ${SECRET}\n`)}  x: [\n`,
    ],
    ['a comment', 'publish.yml', github(`    # archy publish --clientSecret ${SECRET}\n    steps: []\n`)],
  ])('%s', (_what, name, text) => {
    expect(foundIn(name, text)).toEqual([SECRET]);
    expect(scanOf(name, text).kind).toBe('pipeline');
  });

  it('a script of a package', () => {
    const text = JSON.stringify(
      { name: 'flows', scripts: { publish: `archy publish --clientSecret ${SECRET}` } },
      null,
      2,
    );
    expect(foundIn('package.json', text)).toEqual([SECRET]);
  });
});

describe('a pipeline says nothing of', () => {
  it.each([
    ['secrets of GitHub', github('    env:\n      GENESYSCLOUD_OAUTHCLIENT_SECRET: ${{ secrets.GENESYS_SECRET }}\n')],
    [
      'secrets in a script',
      github('    steps:\n      - run: archy publish --clientSecret ${{ secrets.GENESYS_SECRET }}\n'),
    ],
    ['variables in a script', github('    steps:\n      - run: archy publish --clientSecret "$CLIENT_SECRET"\n')],
    ['variables of Azure', 'steps:\n  - script: archy\n    env:\n      GENESYS_CLIENT_SECRET: $(clientSecret)\n'],
    [
      'variables of a shell',
      'publish:\n  script: archy\n  variables:\n    GENESYS_CLIENT_SECRET: $CLIENT_SECRET_PROD\n',
    ],
    [
      'names of actions',
      github(
        '    steps:\n      - uses: actions/checkout@8ade135a41bc03ea155e62e844d188df1ea18608\n        with:\n          token: genesys\n',
      ),
    ],
    ['permissions', github('    permissions:\n      id-token: write\n      contents: read # genesys\n')],
    ['ids', github('    env:\n      GENESYSCLOUD_OAUTHCLIENT_ID: 8f2b7c1e-4a55-4e0c-9b57-1d3f0a9c6b21\n')],
  ])('%s', (_what, text) => {
    expect(foundIn('publish.yml', text)).toEqual([]);
  });

  it('a project that has nothing to do with Genesys Cloud', () => {
    expect(scanOf('publish.yml', github(`    env:\n      CLIENT_SECRET: ${SECRET}\n`)).kind).toBeUndefined();
    expect(foundIn('package.json', JSON.stringify({ scripts: { x: `x --clientSecret ${SECRET}` } }))).toEqual([]);
  });

  it('what a flow does, which is read in a way of its own', () => {
    const flow = `inboundCall:\n  name: genesys\n  variables:\n    - stringVariable: { name: Flow.a }\n`;
    expect(scanOf('flow.yaml', flow).kind).toBe('architect-flow');
  });
});
