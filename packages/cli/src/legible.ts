/**
 * What others wrote, made fit to be shown: nothing in it steers a terminal, begins a line, turns
 * the order of letters round or hides.
 */

/**
 * Control, format, private, unassigned and halved characters; ends of lines and paragraphs; and
 * what is drawn as nothing. Source: Unicode 16, General_Category and
 * Default_Ignorable_Code_Point; U+2800 is a letter that looks like a blank.
 */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu

/**
 * The text with each character that is not seen for what it is as an escape of JSON, such as
 * `\u001b`: a line of JSON stays the same JSON.
 *
 * Errors: none.
 */
export const legible = (text: string): string =>
  text.replace(unseen, (character) => character.split('').map(escaped).join(''))

const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
