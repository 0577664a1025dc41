/**
 * The file of changes since the pack before: a line for each figure and cause.
 */
import type { Changes } from './changes.js'
import type { Content } from './content.js'
import { csvLine, TextPieces } from './csv-lines.js'

/** The bytes of `lineage/changes.csv`. */
export const changesFile = ({ figures }: Changes): Content => {
  const text = new TextPieces()
  text.add(csvLine(columns))
  for (const { view, figure, part, causes } of figures) {
    for (const { kind, subject, change, record } of causes) {
      text.add(
        csvLine([
          view,
          figure,
          part,
          kind,
          subject,
          change,
          record?.position ?? '',
          record?.type ?? '',
          record?.effectiveOn ?? '',
          record?.recordedAt ?? '',
        ]),
      )
    }
  }
  return text.content()
}

const columns = [
  'view',
  'figure',
  'part',
  'kind',
  'subject',
  'change',
  'position',
  'type',
  'effectiveOn',
  'recordedAt',
] as const
