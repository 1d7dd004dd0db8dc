// Stands in for axios: the SDK's own HTTP client never runs, because an error of it carries headers and bodies.
export default { create: () => ({}) };
