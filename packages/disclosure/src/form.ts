/**
 * Sums of unknowns by their numbers: the form in which the auditor reckons with them.
 */
import type { Combination } from './table.js'

/** How often each unknown counts in a sum, by the unknown's number; none with zero. */
export type Form = ReadonlyMap<number, number>

/** What a sum, or each unknown, would be more than in truth. */
export type Move = ReadonlyMap<number, number>

/** A sum as a form; undefined where it names an unknown that there is not. */
export const formOf = (
  combination: Combination,
  numbers: ReadonlyMap<string, number>,
): Form | undefined => {
  const form = new Map<number, number>()
  for (const { unknown, times } of combination) {
    const number = numbers.get(unknown)
    if (number === undefined) return undefined
    add(form, number, times)
  }
  return form
}

/** Forms added up, each so many times. */
export const sumOf = (...parts: readonly (readonly [times: number, form: Form])[]): Form => {
  const sum = new Map<number, number>()
  for (const [times, form] of parts) {
    for (const [unknown, each] of form) add(sum, unknown, times * each)
  }
  return sum
}

/** Adds to one place of a form, and leaves nothing there where zero is left. */
export const add = (form: Map<number, number>, unknown: number, times: number): void => {
  const sum = (form.get(unknown) ?? 0) + times
  if (sum === 0) form.delete(unknown)
  else form.set(unknown, sum)
}

/** What a form comes to. */
export const amountOf = (form: Form, values: readonly number[]): number => {
  let value = 0
  for (const [unknown, times] of form) value += times * (values[unknown] as number)
  return value
}

/** By how much a move changes what a form comes to. */
export const changeOf = (form: Form, move: Move): number => {
  let change = 0
  if (form.size <= move.size) {
    for (const [unknown, times] of form) change += times * (move.get(unknown) ?? 0)
  } else {
    for (const [unknown, by] of move) change += by * (form.get(unknown) ?? 0)
  }
  return change
}

/** The same, added up in numbers that are certainly exact; undefined where they are too large. */
export const exactChangeOf = (form: Form, move: Move): number | undefined => {
  let change = 0
  for (const [unknown, times] of form) {
    const by = times * (move.get(unknown) ?? 0)
    change += by
    if (!Number.isSafeInteger(by) || !Number.isSafeInteger(change)) return undefined
  }
  return change
}
