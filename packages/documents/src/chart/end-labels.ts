/**
 * Labels at the ends of lines, moved apart where they would cover each other.
 */
import type { Xml } from '../model/xml.js'
import { lineAt } from './drawing.js'
import { ink } from './palette.js'
import { linesOf, textAt } from './text.js'

/** The label of a line, and the point where the line ends. */
export interface EndLabel {
  readonly label: string
  readonly value: string
  readonly from: readonly [x: number, y: number]
}

/** The room for labels. */
export interface Room {
  readonly x: number
  readonly top: number
  readonly bottom: number
}

const lineHeight = 16
const wide = 130

/** The labels from top to bottom, each with a thin line to the end that it names. */
export const endLabels = (labels: readonly EndLabel[], room: Room): readonly Xml[] => {
  const blocks = labels
    .map((each) => {
      const lines = linesOf(each.label, wide)
      return { ...each, lines, height: (lines.length + 1) * lineHeight + 6 }
    })
    .sort((a, b) => a.from[1] - b.from[1])
  const tops = apart(
    blocks.map(({ from: [, y], height }) => ({ wanted: y - height / 2, height })),
    room,
  )
  return blocks.flatMap(({ from, value, lines }, i) => {
    const top = tops[i] ?? 0
    return [
      lineAt(from, [room.x + 10, top + 12], ink.quiet),
      textAt(room.x + 14, top + lineHeight, value, { weight: 'bold' }),
      ...lines.map((line, n) => textAt(room.x + 14, top + (n + 2) * lineHeight, line)),
    ]
  })
}

/** Tops as near as they can be to where they are wanted, none over another, all in the room. */
const apart = (
  blocks: readonly { readonly wanted: number; readonly height: number }[],
  { top, bottom }: Room,
): readonly number[] => {
  const tops: number[] = []
  let free = top - 14
  for (const { wanted, height } of blocks) {
    tops.push(Math.max(wanted, free))
    free = (tops.at(-1) ?? 0) + height
  }
  let limit = bottom + 30
  for (let i = blocks.length - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i] ?? 0, limit - (blocks[i]?.height ?? 0))
    limit = tops[i] ?? 0
  }
  return tops
}
