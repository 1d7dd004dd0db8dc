import { describe, expect, it } from 'vitest';
import { isIgnored } from '../../../src/engine/config/gitIgnore.ts';

const root = (text: string) => ({ folder: '', text });

describe('git ignores', () => {
  it.each([
    ['.env', [root('.env\n')]],
    ['.env', [root('# note\r\n.env\r\n')]],
    ['.env.local', [root('.env*\n')]],
    ['deep/down/.env', [root('.env\n')]],
    ['deep/dev.tfvars', [root('*.tfvars\n')]],
    ['local/options.yaml', [root('local/\n')]],
    ['deep/local/a/options.yaml', [root('local/\n!options.yaml\n')]],
    ['deep/.env', [{ folder: 'deep', text: '.env' }]],
    ['deep/.env', [root('!.env\n'), { folder: 'deep', text: '/.env' }]],
  ])('%s with %j', (path, files) => {
    expect(isIgnored(path, files)).toBe(true);
  });
});

describe('git does not ignore', () => {
  it.each([
    ['.env', []],
    ['.env', [root('')]],
    ['.env.example', [root('.env*\n!.env.example\n')]],
    ['.ENV', [root('.env\n')]],
    ['other/.env', [{ folder: 'deep', text: '.env' }]],
    ['deeper/.env', [{ folder: 'deep', text: '.env' }]],
    ['deep/.env', [root('.env\n'), { folder: 'deep', text: '!.env' }]],
    ['deep/.env', [root('/.env\n')]],
  ])('%s with %j', (path, files) => {
    expect(isIgnored(path, files)).toBe(false);
  });
});
