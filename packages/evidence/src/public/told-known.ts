/**
 * What reports told, for disclosure control: who heard a report knows its figures, and they may
 * help to work out what a pack hides.
 */
import { complianceView } from '@send-ledger/compliance'
import { type CivilDate, endOfDay, type KnownPoints } from '@send-ledger/core'
import {
  figuresKnown,
  figuresTold,
  type NamedFigure,
  nameOfFigure,
  type Presented,
  partsOfFigure,
  together,
} from '@send-ledger/core/figures'
import type { Figure } from '@send-ledger/core/projection'
import type { AnswerKnown, AnswersEarlier } from '@send-ledger/disclosure'
import { defaultPolicy, hiddenRange, type Policy } from '@send-ledger/disclosure'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import * as E from 'fp-ts/lib/Either.js'
import type { PackAnswers } from '../pack/answers.js'
import type { RecordsRead } from '../report/of-records/records-read.js'
import { reportsTold, type Told } from '../report/of-records/told-section.js'
import { answersKnown } from './known-answers.js'

type ToldFigure = Presented['data']['figures'][number]

const views = [
  ['compliance', complianceView],
  ['wsoa', wsoaView],
  ['workforce', workforceView],
] as const

/** The reports on record, each figure beside what the records give. */
export const reportsIn = (records: RecordsRead, { points }: KnownPoints): readonly Told[] =>
  reportsTold(
    records,
    figuresKnown(
      points,
      views.map(([, view]) => view),
    ),
  )

/**
 * Whether a report may be shown: it told no small count of people. What such a report told is for
 * the council to weigh; a pack does not tell it again.
 */
export const isShowable = ({ report }: Told, { points, size }: KnownPoints, policy: Policy) => {
  const ofActions = figuresKnown(points, [wsoaView])(size).at(report.data.asAt)
  const [least, most] = hiddenRange(policy)
  const isSmall = (value: number | string | undefined): boolean =>
    value !== undefined && Number(value) >= least && Number(value) <= most
  return report.data.figures.every(({ measure, numerator, denominator }) => {
    const isOfActions = ofActions.some((row) => nameOfFigure({ ...row, item: '' }) === measure)
    return isOfActions || !(isSmall(numerator) || isSmall(denominator))
  })
}

/** What is known by the reports that may be shown: the figures that the records gave or give. */
export const knownByReports = (
  told: readonly Told[],
  records: RecordsRead,
  answers: PackAnswers,
): readonly AnswersEarlier[] =>
  told.flatMap(({ report, figures }, number) => {
    const sizes = [records.sizeKnownAt(endOfDay(report.on)), records.size] as const
    return sizes.flatMap((size, i): readonly AnswersEarlier[] => {
      const isHeld = (at: number): boolean => {
        const { verdictThen, verdictNow } = figures[at] as Told['figures'][number]
        const verdict = i === 0 ? verdictThen : verdictNow
        // Who cut off or rounded to even told the figure all the same.
        return verdict === 'holds' || verdict === 'differsByRounding'
      }
      const held = report.data.figures.filter((_, at) => isHeld(at))
      const known = answersHeld(held, { size, asAt: report.data.asAt, answers })
      const pack = `report ${number + 1}, ${i === 0 ? 'as known then' : 'as known now'}`
      return known.length === 0
        ? []
        : [{ pack, answers: known, hidden: new Set<string>(), policy: defaultPolicy }]
    })
  })

interface Held {
  readonly size: number
  readonly asAt: CivilDate
  readonly answers: PackAnswers
}

/** The figures that were told, view by view. */
const answersHeld = (
  told: readonly ToldFigure[],
  { size, asAt, answers }: Held,
): readonly AnswerKnown[] =>
  answersKnown(answers, size).flatMap((of) => {
    const view = views.find(([name]) => name === of.view)?.[1]
    if (view === undefined) return []
    const asked = figuresKnown(answers.compliance.known.points, [view])(size)
    const figures = told.flatMap((each) => figureTold(each, asAt, asked.at))
    return figures.length === 0 ? [] : [{ ...of, answer: figures }]
  })

const figureTold = (
  told: ToldFigure,
  reportAsAt: CivilDate,
  at: (asAt: CivilDate) => readonly NamedFigure[],
): readonly Figure[] => {
  const found = E.getOrElseW(() => [])(figuresTold(told, reportAsAt, { at }))
  const [first, ...others] = found.map(({ value }) => value)
  if (first === undefined) return []
  const figure = together([first, ...others])
  // Told by its two numbers, or over several months: each of its sums is taken to be known.
  const isTakenApart = told.denominator !== undefined || others.length > 0
  return isTakenApart ? Object.values(partsOfFigure(figure)) : [figure]
}
