/**
 * `send-ledger explain`: the subjects and records behind one figure.
 */

import { explain, type Ledger, StreamId, shown, streamId } from '@send-ledger/core'
import { type NamedFigure, nameOfFigure, partsOfFigure } from '@send-ledger/core/figures'
import { gradeOf, importedRanges } from '@send-ledger/core/records'
import * as E from 'fp-ts/lib/Either.js'
import { addQuestion, type QuestionFlags, questionOf } from '../asked-of.js'
import type { AddCommand } from '../command.js'
import { withLedger } from '../ledger-place.js'
import { type Exact, inJsonLine, type Line } from '../printed.js'
import { notDone, type Outcome, wrongUse } from '../stop.js'
import type { Terminal } from '../terminal.js'
import type { Printable } from '../view/asked.js'
import { basisText } from '../view/basis-text.js'
import { ownViews } from '../view/own-views.js'
import { viewNames } from '../view/views.js'
import { type ExplainedSum, explainedSum } from '../why/explained.js'
import { explainedSections } from '../why/explained-sections.js'
import { figureAsked } from '../why/figure-named.js'
import { formulaInWords } from '../why/formula-in-words.js'

/** Adds `explain` to the program. */
export const addExplain: AddCommand = async (program, perform) => {
  const command = program
    .command('explain')
    .description('Print the subjects and records behind a figure, and what was left out.')
    .argument('<view>', `${viewNames.join(', ')}, or one of the council's own`)
    .argument('<ledger>', 'path of the ledger, or its address')
    .requiredOption('--figure <name>', 'the figure, such as issued:2021-07 or open.total')
    .option('--basis <basis>', 'compliance: all or excludingExceptions; default: all')
    .option('--subject <stream>', 'only where this subject stands, such as case-1042')
  const asking = await addQuestion(command)
  asking.action((view: string, ledger: string, options: ExplainOptions) =>
    perform((terminal) => explainFigure(terminal, { view, ledger, options })),
  )
}

interface ExplainOptions extends QuestionFlags {
  readonly figure: string
  readonly basis?: string
  readonly subject?: string
}

interface Called {
  readonly view: string
  readonly ledger: string
  readonly options: ExplainOptions
}

const explainFigure = async (
  terminal: Terminal,
  { view, ledger, options }: Called,
): Promise<Outcome> => {
  const own = await ownViews(terminal, ledger)
  if (E.isLeft(own)) return own
  const ask = await questionOf(view, options, own.right)
  if (E.isLeft(ask)) return ask
  return withLedger(ledger, terminal, async (opened) => {
    const answered = await ask.right(terminal, opened)
    if (E.isLeft(answered)) return answered
    const figure = figureAsked(answered.right.figures(), options.figure, options.basis)
    if (E.isLeft(figure)) return figure
    const sums = await explainedSums(opened, answered.right, figure.right, options)
    if (E.isLeft(sums)) return sums
    const text = terminal.json
      ? inJson(answered.right, figure.right, sums.right)
      : await inWords(answered.right, figure.right, sums.right)
    return E.map(() => 0 as const)(await terminal.print(text))
  })
}

const explainedSums = async (
  ledger: Ledger,
  { known, law }: Printable,
  { value }: NamedFigure,
  options: ExplainOptions,
): Promise<Outcome<readonly ExplainedSum[]>> => {
  const subject = subjectOf(options)
  if (E.isLeft(subject)) return subject
  const declared = await ledger.readStream(streamId('ledger-main'))()
  if (E.isLeft(declared)) return notDone(explain(declared.left))
  const sources = {
    ledger,
    known,
    law,
    gradeOf: gradeOf(importedRanges(declared.right)),
  }
  const explained: ExplainedSum[] = []
  for (const [name, sum] of Object.entries(partsOfFigure(value))) {
    const asked = subject.right ? { only: subject.right } : {}
    const each = await explainedSum(sources, { name, sum, ...asked })
    if (E.isLeft(each)) return each
    explained.push(each.right)
  }
  return E.right(explained)
}

const subjectOf = ({ subject }: ExplainOptions): Outcome<StreamId | undefined> => {
  if (subject === undefined || StreamId.is(subject)) return E.right(subject)
  return wrongUse(`--subject ${subject} is no subject. It is a kind and a key, as case-1042.`)
}

const inJson = ({ basis }: Printable, figure: NamedFigure, sums: readonly ExplainedSum[]): Exact =>
  inJsonLine({ basis, figure: nameOfFigure(figure), value: shown(figure.value), sums })

const inWords = async (
  answered: Printable,
  figure: NamedFigure,
  sums: readonly ExplainedSum[],
): Promise<readonly Line[]> => {
  const { sectionsText } = await import('../view/section-text.js')
  const name = nameOfFigure(figure)
  const sections = sums.flatMap((sum) =>
    explainedSections(sum.name === 'figure' ? name : `${name}, ${sum.name}`, sum),
  )
  const formula = formulaInWords(figure.value)
  const total = `${name} is ${shown(figure.value) ?? 'x'}${formula ? `: ${formula}` : ''}.`
  return [{ bold: total }, '', ...sectionsText(sections), '', ...basisText(answered)]
}
