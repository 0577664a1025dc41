/**
 * `send-ledger told`: each figure of the reports on record beside what the ledger derives.
 */

import { complianceView } from '@send-ledger/compliance'
import {
  defaultLaw,
  endOfDay,
  explain,
  Fold,
  type Instant,
  type Ledger,
  type LedgerFailure,
  replay,
  streamId,
} from '@send-ledger/core'
import {
  besideTold,
  dateInWords,
  figuresKnown,
  type NotDerivable,
  type Presented,
  reportsIn,
  type ToldBeside,
} from '@send-ledger/core/figures'
import { apart } from '@send-ledger/core/projection'
import type { OwnView } from '@send-ledger/evidence'
import { workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import * as E from 'fp-ts/lib/Either.js'
import type { AddCommand } from '../command.js'
import { knownAtOf } from '../dates.js'
import { withLedger } from '../ledger-place.js'
import { ownViews } from '../own.js'
import { type Exact, inJsonLine, type Line } from '../printed.js'
import { notDone, type Outcome } from '../stop.js'
import type { Terminal } from '../terminal.js'
import { section } from '../view/section.js'
import { type NamedCause, namedCauses } from '../why/reconciled.js'
import { causeText } from '../why/reconciled-section.js'

/** Adds `told` to the program. */
export const addTold: AddCommand = (program, perform) => {
  program
    .command('told')
    .description('Print the figures of reports beside what was and is derived.')
    .argument('<ledger>', 'path of the ledger, or its address')
    .option('--known-at <instant>', 'only what was known at an instant, or at the end of a date')
    .action((ledger: string, options: { readonly knownAt?: string }) =>
      perform((terminal) => told(terminal, ledger, options.knownAt)),
    )
}

/** A report with its figures beside what is derived. */
interface Told {
  readonly report: Presented
  readonly figures: readonly ToldNamed[]
}

/** A told figure with the records that changed it since. */
interface ToldNamed extends Omit<ToldBeside, 'causes'> {
  readonly causes: readonly NamedCause[]
}

const told = async (
  terminal: Terminal,
  name: string,
  known: string | undefined,
): Promise<Outcome> => {
  const knownAt = knownAtOf(known)
  if (E.isLeft(knownAt)) return knownAt
  return withLedger(name, terminal, async (ledger) => {
    const own = await ownViews(terminal, name)
    if (E.isLeft(own)) return own
    const reports = await toldIn(ledger, knownAt.right, [...views, ...own.right.map(apart)])
    if (E.isLeft(reports)) return reports
    const text = terminal.json ? inJson(reports.right) : await inWords(reports.right)
    return E.map(() => 0 as const)(await terminal.print(text))
  })
}

const views = [complianceView, wsoaView, workforceView]

const toldIn = async (
  ledger: Ledger,
  knownAt: Instant | undefined,
  asked: readonly OwnView[],
): Promise<Outcome<readonly Told[]>> => {
  const projections = asked.flatMap((view) => view.projections)
  const replayed = await replay(ledger, new Fold(projections, defaultLaw))()
  if (E.isLeft(replayed)) return notDone(explain(replayed.left))
  const { points } = replayed.right
  const now = await sizeAt(ledger, knownAt, points.size)
  if (E.isLeft(now)) return notDone(explain(now.left))
  const answersAt = figuresKnown(points, asked)
  const list: Told[] = []
  const streams = new Set(
    [...points.all()].filter(({ measure }) => measure === 'reports').map(({ subject }) => subject),
  )
  for (const stream of [...streams].sort()) {
    const records = await ledger.readStream(streamId(stream))()
    if (E.isLeft(records)) return notDone(explain(records.left))
    const kept = records.right.filter(({ position }) => position < now.right)
    for (const report of reportsIn(kept)) {
      const then = await sizeAt(ledger, endOfDay(report.on), points.size)
      if (E.isLeft(then)) return notDone(explain(then.left))
      const beside = besideTold(report.data, answersAt(then.right), answersAt(now.right))
      const figures = await withRecords(ledger, beside, endOfDay(report.on))
      if (E.isLeft(figures)) return figures
      list.push({ report, figures: figures.right })
    }
  }
  return E.right(list)
}

const withRecords = async (
  ledger: Ledger,
  figures: readonly ToldBeside[],
  toldAt: Instant,
): Promise<Outcome<readonly ToldNamed[]>> => {
  const list: ToldNamed[] = []
  for (const figure of figures) {
    const causes = await namedCauses(ledger, figure.causes, toldAt)
    if (E.isLeft(causes)) return causes
    list.push({ ...figure, causes: causes.right })
  }
  return E.right(list)
}

const sizeAt = async (
  ledger: Ledger,
  known: Instant | undefined,
  size: number,
): Promise<E.Either<LedgerFailure, number>> =>
  known === undefined ? E.right(size) : ledger.sizeKnownAt(known)()

const inJson = (reports: readonly Told[]): Exact =>
  inJsonLine({
    reports: reports.map(({ report: { record, on, data }, figures }) => ({
      position: record.position,
      title: data.title,
      to: data.to,
      asAt: data.asAt,
      presentedOn: on,
      figures,
    })),
  })

const inWords = async (reports: readonly Told[]): Promise<readonly Line[]> => {
  const { sectionsText } = await import('../view/section-text.js')
  if (reports.length === 0) return ['No report is on record.']
  const words = (text: string): string => (text === 'notDerivable' ? 'not derivable' : text)
  return sectionsText(
    reports.map(({ report: { on, data }, figures }) =>
      section(
        `${data.title}, presented to ${data.to} on ${dateInWords(on)}, as at ${dateInWords(data.asAt)}`,
        [
          'Figure',
          'Period',
          'Because',
          'Told',
          'Derived,\nas known then',
          'Derived,\nas known now',
        ],
        figures.map(({ measure, period, told: text, knownThen, knownNow, ...beside }) => [
          measure,
          period ?? '',
          [...verdictText(beside), ...new Set(beside.causes.flatMap(causeText))],
          text,
          words(knownThen),
          words(knownNow),
        ]),
        3,
      ),
    ),
  )
}

/** What the figure is, beside what was derived on the day of telling. */
const verdictText = ({
  verdictThen,
  notDerivable,
}: Pick<ToldNamed, 'verdictThen' | 'notDerivable'>): readonly string[] => {
  if (verdictThen === 'holds') return []
  if (verdictThen === 'differsByRounding') return ['differs by rounding']
  return [notDerivable ? whyNot(notDerivable) : 'told, but no records gave it']
}

const whyNot = ({ because, names }: NotDerivable): string =>
  names.length === 0 ? reasons[because] : `${reasons[because]} ${names.join(', ')}`

const reasons: Readonly<Record<NotDerivable['because'], string>> = {
  NoSuchFigure: 'no figure has this name; the nearest are',
  SeveralFigures: 'several figures have this name:',
  NoWholeMonths: 'its period is not one of whole months',
  NotYet: 'its period begins after the date of the report',
  NotAddedUp: 'a stock or a rolling figure is not added up over months',
}
