/**
 * What rules of a life cycle are made of: each looks at the whole path of a subject, its records
 * in order of effective date, and names the first record that breaks it.
 */
import type { EventType } from '../events/catalogue.js'
import { isOf, type LedgerRecord } from '../events/record.js'

/** The records of a subject in order of effective date. */
export type Path = readonly LedgerRecord[]

/** A record that breaks a rule, and the one it is in conflict with, where there is one. */
export interface Break {
  readonly record: LedgerRecord
  readonly against?: LedgerRecord | undefined
}

/** One rule of a life cycle. */
export interface PathRule {
  readonly name: string
  /** The rule in words. */
  readonly because: string
  /** The version of the software that first asked for it, where earlier ones did not. */
  readonly since?: string
  readonly broken: (path: Path) => Break | undefined
}

/** The path starts with one of the types; nothing is dated before it. */
export const startsWith = (...types: readonly EventType[]): PathRule => {
  const isStart = isOf(...types)
  return {
    name: 'starts-with',
    because: `It must start with ${types.join(' or ')}; nothing of it may be dated before that.`,
    broken: (path) => {
      const first = path[0]
      if (first === undefined || isStart(first)) return undefined
      return { record: first, against: path.find(isStart) }
    },
  }
}

/** No more than one record of the types together. */
export const once = (name: string, ...types: readonly EventType[]): PathRule => {
  const isOne = isOf(...types)
  return {
    name,
    because: `There may be only one ${types.join(' or ')}.`,
    broken: (path) => {
      const first = path.findIndex(isOne)
      const second = first < 0 ? -1 : path.findIndex((record, i) => i > first && isOne(record))
      return second < 0 ? undefined : { record: at(path, second), against: path[first] }
    },
  }
}

const at = (path: Path, i: number): LedgerRecord => path[i] as LedgerRecord

/** Records of some types need one of other types before them. */
export const needsBefore = (
  name: string,
  because: string,
  types: readonly EventType[],
  needed: (record: LedgerRecord) => boolean,
): PathRule => {
  const isInNeed = isOf(...types)
  return {
    name,
    because,
    broken: (path) => {
      const needs = path.findIndex(isInNeed)
      if (needs < 0) return undefined
      const met = path.findIndex(needed)
      return met < 0 || needs < met ? { record: at(path, needs), against: path[met] } : undefined
    },
  }
}

/** Nothing follows a record of this type. */
export const nothingAfter = (name: string, type: EventType): PathRule => {
  const isLast = isOf(type)
  return {
    name,
    because: `Nothing may follow ${type}.`,
    broken: (path) => {
      const last = path.findIndex(isLast)
      const record = last < 0 ? undefined : path[last + 1]
      return record && { record, against: path[last] }
    },
  }
}

/** Records of some types are not dated after the day of an end; on that day they may be. */
export const noneLater = (
  name: string,
  because: string,
  types: readonly EventType[],
  isEnd: (record: LedgerRecord) => boolean,
): PathRule => {
  const isLimited = isOf(...types)
  return {
    name,
    because,
    broken: (path) => {
      const against = path.find(isEnd)
      if (against === undefined) return undefined
      const record = path.find((each) => isLimited(each) && each.effectiveOn > against.effectiveOn)
      return record && { record, against }
    },
  }
}

/** What a record's data names by a field. */
const named = (record: LedgerRecord, field: string): unknown =>
  (record.data as Readonly<Record<string, unknown>>)[field]

/** An id is given to one record of this type only. */
export const uniqueId = (type: EventType, field: string): PathRule => ({
  name: 'id-unique',
  because: `Each ${type} of a stream needs a ${field} of its own.`,
  broken: (path) => {
    const given = path.filter((record) => record.type === type)
    if (given.length < 2) return undefined
    const first = new Map<unknown, LedgerRecord>()
    for (const record of given) {
      const against = first.get(named(record, field))
      if (against) return { record, against }
      first.set(named(record, field), record)
    }
    return undefined
  },
})

/** A record of this type needs one of another type before it that names the same id. */
export const answers = (type: EventType, needed: EventType, field: string): PathRule => ({
  name: 'answers-something',
  because: `${type} needs the ${needed} with its ${field}, not dated before it.`,
  broken: (path) => {
    if (!path.some((record) => record.type === type)) return undefined
    const known = new Set<unknown>()
    for (const record of path) {
      if (record.type === needed) known.add(named(record, field))
      if (record.type === type && !known.has(named(record, field))) {
        const against = path.find(
          (each) => each.type === needed && named(each, field) === named(record, field),
        )
        return { record, against }
      }
    }
    return undefined
  },
})
