import type { Route } from './route.ts';
import type { World } from './world.ts';

/** `tokens/me` and `organizations/me`: who is signed in, and where. */
export function organizationRoutes(world: World): readonly Route[] {
  const read = { method: 'GET', anyOf: [], takes: 'nothing' } as const;
  return [
    {
      ...read,
      path: '/api/v2/tokens/me',
      handle: ({ client }) => {
        const { organization } = world.state;
        const OAuthClient = { id: client.id, name: client.name, organization };
        return { json: { organization, homeOrganization: organization, authorizedScope: [], OAuthClient } };
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
