/**
 * The colours of charts, and the text that can be read on them.
 *
 * Dark and light take turns, so that neighbours differ when printed in grey. Colour never stands
 * alone: every line and bar has its label.
 * Source: Government Analysis Function, data visualisation: colours in charts.
 */

/** A colour, and the colour of text on it at a contrast of 4.5 or more. */
export interface Paint {
  readonly fill: string
  readonly text: string
}

const paints: readonly Paint[] = [
  { fill: '#12436D', text: '#FFFFFF' },
  { fill: '#28A197', text: '#0B0C0C' },
  { fill: '#801650', text: '#FFFFFF' },
  { fill: '#F46A25', text: '#0B0C0C' },
  { fill: '#3D3D3D', text: '#FFFFFF' },
  { fill: '#A285D1', text: '#0B0C0C' },
]

/** The colour of the series with this number; after the sixth they come again. */
export const paintOf = (series: number): Paint => paints[series % paints.length] as Paint

/** The colours of text, of lines that help reading, and of the paper. */
export const ink = { text: '#0B0C0C', quiet: '#505A5F', grid: '#D9DCDD', paper: '#FFFFFF' } as const
