/**
 * The difference between the steps of a subject before a record and after it. Both are nearly the
 * same: a record most often adds to what a subject counts for.
 */

/** Triples (number of the measure, day, change), one after the other, in a part of a column. */
export interface Steps {
  readonly numbers: Float64Array
  readonly from: number
  readonly to: number
}

/** Told of each step that came or went. */
export type StepChange = (measure: number, day: number, change: number) => void

/** Tells what must be added to the steps `before` to make them those `after`. */
export const difference = (before: Steps, after: Steps, tell: StepChange): void => {
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const gone = { numbers: before.numbers, from: before.from + start, to: before.to - end }
  const came = { numbers: after.numbers, from: after.from + start, to: after.to - end }
  if (gone.to === gone.from) tellAll(came, tell)
  else if (gone.to - gone.from <= fewSteps) pairOff(gone, came, tell)
  else netOff(gone, came, tell)
}

/** Most often nothing goes. */
const tellAll = ({ numbers, from, to }: Steps, tell: StepChange): void => {
  for (let i = from; i < to; i += 3) {
    tell(numbers[i] as number, numbers[i + 1] as number, numbers[i + 2] as number)
  }
}

/** Length of the triples with which both begin. */
const commonStart = (before: Steps, after: Steps): number => {
  const length = Math.min(before.to - before.from, after.to - after.from)
  const [a, b] = [before.from, after.from]
  let i = 0
  while (i < length && before.numbers[a + i] === after.numbers[b + i]) i++
  return i - (i % 3)
}

/** Length of the triples with which both end, none of those at the start among them. */
const commonEnd = (before: Steps, after: Steps, start: number): number => {
  const length = Math.min(before.to - before.from, after.to - after.from) - start
  const [a, b] = [before.to - 1, after.to - 1]
  let i = 0
  while (i < length && before.numbers[a - i] === after.numbers[b - i]) i++
  return i - (i % 3)
}

/** So many steps are looked through for each other one; more are counted by their text. */
const fewSteps = 3 * 100

/** Looks for each step that came among those that went. */
const pairOff = (gone: Steps, came: Steps, tell: StepChange): void => {
  const { numbers: before } = gone
  const { numbers: after } = came
  /** The places of those that went, until they are paired. */
  const left: (number | undefined)[] = []
  for (let at = gone.from; at < gone.to; at += 3) left.push(at)
  for (let i = came.from; i < came.to; i += 3) {
    const paired = placeIn(before, left, after, i)
    if (paired < 0) tell(after[i] as number, after[i + 1] as number, after[i + 2] as number)
    else left[paired] = undefined
  }
  for (const at of left) {
    if (at === undefined) continue
    tell(before[at] as number, before[at + 1] as number, -(before[at + 2] as number))
  }
}

/** Which of some places has the same step as another one; -1 where none has. */
const placeIn = (
  numbers: Float64Array,
  places: readonly (number | undefined)[],
  others: Float64Array,
  i: number,
): number => {
  const measure = others[i]
  for (let k = 0; k < places.length; k++) {
    const at = places[k]
    if (at === undefined || numbers[at] !== measure) continue
    if (numbers[at + 1] === others[i + 1] && numbers[at + 2] === others[i + 2]) return k
  }
  return -1
}

/** Counts how often each step came, less how often it went. */
const netOff = (gone: Steps, came: Steps, tell: StepChange): void => {
  const net = new Map<string, number>()
  const count = ({ numbers, from, to }: Steps, times: 1 | -1): void => {
    for (let i = from; i < to; i += 3) {
      const key = `${numbers[i]} ${numbers[i + 1]} ${numbers[i + 2]}`
      net.set(key, (net.get(key) ?? 0) + times)
    }
  }
  count(came, 1)
  count(gone, -1)
  for (const [key, times] of net) {
    const [measure = 0, day = 0, change = 0] = key.split(' ').map(Number)
    for (let i = 0; i < Math.abs(times); i++) tell(measure, day, times < 0 ? -change : change)
  }
}
