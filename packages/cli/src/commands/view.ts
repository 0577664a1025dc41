/**
 * `send-ledger view`: the figures as at a date, as known at an instant.
 */

import { Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { addQuestion, type QuestionFlags, questionOf } from '../asked-of.js'
import type { AddCommand } from '../command.js'
import { withLedger } from '../ledger-place.js'
import type { Printed } from '../printed.js'
import type { Outcome } from '../stop.js'
import type { Terminal } from '../terminal.js'
import type { Printable } from '../view/asked.js'
import { basisText } from '../view/basis-text.js'
import { ownViews } from '../view/own-views.js'
import { viewNames } from '../view/views.js'

/** Adds `view` to the program. */
export const addView: AddCommand = async (program, perform) => {
  const command = program
    .command('view')
    .description('Print a view of the ledger as at a date, as known at an instant.')
    .argument('<view>', `${viewNames.join(', ')}, or one of the council's own`)
    .argument('<ledger>', 'path of the ledger, or its address')
    .addOption(new Option('--format <format>', 'default: table').choices(['table', 'json', 'csv']))
  const asking = await addQuestion(command)
  asking.action((view: string, ledger: string, options: ViewOptions) =>
    perform((terminal) => printView(terminal, { view, ledger, options })),
  )
}

interface ViewOptions extends QuestionFlags {
  readonly format?: 'table' | 'json' | 'csv'
}

interface Called {
  readonly view: string
  readonly ledger: string
  readonly options: ViewOptions
}

const printView = async (
  terminal: Terminal,
  { view, ledger, options }: Called,
): Promise<Outcome> => {
  const own = await ownViews(terminal, ledger)
  if (E.isLeft(own)) return own
  const ask = await questionOf(view, options, own.right)
  if (E.isLeft(ask)) return ask
  return withLedger(ledger, terminal, async (opened) => {
    const answered = await ask.right(terminal, opened)
    return E.isLeft(answered) ? answered : print(terminal, answered.right, options.format)
  })
}

const print = async (
  terminal: Terminal,
  answered: Printable,
  format: ViewOptions['format'],
): Promise<Outcome> => {
  // Whatever can fail comes before the first byte that is printed.
  const broken = checksText(answered)
  const printed = await terminal.print(await textOf(terminal, answered, format))
  for (const line of broken) await terminal.say(line)
  return E.map(() => 0 as const)(printed)
}

/** Nothing where the checks of a view hold; a law that is broken is told beside the output. */
const checksText = ({ broken }: Printable): readonly string[] =>
  broken().map(({ name, failing }) => {
    const subjects = failing.map(({ subject }) => subject).join(', ')
    return `Does not hold: ${name}, for ${subjects}. Please report it.`
  })

const textOf = async (
  { json }: Terminal,
  answered: Printable,
  format: ViewOptions['format'] = json ? 'json' : 'table',
): Promise<Printed> => {
  if (format === 'json') return { exact: answered.json() }
  if (format === 'csv') {
    const { csvText } = await import('../view/csv.js')
    return { exact: csvText(answered.basis, answered.rows()) }
  }
  const { sectionsText } = await import('../view/section-text.js')
  return [...sectionsText(answered.sections()), '', ...basisText(answered)]
}
