/**
 * A reconciliation as a table for people: each figure, and under it each cause with its record.
 */
import { type CauseKind, dateInWords } from '@send-ledger/core/figures'
import { inWholes } from '@send-ledger/core/projection'
import { type Cell, type Section, section } from '../view/section.js'
import type { NamedCause, ReconciledFigure, ReconciledSum } from './reconciled.js'

const kinds: Readonly<Record<CauseKind, string>> = {
  recordedLate: 'recorded late',
  recordedSince: 'recorded since',
  corrected: 'corrected',
  retracted: 'retracted',
  ruleOrOptionChanged: 'rule or option changed',
}

/** The table: figures that changed, and those in which changes cancel out. */
export const reconciledSection = (figures: readonly ReconciledFigure[]): Section =>
  section(
    'Figures that changed, and why',
    ['Figure', 'Because', 'Was', 'Change', 'Is'],
    figures.flatMap(rowsOf),
    2,
  )

/** A figure that is itself a sum has its causes; one derived from sums is told by them. */
const rowsOf = ({ figure, was, is, sums }: ReconciledFigure): readonly (readonly Cell[])[] => {
  const own = sums.find(({ name }) => name === 'figure')
  if (own) return sumRows(figure, own)
  return [
    [figure, 'worked out from:', was as Cell, '', is as Cell],
    ...sums.flatMap((sum) => sumRows(`  ${sum.name}`, sum)),
  ]
}

const sumRows = (
  name: string,
  { was, is, unit, causes }: ReconciledSum,
): readonly (readonly Cell[])[] => {
  const wholes = (units: number): string => inWholes(units, unit)
  const signed = (change: number): string => (change > 0 ? '+' : '') + wholes(change)
  return [
    [name, '', wholes(was), signed(is - was), wholes(is)],
    ...causes.map((cause): readonly Cell[] => ['', causeText(cause), '', signed(cause.change), '']),
  ]
}

/** A cause in words, with its record. */
export const causeText = ({ kind, subject, record }: NamedCause): readonly string[] => {
  if (record === null) return [`${subject}: ${kinds[kind]}`]
  const { type, effectiveOn, recordedAt, position } = record
  const recordedOn = dateInWords(recordedAt.slice(0, 10))
  return [
    `${subject}: ${kinds[kind]}, ${type} of ${dateInWords(effectiveOn)},`,
    `recorded on ${recordedOn} at position ${position}`,
  ]
}
