/**
 * What changed since the pack before: each figure that it gave, asked again at its own date with
 * what is known now, and every cause of the difference. What it said and all causes together are
 * what it would say now; a rest is an error.
 */
import { type Cause, type KnownPoints, type LedgerRecord, shown } from '@send-ledger/core'
import {
  type CauseKind,
  causeKindOf,
  changedSums,
  figureRows,
  figuresIn,
  nameOfFigure,
} from '@send-ledger/core/figures'
import { nothing, type Sum, type Unit } from '@send-ledger/core/projection'
import { listed, type PackAnswers } from './answers.js'
import type { PreviousBasis, SaidOtherwise } from './basis.js'
import { type ListedAs, type SumAt, sumsAt } from './lineage.js'
import type { RecordLines } from './record-lines.js'

/** A cause with its record; a change of the law, or of the software, has none. */
export interface NamedCause {
  readonly kind: CauseKind
  readonly subject: string
  readonly change: number
  readonly record: LedgerRecord | undefined
}

/** A sum of the earlier pack, as it was then, as it is now, and at the new date. */
export interface ChangedFigure extends ListedAs {
  /** Of all its numbers. */
  readonly unit: Unit
  /** Undefined where the earlier pack had no such figure. */
  readonly said: number | undefined
  readonly causes: readonly NamedCause[]
  /** As at the date of the earlier pack, as known now. */
  readonly restated: number
  /** As at the new date, as known now; undefined where there is no such figure any more. */
  readonly now: number | undefined
}

/** A figure that is worked out from sums, as it was printed and as it would be. */
export interface ChangedText extends Pick<ListedAs, 'view' | 'figure'> {
  readonly said: Printed
  readonly restated: Printed
}

type Printed = string | number | boolean | null

/** What changed since the earlier pack. */
export interface Changes {
  readonly previous: PreviousBasis
  /** Figures that are another, or in which changes cancel out, or that the date alone changed. */
  readonly figures: readonly ChangedFigure[]
  readonly texts: readonly ChangedText[]
  readonly differing: readonly SaidOtherwise[]
  /** How many sums were compared. */
  readonly compared: number
  /** Where it stands on record that the earlier pack was issued. */
  readonly issuedAt: number | undefined
}

/** The answers that are compared. */
export interface Compared {
  readonly records: RecordLines
  readonly previous: PreviousBasis
  /** At the date of the earlier pack, as known then. */
  readonly given: PackAnswers
  /** At the date of the earlier pack, as known now. */
  readonly restated: PackAnswers
  /** At the new date, as known now. */
  readonly now: PackAnswers
}

/** What changed. Errors: throws where a bridge leaves a rest, which would be a mistake of ours. */
export const changesBetween = (compared: Compared): Changes => {
  const { records, previous, given, restated, now } = compared
  const [before, after, later] = [given, restated, now].map((answers) => byPlace(answers)) as [
    Places,
    Places,
    Places,
  ]
  const known = { given: given.compliance.known, now: now.compliance.known }
  const places = [...new Set([...before.keys(), ...after.keys()])]
  const figures = places.flatMap((place): readonly ChangedFigure[] => {
    const at = (after.get(place) ?? before.get(place)) as SumAt
    if (!isTold(at)) return []
    const [old, is] = [before.get(place)?.sum, after.get(place)?.sum]
    const causes = causesOf(known, old, is).map((cause) => named(records, previous, cause))
    const atNow = later.get(place)?.sum.value
    const restatedValue = is?.value ?? 0
    if (causes.length === 0 && (atNow === undefined || atNow === restatedValue)) return []
    return [
      {
        view: at.view,
        figure: at.figure,
        part: at.isFigure ? '' : at.part,
        unit: at.sum.unit,
        said: old?.value,
        causes,
        restated: restatedValue,
        now: atNow,
      },
    ]
  })
  return {
    previous,
    figures,
    texts: textsOf(given, restated),
    differing: previous.differing,
    compared: places.length,
    issuedAt: issuedAt(records, previous),
  }
}

type Places = ReadonlyMap<string, SumAt>

const byPlace = (answers: PackAnswers): Places =>
  new Map(
    sumsAt(listed(answers)).map((each) => [
      JSON.stringify([each.view, each.figure, each.part]),
      each,
    ]),
  )

/** Every figure is told; a part of one where no figure is that part. */
const isTold = ({ view, figure, part, isFigure, listedAs }: SumAt): boolean =>
  isFigure || (view === listedAs.view && figure === listedAs.figure && part === listedAs.part)

const causesOf = (
  known: { readonly given: KnownPoints; readonly now: KnownPoints },
  old: Sum | undefined,
  is: Sum | undefined,
): readonly Cause[] =>
  changedSums(
    { known: known.given, figure: old ?? nothing },
    { known: known.now, figure: is ?? nothing },
  ).flatMap(({ causes }) => causes)

const named = (
  records: RecordLines,
  { knownAt }: PreviousBasis,
  { subject, change, position }: Cause,
): NamedCause => {
  const record = position === undefined ? undefined : records.at(position)
  const kind = record === undefined ? 'ruleOrOptionChanged' : causeKindOf(record, knownAt)
  return { kind, subject, change, record }
}

/** Figures worked out from sums whose print is another. */
const textsOf = (given: PackAnswers, restated: PackAnswers): readonly ChangedText[] => {
  const after = printedIn(restated)
  return [...printedIn(given)].flatMap(([place, said]) => {
    const is = after.get(place)
    if (is === undefined || is.printed === said.printed) return []
    return [{ view: said.view, figure: said.figure, said: said.printed, restated: is.printed }]
  })
}

interface PrintedAt extends Pick<ListedAs, 'view' | 'figure'> {
  readonly printed: Printed
}

const printedIn = (answers: PackAnswers): ReadonlyMap<string, PrintedAt> =>
  new Map(
    listed(answers).flatMap(([view, { answer }, identified]) =>
      figuresIn(answer, identified).flatMap((row) => {
        if (row.value._tag === 'Sum' || row.value.formula._tag === 'Scaled') return []
        const at = { view, figure: nameOfFigure(row), printed: row.value.shown }
        return [[JSON.stringify([view, at.figure]), at] as const]
      }),
    ),
  )

/**
 * Figures that the views of a pack said otherwise than its own records give today: where the
 * software works something out in another way than it did.
 */
export const saidOtherwise = (
  said: ReadonlyMap<string, unknown>,
  given: PackAnswers,
): readonly SaidOtherwise[] =>
  listed(given).flatMap(([view, { answer }, identified]) => {
    const rows = said.has(view) ? figureRows(said.get(view), identified) : []
    const derived = new Map(
      figureRows(shown(answer), identified).map((row) => [nameOfFigure(row), row.value] as const),
    )
    return rows.flatMap((row) => {
      const figure = nameOfFigure(row)
      const today = derived.get(figure) ?? null
      return today === row.value ? [] : [{ view, figure, said: row.value, derived: today }]
    })
  })

/** The record that says that the earlier pack was issued. */
const issuedAt = (records: RecordLines, { packRoot }: PreviousBasis): number | undefined =>
  records
    .streamsOf('ledger')
    .flatMap((stream) => records.ofStream(stream))
    .find(
      (record) =>
        record.type === 'EvidenceIssued' &&
        (record as LedgerRecord<'EvidenceIssued'>).data.packRoot === packRoot,
    )?.position
