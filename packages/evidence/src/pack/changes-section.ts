/**
 * The section of what changed since the pack before: the bridge, and the records behind it.
 */
import { type CivilDate, endOfDay, londonDate } from '@send-ledger/core'
import { dateInWords } from '@send-ledger/core/figures'
import { decimalText, type Raw, type Section, withCommas } from '@send-ledger/documents'
import type { Changes } from './changes.js'
import { changedByDateTable } from './changes-by-date-table.js'
import { behindTable, differingTable, textsTable } from './changes-small-tables.js'
import { bridgeTable } from './changes-table.js'

/** The section. It stands in every report: that there is no earlier pack is said too. */
export const changesSection = (changes: Changes | undefined, asAt: CivilDate): Section<Raw> => {
  const section = {
    id: 'changes-since',
    topic: 'What changed since the previous pack',
    charts: [],
    notes: [],
  }
  if (changes === undefined) {
    return {
      ...section,
      heading: ['No earlier pack was given to compare with'],
      paragraphs: [],
      tables: [],
    }
  }
  const { previous, differing } = changes
  const figures = changes.figures.filter(isToldHere)
  const texts = changes.texts.filter(isToldHere)
  const changed = figures.filter(({ causes }) => causes.length > 0)
  return {
    ...section,
    heading: [
      changed.length === 0
        ? 'Nothing that the previous pack said is another today'
        : `${changed.length} figures of the previous pack are touched by later records, and every change is explained`,
    ],
    paragraphs: [
      [packInWords(changes)],
      [
        `Each figure of that pack was asked again as at ${dateInWords(previous.asAt)}, with what is known now: ${counted(changes.compared)} sums were compared. What was said and all causes together are what it would say now; nothing is left over. The file lineage/changes.csv has every cause, also of the figures that count plans after mediation or an appeal.`,
      ],
      ...(asAt === previous.asAt
        ? []
        : [
            [
              `This pack is as at ${dateInWords(asAt)}. What the passing of the date alone changed stands in a table of its own.`,
            ],
          ]),
    ],
    tables: [
      ...(changed.length === 0 ? [] : [bridgeTable(changed)]),
      ...(texts.length === 0 ? [] : [textsTable(texts)]),
      ...behindTable(changed),
      ...(asAt === previous.asAt ? [] : changedByDateTable(figures)),
      ...(differing.length === 0 ? [] : [differingTable(differing)]),
    ],
  }
}

/** The same figures for all plans would say everything twice. */
const isToldHere = ({ view }: { readonly view: string }): boolean => view !== 'compliance-all-plans'

const counted = (count: number): string => withCommas(decimalText(count))

const packInWords = ({ previous, issuedAt }: Changes): string => {
  const { title, asAt, knownAt, size, packRoot } = previous
  const onRecord =
    issuedAt === undefined
      ? 'That it was issued was not on record yet.'
      : `That it was issued is on record at position ${counted(issuedAt)}.`
  return `The previous pack is "${title}", as at ${dateInWords(asAt)}, as known at ${instantInWords(knownAt)}, of ${counted(size)} records, pack root ${packRoot}. ${onRecord}`
}

const instantInWords = (at: Changes['previous']['knownAt']): string => {
  const date = londonDate(at)
  return at === endOfDay(date) ? `the end of ${dateInWords(date)}` : `${at} (UTC)`
}
