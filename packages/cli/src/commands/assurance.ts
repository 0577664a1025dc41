/**
 * `send-ledger assurance`: how late the records of a ledger were made.
 */

import { explain, type Instant, type Ledger, streamId } from '@send-ledger/core'
import { dateInWords } from '@send-ledger/core/figures'
import {
  type EntrySpike,
  gradeOf,
  grades,
  importedRanges,
  LagProfile,
  type LagRow,
  occasionOf,
  prefixKnownAt,
  recordPages,
} from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { knownAtOf } from '../dates.js'
import { withLedger } from '../ledger-place.js'
import { inJsonLine, type Line } from '../printed.js'
import { notDone, type Outcome } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { type Section, section } from '../view/section.js'

/** Adds `assurance` to the program. */
export const addAssurance: AddCommand = (program, perform) => {
  program
    .command('assurance')
    .description('Print how late records were made, by type and month, and spikes of late entries.')
    .argument('<ledger>', 'path of the ledger, or its address')
    .option('--known-at <instant>', 'only what was known at an instant, or at the end of a date')
    .action((ledger: string, options: { readonly knownAt?: string }) =>
      perform((terminal) => assurance(terminal, ledger, options.knownAt)),
    )
}

const assurance = async (
  terminal: Terminal,
  name: string,
  known: string | undefined,
): Promise<Outcome> => {
  const knownAt = knownAtOf(known)
  if (E.isLeft(knownAt)) return knownAt
  return withLedger(name, terminal, async (ledger) => {
    const profile = await profileOf(ledger, knownAt.right)
    if (E.isLeft(profile)) return profile
    const [rows, spikes] = [profile.right.rows(), profile.right.spikes()]
    const text = terminal.json
      ? inJsonLine({ rows, spikes })
      : await inWords([lags(rows), spikesSection(spikes)])
    return E.map(() => 0 as const)(await terminal.print(text))
  })
}

const profileOf = async (
  ledger: Ledger,
  knownAt: Instant | undefined,
): Promise<Outcome<LagProfile<EntrySpike['near']>>> => {
  const declared = await ledger.readStream(streamId('ledger-main'))()
  if (E.isLeft(declared)) return notDone(explain(declared.left))
  const profile = new LagProfile(gradeOf(importedRanges(declared.right)), occasionOf)
  const known = await prefixKnownAt(ledger, knownAt)()
  if (E.isLeft(known)) return notDone(explain(known.left))
  for await (const page of recordPages(ledger, { until: known.right.size })) {
    if (E.isLeft(page)) return notDone(explain(page.left))
    for (const record of page.right.records) profile.add(record)
  }
  return E.right(profile)
}

const inWords = async (sections: readonly Section[]): Promise<readonly Line[]> => {
  const { sectionsText } = await import('../view/section-text.js')
  return sectionsText(sections)
}

const lags = (rows: readonly LagRow[]): Section =>
  section(
    'Days from what happened to its record',
    ['Type', 'Recorded in', 'Records', 'Median', 'Longest', ...grades],
    rows.map(({ type, month, count, medianDays, maxDays, byGrade }) => [
      type,
      month,
      count,
      medianDays,
      maxDays,
      ...grades.map((grade) => byGrade[grade]),
    ]),
    2,
  )

const nearness: Readonly<Record<EntrySpike['near'], string>> = {
  afterInspection: 'after the inspection of',
  beforeVisit: 'before the visit of',
}

const spikesSection = (spikes: readonly EntrySpike[]): Section =>
  section(
    'Weeks of many late entries',
    ['Week of', 'Near', 'Late entries', 'In a usual week'],
    spikes.map(({ weekOf, near, on, late, usual }) => [
      dateInWords(weekOf),
      `${nearness[near]} ${dateInWords(on)}`,
      late,
      usual,
    ]),
    2,
  )
