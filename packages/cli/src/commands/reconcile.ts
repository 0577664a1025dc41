/**
 * `send-ledger reconcile`: the bridge between two answers to one question, by cause.
 */

import * as E from 'fp-ts/lib/Either.js'
import { addQuestion, type QuestionFlags, questionOf } from '../asked-of.js'
import type { AddCommand } from '../command.js'
import { withLedger } from '../ledger-place.js'
import { type Exact, inJsonLine, type Line } from '../printed.js'
import { type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import type { Printable } from '../view/asked.js'
import { basisText } from '../view/basis-text.js'
import { addOptionFlags } from '../view/option-flags.js'
import { ownViews } from '../view/own-views.js'
import { viewNames } from '../view/views.js'
import { figuresAsked } from '../why/figure-named.js'
import { type ReconciledFigure, reconciled } from '../why/reconciled.js'
import { reconciledSection } from '../why/reconciled-section.js'

/** Adds `reconcile` to the program. */
export const addReconcile: AddCommand = async (program, perform) => {
  const command = program
    .command('reconcile')
    .description('Print what changed between two answers to one question, with every cause.')
    .argument('<ledger>', 'path of the ledger, or its address')
    .argument('[view]', `${viewNames.join(', ')}, or one of the council's own`, 'compliance')
    .option('--was-known-at <instant>', 'what was known at the earlier answer')
    .option('--figure <name>', 'only the figure of a name, or those whose name contains it')
  const asking = await addOptionFlags(await addQuestion(command), 'was')
  asking.action((ledger: string, view: string, options: ReconcileOptions) =>
    perform((terminal) => reconcile(terminal, { view, ledger, options })),
  )
}

interface ReconcileOptions extends QuestionFlags {
  readonly wasKnownAt?: string
  readonly figure?: string
}

interface Called {
  readonly view: string
  readonly ledger: string
  readonly options: ReconcileOptions
}

const reconcile = async (
  terminal: Terminal,
  { view, ledger, options }: Called,
): Promise<Outcome> => {
  const { wasKnownAt, figure } = options
  if (!Object.keys(options).some((flag) => /^was[A-Z]/.test(flag))) {
    return wrongUse(
      'the earlier answer is not said. Give --was-known-at, or an option of it, such as --was-counting.',
    )
  }
  const own = await ownViews(terminal, ledger)
  if (E.isLeft(own)) return own
  const then = { ...options, ...(wasKnownAt === undefined ? {} : { knownAt: wasKnownAt }) }
  const earlier = await questionOf(view, then, own.right, 'was')
  if (E.isLeft(earlier)) return earlier
  const later = await questionOf(view, options, own.right)
  if (E.isLeft(later)) return later
  return withLedger(ledger, terminal, async (opened) => {
    const was = await earlier.right(terminal, opened)
    if (E.isLeft(was)) return was
    const is = await later.right(terminal, opened)
    if (E.isLeft(is)) return is
    if (was.right.basis.size > is.right.basis.size) {
      return wrongUse('--was-known-at lies after --known-at. Exchange them.')
    }
    const isWanted = figuresAsked([...is.right.figures(), ...was.right.figures()], figure)
    if (E.isLeft(isWanted)) return isWanted
    const figures = await reconciled(opened, was.right, is.right)
    if (E.isLeft(figures)) return figures
    const wanted = figures.right.filter((each) => isWanted.right(each.figure))
    const text = terminal.json
      ? inJson(was.right, is.right, wanted)
      : await inWords(was.right, is.right, wanted)
    return E.map(() => 0 as const)(await terminal.print(text))
  })
}

const inJson = (was: Printable, is: Printable, figures: readonly ReconciledFigure[]): Exact =>
  inJsonLine({ was: was.basis, is: is.basis, figures })

const inWords = async (
  was: Printable,
  is: Printable,
  figures: readonly ReconciledFigure[],
): Promise<readonly Line[]> => {
  const { sectionsText } = await import('../view/section-text.js')
  const sections = [reconciledSection(figures)]
  return [
    ...sectionsText(sections),
    '',
    { bold: 'Was' },
    ...basisText(was),
    '',
    { bold: 'Is' },
    ...basisText(is),
  ]
}
