import type { World } from './world.ts';

/** The fields, of what is bound to an integration, whose values did not survive a restart. None where it does not exist. */
export function lostFields({ state, values }: World, integrationId: string): readonly string[] {
  const bound = state.integrations.find(({ id }) => id === integrationId)?.config.credentials ?? {};
  return state.credentials
    .filter(({ id }) => Object.values(bound).includes(id))
    .flatMap(({ id, fieldNames }) => fieldNames.filter((field) => valueIn(values.get(id), field) === undefined));
}

function valueIn(fields: Readonly<Record<string, string>> | undefined, field: string): string | undefined {
  return fields !== undefined && Object.hasOwn(fields, field) ? fields[field] : undefined;
}
