/**
 * `send-ledger view`: the figures as at a date, as known at an instant.
 */
import { type Counting, england1, explain, type Ledger } from '@send-ledger/core'
import { type Command, Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { dateOf, knownAtOf } from '../dates.js'
import { withLedger } from '../ledger-place.js'
import { progressOf } from '../progress.js'
import { notDone, type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import type { Printable } from '../view/asked.js'
import { basisText } from '../view/basis-text.js'
import { isViewName, type ViewFlags, viewNames, viewOf } from '../view/views.js'

/** Adds `view` to the program. */
export const addView: AddCommand = (program, perform) => {
  const command = program
    .command('view')
    .description('Print a view of the ledger as at a date, as known at an instant.')
    .argument('<view>', viewNames.join(', '))
    .argument('<ledger>', 'path of the ledger')
    .requiredOption('--as-at <date>', 'the date at which the world is looked at, YYYY-MM-DD')
    .option('--known-at <instant>', 'only what was known at an instant, or at the end of a date')
    .addOption(new Option('--format <format>', 'default: table').choices(['table', 'json', 'csv']))
    .addOption(
      new Option('--counting <policy>', 'whether the 20 weeks count the day of receipt')
        .choices(['exclusive', 'inclusive'])
        .default(undefined, 'exclusive'),
    )
  addFlags(command).action((view: string, ledger: string, options: ViewOptions) =>
    perform((terminal) => printView(terminal, { view, ledger, options })),
  )
}

/** The options of the views, each for the views that it says. */
const addFlags = (command: Command): Command =>
  command
    .addOption(
      new Option('--cohort <cohort>', 'compliance: leave out plans after mediation or an appeal')
        .choices(['dfe', 'all'])
        .default(undefined, 'dfe'),
    )
    .option('--from <month>', 'compliance: the first month of the series, YYYY-MM')
    .option('--open-on <date>', 'compliance: what became of the cases open on a date')
    .option(
      '--plans-per-fte-per-month <role=number...>',
      'capacity: assume so many plans a month from each FTE of a role, for a forecast',
    )
    .option(
      '--induction-factor <number>',
      'capacity: assume so much of a worker in induction, 0 to 1',
    )

interface ViewOptions extends ViewFlags {
  readonly asAt: string
  readonly knownAt?: string
  readonly format?: 'table' | 'json' | 'csv'
  readonly counting?: Counting
}

interface Called {
  readonly view: string
  readonly ledger: string
  readonly options: ViewOptions
}

const printView = async (terminal: Terminal, called: Called): Promise<Outcome> => {
  const { view, ledger, options } = called
  if (!isViewName(view)) {
    return wrongUse(`there is no view ${view}. Ask for one of ${viewNames.join(', ')}.`)
  }
  const asAt = dateOf('--as-at', options.asAt)
  if (E.isLeft(asAt)) return asAt
  const knownAt = knownAtOf(options.knownAt)
  if (E.isLeft(knownAt)) return knownAt
  const asked = await viewOf(view, options)
  if (E.isLeft(asked)) return asked
  const law = { ruleSet: england1, counting: options.counting ?? 'exclusive' }
  const moment = { asAt: asAt.right, knownAt: knownAt.right, law }
  return withLedger(ledger, terminal, async (opened) => {
    const answered = await withProgress(terminal, opened, (onProgress) =>
      asked.right(opened, moment, onProgress),
    )
    return E.isLeft(answered) ? answered : print(terminal, answered.right, options.format)
  })
}

const withProgress = async (
  terminal: Terminal,
  ledger: Ledger,
  ask: (onProgress: (position: number) => void) => Promise<Outcome<Printable>>,
): Promise<Outcome<Printable>> => {
  const head = await ledger.head()()
  if (E.isLeft(head)) return notDone(explain(head.left))
  const progress = await progressOf(terminal, { doing: 'Replaying', total: head.right.size })
  const answered = await ask(progress.reached)
  progress.end()
  return answered
}

const print = async (
  terminal: Terminal,
  answered: Printable,
  format: ViewOptions['format'],
): Promise<Outcome> => {
  const printed = await terminal.print(await textOf(terminal, answered, format))
  return E.map(() => 0 as const)(printed)
}

const textOf = async (
  { json, bold }: Terminal,
  answered: Printable,
  format: ViewOptions['format'] = json ? 'json' : 'table',
): Promise<string> => {
  if (format === 'json') return answered.json()
  if (format === 'csv') {
    const { csvText } = await import('../view/csv.js')
    return csvText(answered.basis, answered.view)
  }
  const { sectionsText } = await import('../view/section-text.js')
  return `${sectionsText(answered.sections(), bold)}\n${basisText(answered.basis)}`
}
