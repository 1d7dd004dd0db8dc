import { describe, expect, it } from 'vitest';
import { REGIONS } from '../../../src/base/regions.ts';
import { locate, PRACTICE_REGION } from '../../../src/practice/http/hosts.ts';

describe('the practice hosts', () => {
  it('are no real region and can never resolve', () => {
    expect(PRACTICE_REGION.domain.endsWith('.invalid')).toBe(true);
    expect(REGIONS.map(({ domain }) => domain)).not.toContain(PRACTICE_REGION.domain);
  });

  it.each([
    ['https://login.practice.genesys.invalid/oauth/token', { service: 'login', path: '/oauth/token' }],
    ['https://api.practice.genesys.invalid/api/v2/x?y', { service: 'api', path: '/api/v2/x' }],
    ['http://127.0.0.1:1/login/oauth/token', { service: 'login', path: '/oauth/token' }],
    ['http://localhost:1/api/v2/x', { service: 'api', path: '/api/v2/x' }],
    ['http://api.practice.genesys.invalid/api/v2/x', undefined],
    ['https://api.mypurecloud.com/api/v2/x', undefined],
  ])('%s', (url, place) => {
    expect(locate(url)).toEqual(place);
  });
});
