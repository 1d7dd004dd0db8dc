// The entry of the chunk that silences: loaded when a text or a workspace has something that could. Callers outside of chunks
// import from the files themselves.
export { commentSyntaxOf } from './comments.ts';
export { completionsAt } from './completions.ts';
export { dayOf } from './date.ts';
export { loadTeam } from './loadTeam.ts';
export { notice } from './notices.ts';
export { TEAM_FILE_RULE } from './ownRules.ts';
export { rememberedFingerprints } from './remembered.ts';
export { silence } from './silence.ts';
