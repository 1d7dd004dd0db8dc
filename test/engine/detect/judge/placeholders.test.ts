import { describe, expect, it } from 'vitest';
import { isHarmless, isObjectId } from '../../../../src/engine/detect/judge/harmless.ts';
import { isPlaceholder } from '../../../../src/engine/detect/judge/placeholders.ts';
import { ALPHANUMERIC, base64, DIGITS, HEX, HOLE, LOWER } from '../support/literals.ts';
import { randomText, seeded } from '../support/tokenGenerator.ts';

describe('placeholders', () => {
  it.each([
    ['in brackets', ['<YOUR TOKEN>', '<api-key>', '[token]', '{apiKey}', '<<secret>>', '__API_KEY__', '@@token@@']],
    [
      'of a template',
      [
        '{{x}}',
        '{{ client_secret }}',
        '$' + '{API_KEY}',
        '#' + '{key}',
        '%API_KEY%',
        '$(token)',
        '$TOKEN',
        '$!credentials.x',
      ],
    ],
    [
      'asking',
      [
        'YOUR_API_KEY',
        'your-api-key-here',
        'yourtokenhere',
        'your_token_123',
        'changeme',
        'ChangeMe!',
        'CHANGE_ME',
        'change-me-please',
        'replace-me',
        'REPLACE_WITH_TOKEN',
        'insert your key here',
        'insert_token_here',
        'TODO',
        'TODO: add key',
        'tbd',
        'placeholder',
        'ENTER_YOUR_PASSWORD',
        'dein-passwort',
        'tu_contraseña_aquí',
        'votre mot de passe',
        'VOTRE_CLE_API',
        'EXAMPLE-not-a-real-key',
        'change-this-password',
      ],
    ],
    [
      'masked',
      [
        '****',
        '********',
        '00000000-0000-0000-0000-000000000000',
        'xxx',
        'xxxx-xxxx',
        'XXXXXXXXXX',
        '••••••',
        'abc***',
        'sk-...',
        '---',
        '...',
        '[REDACTED]',
        'redacted',
        'a1b2xxxxxxxx',
      ],
    ],
    [
      'repeated or counted',
      [
        'aaaaaaaa',
        '00000000',
        'abababab',
        '1234567890',
        '0123456789abcdef',
        'abcdefgh',
        '12345678',
        '87654321',
        '1111',
      ],
    ],
    [
      'about themselves',
      [
        'example',
        'test',
        'dummy',
        'Sample Token',
        'example-token',
        'test_password',
        'dummy secret',
        'fake-api-key',
        'password',
        'API Key',
        'client_secret',
        'apiKey',
        'secret',
        'string',
        'none',
        'null',
        'undefined',
        'N/A',
        'true',
        'my-secret',
        'the token',
        'Bearer',
        'some_access_token',
      ],
    ],
    ['empty', ['', ' ', HOLE, `${HOLE} ${HOLE}`, `{{a}}${HOLE}`]],
    [
      'names of variables',
      [
        'Flow.apiKey',
        'Task.Token',
        'State.password',
        'Settings.key',
        'var.client_secret',
        'process.env.API_KEY',
        'local.token',
        'credentials.apiKey',
        'env.API_KEY',
        'data.vault_generic_secret.x',
        'op://vault/item/field',
        'arn:aws:secretsmanager:eu-west-1:123456789012:secret:crm',
      ],
    ],
  ])('%s', (_kind, values) => {
    expect(values.filter((value) => !isPlaceholder(value))).toEqual([]);
  });

  it('passwords that people choose are none', () => {
    const passwords = [
      'Summer2024!',
      'hunter2',
      'P@ssw0rd',
      'Password1',
      'test1234!',
      'letmein',
      'qwerty123',
      'Winter-Is-Coming',
      'Genesys#2026',
      'Welcome1',
      'S3cret!',
      'pa$$word',
      'iloveyou',
      'monkey',
      'Dragon99',
      'Contoso!23',
      '$ecret99',
      '$ecret.One',
      '@dmin123',
      'admin',

      'mY-dog_Rex',
      'correct horse battery',
    ];
    expect(passwords.filter(isPlaceholder)).toEqual([]);
  });

  it('a drawn value is none, whatever words chance put into it', () => {
    const random = seeded(11);
    for (let i = 0; i < 500; i++) {
      expect(isPlaceholder(randomText(random, ALPHANUMERIC, 32))).toBe(false);
      expect(isPlaceholder(randomText(random, HEX, 40))).toBe(false);
      const word = ['test', 'your', 'example', 'demo', 'xxx', 'todo'][i % 6] ?? '';
      expect(
        isPlaceholder(randomText(random, LOWER + DIGITS, 14) + word + randomText(random, LOWER + DIGITS, 14)),
      ).toBe(false);
    }
  });
});

describe('what is no credential under any name', () => {
  it.each([
    [
      'addresses',
      [
        'https://login.mypurecloud.com/oauth/token',
        'http://localhost:8080/x?y=z',
        'jane.doe@example.com',
        'wss://host/path',
      ],
    ],
    [
      'dates and durations',
      [
        '2026-11-23',
        '2026-11-23T09:30:00Z',
        '2026-11-23 09:30',
        '23.11.2026',
        '11/23/2026',
        'PT30S',
        'P1D',
        '30s',
        '3600000ms',
      ],
    ],
    [
      'media types and locales',
      ['application/json', 'text/html; charset=utf-8', 'en-US', 'pt-BR', 'zh-Hans-CN', 'de_DE'],
    ],
    ['colours, versions and numbers', ['#ff4f1f', '#FFF', '1.2.3', 'v2.0.1-beta', '10.0.0.1', '42']],
    [
      'paths',
      [
        '$.results[0].id',
        '$.access_token',
        '/inboundCall/tasks/task[Task_10]',
        './flows/main.yaml',
        '../x',
        'C:\\Users\\x\\key.pem',
        '/etc/ssl/private/key.pem',
        '~/.ssh/id_rsa',
      ],
    ],
    ['telephone numbers', ['+14155550123', '+49 89 1234567']],
    [
      'prose',
      [
        'Please enter your password',
        'Bitte geben Sie Ihr Kennwort ein.',
        'Ingrese su contraseña',
        'Digite sua senha',
        'Entrez votre mot de passe',
        'パスワードを入力してください',
        '请输入密码',
        'The access token is required.',
        'Press 1 to reset your PIN, or 2 to speak to an agent',
        'OAuth client secret (see the vault)',
      ],
    ],
    ['pictures', [`data:image/png;base64,${base64('not really a picture')}`]],
  ])('%s', (_kind, values) => {
    expect(values.filter((value) => !isHarmless(value))).toEqual([]);
  });

  it('passwords and drawn values are not harmless', () => {
    const random = seeded(5);
    const values = ['Summer2024!', 'hunter2', '/9x!Tq', 'P@ss w0rd!', '#Secret1', '$ecret.One'];
    expect(values.filter(isHarmless)).toEqual([]);
    for (let i = 0; i < 500; i++) {
      expect(isHarmless(`/${randomText(random, `${ALPHANUMERIC}+/`, 40)}`)).toBe(false);
      expect(isHarmless(randomText(random, ALPHANUMERIC, 24))).toBe(false);
    }
  });

  it('ids of objects are known', () => {
    const id = ['8', '4', '4', '4', '12'].map((length) => 'a1'.repeat(6).slice(0, Number(length))).join('-');
    expect(isObjectId(id)).toBe(true);
    expect(isObjectId(`custom_-_${id}`)).toBe(true);
    expect(isObjectId(`${id}0`)).toBe(false);
  });
});
