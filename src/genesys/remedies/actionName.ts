/** What the UI adds to the name of an exported action; an action that was imported and exported again has it twice. */
const EXPORTED = /(?: - Exported \d{4}-\d{2}-\d{2} @ \d{1,2}:\d{2})+$/;

/**
 * Which of an org's actions a file is, by name: exactly, because an imported action may have kept the suffix of its export,
 * and without that suffix otherwise.
 * @param name as it stands in the file
 */
export function actionNamed<Action extends { readonly name: string }>(
  actions: readonly Action[],
  name: string,
): Action | undefined {
  const plain = plainActionName(name);
  return actions.find((each) => each.name === name) ?? actions.find((each) => each.name === plain);
}

/** The name before its export. */
export function plainActionName(name: string): string {
  return name.replace(EXPORTED, '');
}
