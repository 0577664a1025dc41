/**
 * `send-ledger check`: what must hold whatever is recorded, and the subjects for which it does not.
 */

import { type Ledger, streamId } from '@send-ledger/core'
import type { Checked } from '@send-ledger/core/figures'
import type { OwnView } from '@send-ledger/evidence'
import * as E from 'fp-ts/lib/Either.js'
import { questionOf } from '../asked-of.js'
import type { AddCommand } from '../command.js'
import { withLedger } from '../ledger-place.js'
import { ownViews } from '../own.js'
import { type Exact, inJsonLine, type Line } from '../printed.js'
import type { Outcome } from '../stop.js'
import { exitAs, type Terminal } from '../terminal.js'
import { section } from '../view/section.js'

/** Adds `check` to the program. */
export const addCheck: AddCommand = (program, perform) => {
  program
    .command('check')
    .description('Check what must hold in the views of a ledger, subject by subject.')
    .argument('<ledger>', 'path of the ledger, or its address')
    .requiredOption('--as-at <date>', 'the date at which the world is looked at, YYYY-MM-DD')
    .option('--known-at <instant>', 'only what was known at an instant, or at the end of a date')
    .action((ledger: string, options: CheckOptions) =>
      perform((terminal) => check(terminal, ledger, options)),
    )
}

interface CheckOptions {
  readonly asAt: string
  readonly knownAt?: string
}

/** The views that have laws of conservation. */
const checkedViews = ['compliance', 'wsoa', 'workforce'] as const

const check = async (terminal: Terminal, name: string, options: CheckOptions): Promise<Outcome> =>
  withLedger(name, terminal, async (ledger) => {
    const own = await ownViews(terminal, name)
    if (E.isLeft(own)) return own
    const made: ViewChecked[] = []
    for (const view of [...checkedViews, ...own.right.map((each) => each.name)]) {
      const checks = await checksOf(terminal, ledger, { view, own: own.right, ...options })
      if (E.isLeft(checks)) return checks
      made.push(...checks.right.map((each) => ({ view, ...each })))
    }
    const { ledgerChecks } = await import('../verified/ledger-checks.js')
    const ofLedger = await ledgerChecks(terminal, ledger)
    if (E.isLeft(ofLedger)) return ofLedger
    made.push(...ofLedger.right.map((each) => ({ view: 'ledger', ...each })))
    const text = terminal.json ? inJson(made) : await inWords(made)
    const holds = made.every(({ failing }) => failing.length === 0)
    return exitAs(holds ? 0 : 1, await terminal.print(text))
  })

interface ViewChecked extends Checked {
  readonly view: string
}

interface Of {
  readonly view: string
  readonly own: readonly OwnView[]
}

const checksOf = async (
  terminal: Terminal,
  ledger: Ledger,
  { view, own, ...options }: CheckOptions & Of,
): Promise<Outcome<readonly Checked[]>> => {
  const ask = await questionOf(view, options, own)
  if (E.isLeft(ask)) return ask
  const answered = await ask.right(terminal, ledger)
  if (E.isLeft(answered)) return answered
  const isTrue = await answered.right.isSnapshotTrue()
  if (E.isLeft(isTrue)) return isTrue
  const checks = answered.right.checks()
  return E.right(isTrue.right === undefined ? checks : [...checks, snapshotChecked(isTrue.right)])
}

/** A snapshot is no matter of subjects: where it is wrong, every figure read from it may be. */
const snapshotChecked = (isTrue: boolean): Checked => ({
  name: 'the snapshot is what a replay gives',
  failing: isTrue ? [] : [{ subject: streamId('ledger-main'), count: 1, positions: [] }],
})

const inJson = (made: readonly ViewChecked[]): Exact =>
  inJsonLine({
    holds: made.every(({ failing }) => failing.length === 0),
    checks: made.map(({ view, name, failing }) => ({
      view,
      name,
      failing: failing.map(({ subject, count, positions }) => ({ subject, count, positions })),
    })),
  })

const inWords = async (made: readonly ViewChecked[]): Promise<readonly Line[]> => {
  const { sectionsText } = await import('../view/section-text.js')
  const checks = section(
    'Conservation checks',
    ['View', 'What must hold', 'Holds', 'Subjects for which it does not'],
    made.map(({ view, name, failing }) => [
      view,
      name,
      failing.length === 0 ? 'yes' : 'no',
      failing.map(({ subject }) => subject).join(', '),
    ]),
    4,
  )
  return sectionsText([checks])
}
