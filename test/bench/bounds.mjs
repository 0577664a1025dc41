/**
 * What a change may not make slower: ratios against the floor of the same run on 100,000 records.
 * Each is what was measured, and as much again as a busy machine makes of it.
 */
export const bounds = [
  { name: 'replay of every projection', most: 3.5 },
  { name: 'import', most: 4.5 },
]
