/**
 * A question as it is given on the command line: which view, as at which date, as known when, by
 * which law and options. The commands that ask one share it.
 */
import { explain, type Ledger } from '@send-ledger/core'
import { type Counting, england1 } from '@send-ledger/core/projection'
import type { OwnView } from '@send-ledger/evidence'
import { type Command, Option } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { dateOf, knownAtOf } from './dates.js'
import { progressOf } from './progress.js'
import { notDone, type Outcome } from './stop.js'
import type { Terminal } from './terminal.js'
import type { Printable } from './view/asked.js'
import { type ViewFlags, viewOf } from './view/views.js'

/** The options of a question. */
export interface QuestionOptions extends ViewFlags {
  readonly asAt: string
  readonly knownAt?: string
  readonly counting?: Counting
}

/** Adds the dates of a question to a command, and the options of the views. */
export const addQuestion = (command: Command): Command =>
  command
    .requiredOption('--as-at <date>', 'the date at which the world is looked at, YYYY-MM-DD')
    .option('--known-at <instant>', 'only what was known at an instant, or at the end of a date')
    .addOption(countingOption('--counting', 'whether the 20 weeks count the day of receipt'))
    .addOption(cohortOption('--cohort', 'compliance: leave out plans after mediation or an appeal'))
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

/** An option that names a counting policy. */
export const countingOption = (flag: string, says: string): Option =>
  new Option(`${flag} <policy>`, says)
    .choices(['exclusive', 'inclusive'])
    .default(undefined, 'exclusive')

/** An option that names a cohort. */
export const cohortOption = (flag: string, says: string): Option =>
  new Option(`${flag} <cohort>`, says).choices(['dfe', 'all']).default(undefined, 'dfe')

/** Asks the question of a ledger. */
export type AskLedger = (terminal: Terminal, ledger: Ledger) => Promise<Outcome<Printable>>

/** The question that the options make. */
export const questionOf = async (
  view: string,
  options: QuestionOptions,
  own: readonly OwnView[] = [],
): Promise<Outcome<AskLedger>> => {
  const asAt = dateOf('--as-at', options.asAt)
  if (E.isLeft(asAt)) return asAt
  const knownAt = knownAtOf(options.knownAt)
  if (E.isLeft(knownAt)) return knownAt
  const asked = await viewOf(view, options, own)
  if (E.isLeft(asked)) return asked
  const moment = { asAt: asAt.right, knownAt: knownAt.right, law: lawOf(options) }
  return E.right((terminal, ledger) =>
    withProgress(terminal, ledger, (onProgress) => asked.right(ledger, moment, onProgress)),
  )
}

/** The law that the options name. */
export const lawOf = ({ counting = 'exclusive' }: Pick<QuestionOptions, 'counting'>) => ({
  ruleSet: england1,
  counting,
})

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
