/**
 * What a pack for the public prints of cases, in the counts of a reader outside.
 */
import type { Pack } from '@send-ledger/evidence'
import { text } from '../verify/pack/packs.js'
import { type Amount, amount, type Reader, scaled } from './reader.js'

const bases = ['all', 'excludingExceptions'] as const

interface Month {
  readonly month: string
  readonly requests: unknown
  readonly issued: Printed
  readonly inTime: Printed
  readonly percent: Printed
  readonly decisions: { readonly decided: unknown; readonly inTime: unknown }
  readonly refusedToAssess: unknown
  readonly refusedToIssue: { readonly total: unknown; readonly inTime: unknown }
  readonly rolling12: {
    readonly issued: Printed
    readonly inTime: Printed
    readonly percent: Printed
  }
}

type Printed = Readonly<Record<(typeof bases)[number], unknown>>

interface Compliance {
  readonly months: readonly Month[]
  readonly open: { readonly total: unknown }
  readonly plansMaintained: unknown
}

const viewOf = (pack: Pack, name: string): Compliance =>
  JSON.parse(text(pack.bag, `views/${name}.json`)).view

/** The sum of a measure over months. */
const over = (months: readonly Month[], measure: string): Amount =>
  amount(...months.map(({ month }) => [1, `${measure} ${month}`] as const))

const flows = [
  'requests',
  'decided',
  'refusedToAssess',
  'refusedToIssue',
  'issued all all',
] as const

/**
 * The sums of all months of a pack that a reader asks for, at its day, where he knows besides that
 * no refusal was overturned and that no plan came from elsewhere.
 */
export const sumsOf = (pack: Pack) => {
  const on = pack.basis.asAt
  const { months } = viewOf(pack, 'compliance')
  const [asked, decided, refused, notIssued, issued] = flows.map((flow) => over(months, flow)) as [
    Amount,
    Amount,
    Amount,
    Amount,
    Amount,
  ]
  const less = (from: Amount, ...what: readonly Amount[]): Amount =>
    amount(...scaled(from, 1), ...what.flatMap((each) => scaled(each, -1)))
  return {
    undecided: less(asked, decided),
    withdrawn: less(asked, amount([1, `open ${on}`]), refused, notIssued, issued),
    ceased: less(issued, amount([1, `plans ${on}`])),
  }
}

/** Tells a reader all that a pack prints of cases, and what the measures mean. */
export const readAll = (reader: Reader, pack: Pack): void => {
  const on = pack.basis.asAt
  const said = (of: Amount, printed: unknown): void => {
    if (typeof printed === 'number') reader.is(of, printed)
  }
  for (const [cohort, name] of [
    ['dfe', 'compliance'],
    ['all', 'compliance-all-plans'],
  ] as const) {
    const { months, open, plansMaintained } = viewOf(pack, name)
    months.forEach((month, i) => {
      readMonth(said, month)
      for (const basis of bases) {
        const [issued, inTime] = [`issued ${basis} ${cohort}`, `inTime ${basis} ${cohort}`]
        const year = months.slice(Math.max(0, i - 11), i + 1)
        for (const [those, row] of [
          [[month], month],
          [year, month.rolling12],
        ] as const) {
          said(over(those, issued), row.issued[basis])
          said(over(those, inTime), row.inTime[basis])
          readPercent(reader, row.percent[basis], over(those, inTime), over(those, issued))
        }
        notMore(reader, `${inTime} ${month.month}`, `${issued} ${month.month}`)
        notMore(reader, `issued ${basis} dfe ${month.month}`, `issued ${basis} all ${month.month}`)
      }
      const { month: of } = month
      notMore(reader, `issued excludingExceptions ${cohort} ${of}`, `issued all ${cohort} ${of}`)
    })
    said(amount([1, `open ${on}`]), open.total)
    said(amount([1, `plans ${on}`]), plansMaintained)
  }
}

const readMonth = (said: (of: Amount, printed: unknown) => void, row: Month): void => {
  const one = (measure: string) => amount([1, `${measure} ${row.month}`])
  said(one('requests'), row.requests)
  said(one('decided'), row.decisions.decided)
  said(one('decidedInTime'), row.decisions.inTime)
  said(one('refusedToAssess'), row.refusedToAssess)
  said(one('refusedToIssue'), row.refusedToIssue.total)
  said(one('refusedToIssueInTime'), row.refusedToIssue.inTime)
}

const notMore = (reader: Reader, part: string, whole: string): void =>
  reader.isAtLeast(amount([1, whole], [-1, part]), 0)

/** A percentage to one decimal says that the part is within half a tenth of it. */
const readPercent = (reader: Reader, printed: unknown, part: Amount, whole: Amount): void => {
  if (printed === null) reader.is(whole, 0)
  if (typeof printed !== 'string' || !/^\d+\.\d$/.test(printed)) return
  const tenths = Number(printed.replace('.', ''))
  reader.isAtLeast(whole, 1)
  reader.isAtLeast(amount(...scaled(part, 2000), ...scaled(whole, 1 - 2 * tenths)), 0)
  reader.isAtLeast(amount(...scaled(part, -2000), ...scaled(whole, 1 + 2 * tenths)), 0)
}

/** A count of people that a pack hides, or that is the difference of two that it hides. */
export interface Hidden {
  readonly name: string
  readonly of: Amount
  /** What it is, in what is true. */
  readonly value: (truth: (name: string) => number) => number
}

/** The counts of each month, and of the 12 months to it, of which not all numbers are printed. */
export const hiddenIn = (pack: Pack): readonly Hidden[] =>
  ['compliance', 'compliance-all-plans'].flatMap((name) => {
    const cohort = name === 'compliance' ? 'dfe' : 'all'
    const { months } = viewOf(pack, name)
    return months.flatMap((row, i) => {
      const year = months.slice(Math.max(0, i - 11), i + 1)
      return [
        ...(cohort === 'all' ? hiddenInMonth(row) : []),
        ...bases.flatMap((basis) => [
          ...hiddenPlans([row], basis, cohort, row),
          ...hiddenPlans(year, basis, cohort, row.rolling12),
        ]),
      ]
    })
  })

const hiddenInMonth = (row: Month): readonly Hidden[] =>
  (
    [
      ['requests', row.requests],
      ['decided', row.decisions.decided],
      ['decidedInTime', row.decisions.inTime],
      ['refusedToAssess', row.refusedToAssess],
      ['refusedToIssue', row.refusedToIssue.total],
      ['refusedToIssueInTime', row.refusedToIssue.inTime],
    ] as const
  ).flatMap(([measure, printed]) =>
    typeof printed === 'number' ? [] : [hidden(over([row], measure))],
  )

/** Plans, those in time, and those late. */
const hiddenPlans = (
  months: readonly Month[],
  basis: string,
  cohort: string,
  printed: { readonly issued: Printed; readonly inTime: Printed },
): readonly Hidden[] => {
  const [issued, inTime] = [printed.issued, printed.inTime].map((of) => of[basis as keyof Printed])
  const [all, those] = ['issued', 'inTime'].map((name) =>
    over(months, `${name} ${basis} ${cohort}`),
  ) as [Amount, Amount]
  const late = amount(...scaled(all, 1), ...scaled(those, -1))
  return [
    ...(typeof issued === 'number' ? [] : [hidden(all)]),
    ...(typeof inTime === 'number' ? [] : [hidden(those)]),
    ...(typeof issued === 'number' && typeof inTime === 'number' ? [] : [hidden(late)]),
  ]
}

const hidden = (of: Amount): Hidden => ({
  name: [...of].map(([name, times]) => `${times} ${name}`).join(' '),
  of,
  value: (truth) => [...of].reduce((sum, [name, times]) => sum + times * truth(name), 0),
})
