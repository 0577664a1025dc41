/**
 * The kinds of subject a stream can be about; the first part of its id.
 */

/** Every category, in the order of the catalogue. */
export const categories = [
  'case',
  'programme',
  'action',
  'measure',
  'oversight',
  'risk',
  'post',
  'worker',
  'ledger',
] as const

/** The kind of subject that a stream is about. */
export type Category = (typeof categories)[number]
