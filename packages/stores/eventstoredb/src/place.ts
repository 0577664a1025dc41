/**
 * A place in the log of the server. Places grow, and are not dense: other events stand between.
 */

/** Unit: that of the server, whose numbers are of 64 bits. */
export interface Place {
  readonly commit: bigint
  readonly prepare: bigint
}

/** Whether a place lies before another; no place lies before every other. */
export const isBefore = (a: Place | undefined, b: Place): boolean =>
  a === undefined || a.commit < b.commit || (a.commit === b.commit && a.prepare < b.prepare)

/** What some versions answer where they do not know a place. */
const unknown = 18_446_744_073_709_551_615n

/** The place that the server told, where it knew it. */
export const placeOf = (told: Place | undefined): Place | undefined =>
  told === undefined || told.commit === unknown
    ? undefined
    : { commit: told.commit, prepare: told.prepare === unknown ? told.commit : told.prepare }
