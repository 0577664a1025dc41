/**
 * Names of a council's own: a namespace, a dot and a name. Ours have no dot, so no name of ours is
 * ever one of theirs.
 */

/** A name of a council's own, such as `walsall.PanelHeld`. */
export type LocalName = `${string}.${string}`

const pattern = /^[a-z][a-z0-9-]{0,39}\.[A-Za-z][A-Za-z0-9]{0,59}$/

/** Whether a text is a name of a council's own. */
export const isLocalName = (text: unknown): text is LocalName =>
  typeof text === 'string' && text.includes('.') && pattern.test(text)
