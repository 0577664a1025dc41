/**
 * The views that can be asked for, each with the options it takes. A view is loaded when it is
 * asked for.
 */
import type { Ledger, Question } from '@send-ledger/core'
import type { OwnView } from '@send-ledger/evidence'
import * as E from 'fp-ts/lib/Either.js'
import { dateOf, monthOf } from '../dates.js'
import { type Outcome, wrongUse } from '../stop.js'
import { type Ask, asking, type Printable } from './asked.js'
import { type AssumptionFlags, assumptionOf } from './assumption.js'

/** The names of the views. */
export const viewNames = ['compliance', 'wsoa', 'workforce', 'capacity'] as const

/** The name of a view. */
export type ViewName = (typeof viewNames)[number]

/** Whether a text names a view. */
export const isViewName = (text: string): text is ViewName =>
  (viewNames as readonly string[]).includes(text)

/** The options that some views take, as given on the command line. */
export interface ViewFlags extends AssumptionFlags {
  readonly counting?: string
  readonly cohort?: 'dfe' | 'all'
  readonly from?: string
  readonly openOn?: string
}

/** The dates and the law of a question. */
export type Moment = Pick<Question<never>, 'asAt' | 'knownAt' | 'law'>

/** A view with its options, to be asked of a ledger. */
export type AskAt = (
  ledger: Ledger,
  moment: Moment,
  onProgress?: (position: number) => void,
) => Promise<Outcome<Printable>>

/** Which options each view takes. */
const taken: Readonly<Record<ViewName, readonly (keyof ViewFlags)[]>> = {
  compliance: ['counting', 'cohort', 'from', 'openOn'],
  wsoa: [],
  workforce: [],
  capacity: ['counting', 'plansPerFtePerMonth', 'inductionFactor'],
}

const flagNames: Readonly<Record<keyof ViewFlags, string>> = {
  counting: '--counting',
  cohort: '--cohort',
  from: '--from',
  openOn: '--open-on',
  plansPerFtePerMonth: '--plans-per-fte-per-month',
  inductionFactor: '--induction-factor',
}

/** A view with the options given for it; an option that it does not take is refused. */
export const viewOf = async (
  name: string,
  flags: ViewFlags,
  own: readonly OwnView[] = [],
): Promise<Outcome<AskAt>> => {
  const view = own.find((each) => each.name === name)
  if (view === undefined && !isViewName(name)) {
    const names = [...viewNames, ...own.map((each) => each.name)].join(', ')
    return wrongUse(`there is no view ${name}. Ask for one of ${names}.`)
  }
  const given = (Object.keys(flagNames) as (keyof ViewFlags)[]).filter((flag) => flags[flag])
  const takes = view === undefined ? taken[name as ViewName] : ofOwn(view)
  const strange = given.find((flag) => !takes.includes(flag))
  if (strange !== undefined) {
    const takers = viewNames.filter((view) => taken[view].includes(strange)).join(' and ')
    return wrongUse(
      `${flagNames[strange]} is no option of the view ${name}. Leave it out, or ask for ${takers}.`,
    )
  }
  return view === undefined
    ? loaders[name as ViewName](flags)
    : E.right(withOptions(asking(view), {}))
}

/** A view of the council's own is asked with its defaults. */
const ofOwn = ({ usesLaw }: OwnView): readonly (keyof ViewFlags)[] => (usesLaw ? ['counting'] : [])

const withOptions =
  <Options>(ask: Ask<Options>, options: Partial<Options>): AskAt =>
  (ledger, moment, onProgress) =>
    ask(ledger, { ...moment, options }, onProgress)

const loaders: Readonly<Record<ViewName, (flags: ViewFlags) => Promise<Outcome<AskAt>>>> = {
  compliance: async ({ cohort, from, openOn }) => {
    const month = from === undefined ? E.right(undefined) : monthOf('--from', from)
    if (E.isLeft(month)) return month
    const date = openOn === undefined ? E.right(undefined) : dateOf('--open-on', openOn)
    if (E.isLeft(date)) return date
    const { complianceView } = await import('@send-ledger/compliance')
    const options = {
      ...(cohort === undefined ? {} : { cohort }),
      ...(month.right === undefined ? {} : { from: month.right }),
      ...(date.right === undefined ? {} : { openOn: date.right }),
    }
    return E.right(withOptions(asking(complianceView), options))
  },
  wsoa: async () => {
    const { wsoaView } = await import('@send-ledger/wsoa')
    return E.right(withOptions(asking(wsoaView), {}))
  },
  workforce: async () => {
    const { workforceView } = await import('@send-ledger/workforce')
    return E.right(withOptions(asking(workforceView), {}))
  },
  capacity: async (flags) => {
    const options = assumptionOf(flags)
    if (E.isLeft(options)) return options
    const { capacityView } = await import('@send-ledger/workforce')
    return E.right(withOptions(asking(capacityView), options.right))
  },
}
