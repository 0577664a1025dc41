/**
 * `send-ledger tables`: the points of views in tables of a SQLite file, for tools that read SQL.
 */
import { complianceView } from '@send-ledger/compliance'
import type { Ledger } from '@send-ledger/core'
import { explainTableFailure, keepTable, type PointsOf } from '@send-ledger/read-models'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { withLedger } from '../ledger-place.js'
import { ownViews } from '../own.js'
import { notDone, type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'

const ours: readonly PointsOf[] = [complianceView, wsoaView, workforceView]

/** Adds `tables` to the program. */
export const addTables: AddCommand = (program, perform) => {
  program
    .command('tables')
    .description('Keep what the figures are sums of in tables that other tools can read.')
    .argument('<ledger>', 'path of the ledger, or its address')
    .requiredOption('--into <file>', 'the SQLite file; made where there is none, gone on from else')
    .option('--view <view...>', 'only these (default: compliance, wsoa and workforce)')
    .option('--follow', 'go on as records come, until interrupted')
    .action((ledger: string, options: TablesOptions) =>
      perform((terminal) => keepTables(terminal, ledger, options)),
    )
}

interface TablesOptions {
  readonly into: string
  readonly view?: readonly string[]
  readonly follow?: boolean
}

const keepTables = async (
  terminal: Terminal,
  name: string,
  options: TablesOptions,
): Promise<Outcome> => {
  const own = await ownViews(terminal, name)
  if (E.isLeft(own)) return own
  const views: readonly PointsOf[] = [...ours, ...own.right]
  const wanted = options.view ?? views.map((view) => view.name)
  const strange = wanted.find((view) => !views.some((each) => each.name === view))
  if (strange !== undefined) {
    return wrongUse(
      `there are no tables of ${strange}. Ask for ${views.map((view) => view.name).join(', ')}.`,
    )
  }
  const asked = views.filter((view) => wanted.includes(view.name))
  return withLedger(name, terminal, async (ledger) => {
    const interrupted = options.follow ? terminal.io.interrupted?.() : undefined
    const outcomes = await Promise.all(
      asked.map((view) => keep(terminal, { ledger, view, options, interrupted })),
    )
    return outcomes.find(E.isLeft) ?? E.right(0)
  })
}

interface Keeping {
  readonly ledger: Ledger
  readonly view: PointsOf
  readonly options: TablesOptions
  readonly interrupted: AbortSignal | undefined
}

const keep = async (
  terminal: Terminal,
  { ledger, view, options, interrupted }: Keeping,
): Promise<Outcome> => {
  const stop = new AbortController()
  interrupted?.addEventListener('abort', () => stop.abort())
  const kept = await keepTable(ledger, view, {
    path: options.into,
    stop: stop.signal,
    onCaughtUp: (size) => {
      if (!terminal.quiet) {
        void terminal.print([`${view.name} covers ${size} records.`])
      }
      if (!options.follow) stop.abort()
    },
    // A command that is not to follow does not wait for a ledger that cannot be reached.
    ...(options.follow ? {} : { retryAfter: () => undefined }),
  })()
  return E.isLeft(kept) ? notDone(explainTableFailure(kept.left)) : E.right(0)
}
