/** Letters and digits. */
export const W = '[A-Za-z0-9]';
/** The alphabet of base64url. */
export const U = '[A-Za-z0-9_-]';
/** The alphabet of base64, without padding. */
export const B = '[A-Za-z0-9+/]';
/** Hexadecimal, lower case. */
export const H = '[0-9a-f]';
/** Hexadecimal, upper case. */
export const X = '[0-9A-F]';
/** Hexadecimal, any case. */
export const HX = '[0-9A-Fa-f]';
/** Lower-case letters and digits. */
export const L = '[a-z0-9]';
/** Upper-case letters and digits. */
export const C = '[A-Z0-9]';
export const D = '[0-9]';
export const UUID = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
export const UUID4 = '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}';
