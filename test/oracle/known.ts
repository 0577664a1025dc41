/**
 * An independent computation of every figure, written from the definitions alone. It shares no
 * code with the packages: records in, plain JSON out, by brute force over what is known.
 */

/** A record as any reader of an export has it. */
export interface Kept {
  readonly id: string
  readonly type: string
  readonly stream: string
  readonly position: number
  readonly effectiveOn: string
  // biome-ignore lint/suspicious/noExplicitAny: the oracle reads whatever was recorded
  readonly data: any
}

const day = 86_400_000

/** Days since 1970. */
export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day

/** The date so many days on. */
export const plusDays = (date: string, days: number): string =>
  new Date((dayNumber(date) + days) * day).toISOString().slice(0, 10)

/** The same day so many months on, or the last of the month where there is none. */
export const plusMonths = (date: string, months: number): string => {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number)
  const last = new Date(Date.UTC(y, m - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(y, m - 1 + months, Math.min(d, last))).toISOString().slice(0, 10)
}

/** The same day of the year before; the last of February for the last of February. */
export const yearEarlier = (date: string): string => {
  const [y = 0] = date.split('-').map(Number)
  const next = plusDays(date, 1)
  return next.endsWith('-03-01')
    ? plusDays(`${y - 1}-03-01`, -1)
    : `${String(y - 1).padStart(4, '0')}${date.slice(4)}`
}

/** The last day of a month `YYYY-MM`. */
export const endOf = (month: string): string => plusDays(plusMonths(`${month}-01`, 1), -1)

/** Every month from one to another. */
export const monthsOf = (from: string, to: string): string[] => {
  const months: string[] = []
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); ) {
    months.push(month)
    month = plusMonths(`${month}-01`, 1).slice(0, 7)
  }
  return months
}

/** What is known at a size and had happened by a date, by stream, in effective order. */
export const knownBy = (
  records: readonly Kept[],
  size: number,
  asAt: string,
): ReadonlyMap<string, readonly Kept[]> => {
  const known = new Map<string, Kept>()
  for (const record of records.filter(({ position }) => position < size)) {
    const { type, data } = record
    if (type === 'EventRetracted') known.delete(data.retracts)
    else if (type === 'EventCorrected') {
      const mended = known.get(data.corrects)
      if (!mended) continue
      known.set(mended.id, {
        ...mended,
        effectiveOn: data.effectiveOn ?? mended.effectiveOn,
        data: data.data ?? mended.data,
      })
    } else known.set(record.id, record)
  }
  const streams = new Map<string, Kept[]>()
  for (const record of known.values()) {
    if (record.effectiveOn > asAt) continue
    streams.set(record.stream, [...(streams.get(record.stream) ?? []), record])
  }
  for (const stream of streams.values()) {
    stream.sort((a, b) =>
      a.effectiveOn === b.effectiveOn
        ? a.position - b.position
        : a.effectiveOn < b.effectiveOn
          ? -1
          : 1,
    )
  }
  return streams
}

/** The streams of a category. */
export const streamsOf = (
  known: ReadonlyMap<string, readonly Kept[]>,
  category: string,
): readonly (readonly [string, readonly Kept[]])[] =>
  [...known].filter(([id]) => id.startsWith(`${category}-`)).sort(([a], [b]) => (a < b ? -1 : 1))

/** Rounded half up by hand, on text: `n / d` with one decimal. */
export const tenths = (n: number, d: number): string | null => {
  if (d === 0) return null
  const scaled = (Math.abs(n) * 20 + d) / (2 * d)
  const whole = Math.floor(scaled + 1e-9)
  return `${n < 0 && whole > 0 ? '-' : ''}${Math.floor(whole / 10)}.${whole % 10}`
}
