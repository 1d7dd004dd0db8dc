import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { foundIn } from '../../support/found.ts';
import { drawn } from '../../support/values.ts';

const SECRET = drawn(1, 43);
const OTHER = drawn(2, 40);
const PASSWORD = `${drawn(3, 8)}!x`;

describe('a shell script that calls Archy or Genesys Cloud gives away', () => {
  it.each([
    ['an option', `archy publish --file f.yaml --clientId a --clientSecret ${SECRET} --location x`],
    ['an option with its value joined', `archy publish --clientSecret=${SECRET}`],
    ['an option in double quotes', `archy publish --clientSecret "${SECRET}"`],
    ['an option in single quotes', `archy publish --clientSecret='${SECRET}'`],
    ['an option that is quoted as a whole', `archy publish "--clientSecret=${SECRET}"`],
    ['an option on a line of its own', `archy publish \\\n  --force \\\n  --clientSecret ${SECRET} \\\n  --location x`],
    ['the same with CRLF', `archy publish \\\r\n  --clientSecret ${SECRET} \\\r\n  --force\r\n`],
    ['an option behind a byte order mark', `\uFEFFarchy publish --clientSecret ${SECRET}`],
    ['an option of the gc CLI', `gc profiles new --client-secret ${SECRET}`],
    ['a token of the gc CLI', `gc users list --accesstoken ${SECRET}`],
    ['a variable of a container', `docker run -e GENESYS_CLIENT_SECRET=${SECRET} genesys/archy`],
    ['a variable', `GENESYSCLOUD_OAUTHCLIENT_SECRET=${SECRET}`],
    ['an exported variable', `export GENESYSCLOUD_OAUTHCLIENT_SECRET="${SECRET}"`],
    ['a variable before a command', `GENESYSCLOUD_OAUTHCLIENT_SECRET='${SECRET}' terraform apply`],
    ['a variable of Terraform', `export TF_VAR_client_secret=${SECRET} # genesys`],
    ['a variable on the command line', `terraform apply -var "client_secret=${SECRET}" # genesys`],
    ['a bearer token', `curl -H "Authorization: Bearer ${SECRET}" https://api.mypurecloud.com/api/v2/users/me`],
    ['a header whose option is glued', `curl -H"Authorization: Bearer ${SECRET}" https://api.mypurecloud.com/x`],
    ['a long header option', `curl --header 'X-API-Key: ${SECRET}' https://api.mypurecloud.com/x`],
    ['a field of a form', `curl -d client_secret=${SECRET} https://login.mypurecloud.com/oauth/token`],
    ['a field of a JSON body', `curl -d '{"client_secret": "${SECRET}"}' https://login.mypurecloud.com/oauth/token`],
    ['a value of a query', `curl "https://api.mypurecloud.com/x?api_key=${SECRET}&a=b"`],
    ['what a shell is called with', `bash -c "archy publish --clientSecret ${SECRET}"`],
    ['what another host is called with', `ssh host 'export GENESYS_CLIENT_SECRET=${SECRET} && archy publish'`],
    ['what is written into a file', `cat > archy.yaml <<EOF\nclientId: a\nclientSecret: ${SECRET}\nEOF`],
    ['what is written into a JSON file', `cat > archy.json <<EOF\n{\n  "clientSecret": "${SECRET}",\n}\nEOF`],
    ['a default', `archy publish --clientSecret "\${CLIENT_SECRET:-${SECRET}}"`],
    ['an option that is commented out', `# archy publish --clientSecret ${SECRET}`],
    ['a statement in a comment', `archy publish\n# the client secret is ${SECRET}`],
    ['a command substitution', `TOKEN=$(gc auth --clientSecret ${SECRET})`],
    ['what stands behind an open quote', `echo "half\narchy publish --clientSecret ${SECRET}`],
  ])('%s', (_what, text) => {
    expect(foundIn('deploy.sh', text)).toEqual([SECRET]);
  });

  it('the password of a user option', () => {
    const text = `curl -u client:${PASSWORD} https://login.mypurecloud.com/oauth/token`;
    expect(foundIn('deploy.sh', text)).toEqual([PASSWORD]);
    expect(foundIn('deploy.sh', text.replace('-u ', '--user='))).toEqual([PASSWORD]);
  });

  it('a pair that is turned into base64', () => {
    const text = `BASIC=$(echo -n "client:${SECRET}" | base64) # genesys`;
    expect(foundIn('deploy.sh', text)).toEqual([`client:${SECRET}`]);
    expect(foundIn('deploy.sh', `printf '%s:%s' "$GENESYS_ID" "$SECRET" | base64`)).toEqual([]);
  });

  it('base64 of a pair', () => {
    const pair = Buffer.from(`client:${PASSWORD}`).toString('base64');
    const text = `curl -H 'Authorization: Basic ${pair}' https://login.mypurecloud.com/oauth/token`;
    expect(foundIn('deploy.sh', text)).toEqual([pair]);
  });

  it.each(['=', '=='])('a value that ends with %s', (end) => {
    expect(foundIn('deploy.sh', `export GENESYS_API_KEY="${SECRET}${end}"`)).toEqual([SECRET + end]);
    expect(foundIn('deploy.sh', `archy publish --clientSecret ${SECRET}${end}`)).toEqual([SECRET + end]);
  });

  it('a value of a batch variable with signs of the shell', () => {
    expect(foundIn('a.cmd', `rem genesys\r\nset API_KEY=${SECRET}|${OTHER}\r\n`)).toEqual([`${SECRET}|${OTHER}`]);
    expect(foundIn('a.cmd', `rem genesys\r\nset "API_KEY=${SECRET}"\r\n`)).toEqual([SECRET]);
  });

  it('all of several commands on one line', () => {
    const text = `archy publish --clientSecret ${SECRET} && curl -H "X-API-Key: ${OTHER}" https://x.example.com; ls`;
    expect(foundIn('deploy.sh', text)).toEqual([SECRET, OTHER]);
  });
});

describe('other scripts that call Genesys Cloud give away', () => {
  it.each([
    ['a.ps1', 'a variable', `$env:GENESYSCLOUD_OAUTHCLIENT_SECRET = "${SECRET}"`],
    ['a.ps1', 'a variable of its own', `$clientSecret = '${SECRET}' # genesys`],
    ['a.ps1', 'a header', `$headers = @{ "Authorization" = "Bearer ${SECRET}" } # genesys`],
    ['a.ps1', 'an entry of a table', `$body = @{client_id="genesys"; client_secret="${SECRET}"}`],
    ['a.ps1', 'a lasting variable', `[Environment]::SetEnvironmentVariable("GENESYS_SECRET", "${SECRET}", "User")`],
    ['a.ps1', 'a secure string', `$s = ConvertTo-SecureString "${SECRET}" -AsPlainText -Force # genesys`],
    ['a.ps1', 'an option', `archy publish --clientSecret ${SECRET} \`\n  --force`],
    ['a.ps1', 'lines in quotes', `# genesys\n$body = @"\n{ "client_secret": "${SECRET}" }\n"@\n`],
    ['a.bat', 'an option', `archy publish --clientSecret ${SECRET}`],
    ['a.bat', 'a variable', `set GENESYS_CLIENT_SECRET=${SECRET}`],
    ['a.cmd', 'a quoted variable', `set "GENESYS_CLIENT_SECRET=${SECRET}"`],
    ['a.cmd', 'a lasting variable', `setx GENESYS_CLIENT_SECRET ${SECRET}`],
    ['a.cmd', 'a variable in a remark', `rem set GENESYS_CLIENT_SECRET=${SECRET}`],
    ['Makefile', 'a variable', `GENESYS_CLIENT_SECRET := ${SECRET}\n`],
    ['Makefile', 'an option', `publish:\n\tarchy publish --clientSecret ${SECRET}\n`],
    ['Dockerfile', 'a variable', `FROM x\nENV GENESYSCLOUD_OAUTHCLIENT_SECRET=${SECRET}\n`],
    ['Dockerfile', 'a variable of the old form', `FROM x\nENV GENESYSCLOUD_OAUTHCLIENT_SECRET ${SECRET}\n`],
    ['Dockerfile', 'a command', `RUN ["archy", "publish", "--clientSecret", "${SECRET}"]\n`],
    ['Jenkinsfile', 'a step', `steps { sh "archy publish --clientSecret ${SECRET}" }`],
    ['Jenkinsfile', 'a long step', `sh '''\n  archy publish \\\\\n    --clientSecret ${SECRET}\n'''\n`],
    ['Jenkinsfile', 'a variable', `environment {\n  GENESYS_CLIENT_SECRET = '${SECRET}'\n}`],
    ['Jenkinsfile', 'a list of variables', `withEnv(['GENESYS_CLIENT_SECRET=${SECRET}']) { sh 'x' }`],
  ])('%s: %s', (name, _what, text) => {
    expect(foundIn(name, text)).toEqual([SECRET]);
  });
});

describe('a script says nothing of', () => {
  it.each([
    ['variables', 'archy publish --clientSecret $CLIENT_SECRET --clientId "$CLIENT_ID"'],
    ['variables in braces', 'archy publish --clientSecret "${CLIENT_SECRET}" # genesys'],
    ['numbered variables', 'CLIENT_SECRET=$1; archy publish --clientSecret "$2"'],
    [
      'what a command prints',
      'export GENESYS_CLIENT_SECRET=$(aws secretsmanager get-secret-value --secret-id genesys/secret)',
    ],
    ['what a command prints, in back quotes', 'export GENESYS_CLIENT_SECRET=`vault read -field=secret genesys`'],
    ['variables of a pipeline', 'archy publish --clientSecret ${{ secrets.GENESYS_CLIENT_SECRET }}'],
    ['placeholders', 'archy publish --clientSecret <your-client-secret>'],
    ['an explanation', 'echo "Usage: archy publish --clientSecret SECRET --password required"'],
    ['prompts', 'read -s -p "Genesys password: " PASSWORD'],
    ['comments', '# archy takes --clientSecret and --password options\n# token: taken from the vault'],
    ['tests', 'if [ -z "$GENESYS_CLIENT_SECRET" ]; then echo "GENESYS_CLIENT_SECRET is not set"; exit 1; fi'],
    ['files', 'archy publish --optionsFile /etc/archy/options.yaml --passwordFile /run/secrets/pass'],
    ['headers with variables', 'curl -H "Authorization: Bearer $TOKEN" https://api.mypurecloud.com/api/v2/users/me'],
    ['pairs of variables', 'curl -u "$ID:$SECRET" https://login.mypurecloud.com/oauth/token'],
    ['types of a grant', 'curl -d grant_type=client_credentials https://login.mypurecloud.com/oauth/token'],
    ['variables of make', 'publish:\n\tarchy publish --clientSecret $(CLIENT_SECRET) --clientId $$CLIENT_ID'],
  ])('%s', (_what, text) => {
    expect(foundIn('deploy.sh', text)).toEqual([]);
  });

  it.each([
    ['a.bat', 'archy publish --clientSecret %CLIENT_SECRET%'],
    ['a.ps1', 'archy publish --clientSecret $env:CLIENT_SECRET; $clientSecret = Read-Host "Secret"'],
    ['a.ps1', '[string]$clientSecret = $env:GENESYS_CLIENT_SECRET'],
    ['Jenkinsfile', `environment { GENESYS_CLIENT_SECRET = credentials('genesys-client-secret') }`],
    ['Dockerfile', 'ARG GENESYS_CLIENT_SECRET\nENV GENESYS_CLIENT_SECRET=$GENESYS_CLIENT_SECRET'],
  ])('%s with references', (name, text) => {
    expect(foundIn(name, text)).toEqual([]);
  });

  it('files that are not about Genesys Cloud', () => {
    expect(foundIn('deploy.sh', `deploy --clientSecret ${SECRET}`)).toEqual([]);
    expect(foundIn('deploy.sh', `git gc --prune=now\necho GC profiles\nexport CLIENT_SECRET=${SECRET}`)).toEqual([]);
  });
});
