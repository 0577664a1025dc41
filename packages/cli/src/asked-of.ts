/**
 * A question as it is given on the command line: which view, as at which date, as known when, by
 * which law and options. The commands that ask one share it.
 */
import { explain, type Ledger } from '@send-ledger/core'
import type { OwnView } from '@send-ledger/evidence'
import type { Command } from 'commander'
import * as E from 'fp-ts/lib/Either.js'
import { dateOf, knownAtOf } from './dates.js'
import { progressOf } from './progress.js'
import { notDone, type Outcome } from './stop.js'
import type { Terminal } from './terminal.js'
import { asking, type Printable } from './view/asked.js'
import { type Answer, addOptionFlags, type Flags, lawWith, optionsOf } from './view/option-flags.js'
import { viewNamed } from './view/views.js'

/** What is given with a question: its dates, and the options of its view. */
export interface QuestionFlags extends Flags {
  readonly asAt: string
  readonly knownAt?: string
}

/** Adds the dates of a question to a command, and the options of the views. */
export const addQuestion = (command: Command): Promise<Command> =>
  addOptionFlags(
    command
      .requiredOption('--as-at <date>', 'the date at which the world is looked at, YYYY-MM-DD')
      .option('--known-at <instant>', 'only what was known at an instant, or at the end of a date'),
    'is',
  )

/** Asks the question of a ledger. */
export type AskLedger = (terminal: Terminal, ledger: Ledger) => Promise<Outcome<Printable>>

/** The question that flags make: the one asked, or the one of the earlier answer beside it. */
export const questionOf = async (
  name: string,
  flags: QuestionFlags,
  own: readonly OwnView[] = [],
  answer: Answer = 'is',
): Promise<Outcome<AskLedger>> => {
  const asAt = dateOf('--as-at', flags.asAt)
  if (E.isLeft(asAt)) return asAt
  const knownAt = knownAtOf(flags.knownAt)
  if (E.isLeft(knownAt)) return knownAt
  const view = await viewNamed(name, own)
  if (E.isLeft(view)) return view
  const read = await optionsOf(view.right, flags, answer)
  if (E.isLeft(read)) return read
  const { options, counting } = read.right
  const law = lawWith(counting)
  const question = { asAt: asAt.right, knownAt: knownAt.right, law, options }
  return E.right((terminal, ledger) =>
    withProgress(terminal, ledger, (onProgress) =>
      asking(view.right)(ledger, question, onProgress),
    ),
  )
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
