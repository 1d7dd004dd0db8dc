import { notFound, type Route } from '../http/index.ts';
import type { World } from '../world/index.ts';

/** The token of the request itself. Whoever deletes it is signed out: `Auth.forget`. */
export const TOKEN_PATH = '/api/v2/tokens/me';

/** `tokens/me`, `users/me` and `organizations/me`: who is signed in, and where. */
export function organizationRoutes(world: World): readonly Route[] {
  const read = { method: 'GET', anyOf: [], takes: 'nothing' } as const;
  return [
    {
      ...read,
      path: TOKEN_PATH,
      handle: ({ client }) => {
        const { organization } = world.state;
        const OAuthClient = { id: client.id, name: client.name, organization };
        return { json: { organization, homeOrganization: organization, authorizedScope: [], OAuthClient } };
      },
    },
    { ...read, method: 'DELETE', path: TOKEN_PATH, handle: () => 'nothing' },
    {
      ...read,
      path: '/api/v2/users/me',
      handle: ({ client: { id, user } }) => {
        if (!user) throw notFound();
        return { json: { id: `user-of-${id}`, name: user.name, selfUri: '/api/v2/users/me' } };
      },
    },
    {
      ...read,
      path: '/api/v2/organizations/me',
      handle: () => {
        const { id, name } = world.state.organization;
        return { json: { id, name, domain: 'practice', state: 'active', selfUri: `/api/v2/organizations/${id}` } };
      },
    },
  ];
}
