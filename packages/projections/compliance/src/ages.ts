/**
 * The bands by which open cases are told apart, by days since the request.
 */

/** The bands; those up to 140 days are within the 20 weeks, those from 365 are over 52 weeks. */
export const ageBands = [
  { from: 0, to: 42 },
  { from: 43, to: 112 },
  { from: 113, to: 140 },
  { from: 141, to: 182 },
  { from: 183, to: 364 },
  { from: 365, to: null },
] as const
