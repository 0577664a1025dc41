/**
 * Actions of a programme as they stood at a date, quoted from their records.
 */
import type { CivilDate, StreamId } from '@send-ledger/core'
import { happenedBy, ofType, type RecordsRead } from './records-read.js'

/** An action as it stood. */
export interface ActionRow {
  /** Its number in the plan, such as 3.14. */
  readonly number: string
  readonly title: string
  /** The role that owns it. */
  readonly owner: string
  readonly dueFirst: CivilDate
  readonly dueNow: CivilDate
  /** The code of its rating, and since when; undefined where it has none. */
  readonly rated: { readonly code: string; readonly on: CivilDate } | undefined
}

/** The actions of these subjects in the order of their numbers. */
export const actionRows = (
  records: RecordsRead,
  subjects: readonly StreamId[],
  asAt: CivilDate,
): readonly ActionRow[] =>
  subjects
    .flatMap((subject) => {
      const happened = happenedBy(records, subject, asAt)
      const agreed = ofType(happened, 'ActionAgreed')[0]
      if (agreed === undefined) return []
      const { number, title, owner, dueOn } = agreed.data
      const rating = ofType(happened, 'ActionRagChanged').at(-1)
      return [
        {
          number: String(number),
          title,
          owner,
          dueFirst: dueOn,
          dueNow: ofType(happened, 'ActionRebaselined').at(-1)?.data.dueOn ?? dueOn,
          rated: rating && { code: rating.data.rag, on: rating.effectiveOn },
        },
      ]
    })
    .sort(byNumber)

/** 3.2 comes before 3.14. */
const byNumber = (a: ActionRow, b: ActionRow): number => {
  const [x, y] = [partsOf(a.number), partsOf(b.number)]
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [left = '', right = ''] = [x[i], y[i]]
    if (left === right) continue
    const numbers = /^\d+$/.test(left) && /^\d+$/.test(right) ? Number(left) - Number(right) : 0
    return numbers || (left < right ? -1 : 1)
  }
  return 0
}

const partsOf = (number: string): readonly string[] => number.match(/\d+|\D+/g) ?? []
