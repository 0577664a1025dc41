/**
 * The views of a pack for the public: canonical JSON, with the figures as the public sees them.
 */
import { canonicalJson } from '@send-ledger/core/records'
import type { PublishedAnswers } from '@send-ledger/disclosure'
import { plainPublished } from '@send-ledger/disclosure'
import { listed, type PackAnswers } from '../pack/answers.js'
import { viewPath } from '../pack/layout.js'

/** What is needed to write views for the public. */
export interface ViewsMade {
  readonly published: PublishedAnswers['published']
  readonly symbol: string
  /** What a text is called in this pack; the name of a subject is another one in each pack. */
  readonly subjectName: (text: string) => string
}

/** The views in plain JSON by their names. */
export const publicViews = (
  answers: PackAnswers,
  { published, symbol, subjectName }: ViewsMade,
): ReadonlyMap<string, unknown> =>
  new Map(
    listed(answers).map(([name, { answer }]) => {
      const view = renamed(plainPublished(published(name, answer)), subjectName) as Plain
      if (name === 'wsoa') return [name, programmes(view, symbol)] as const
      return [name, name === 'workforce' ? withoutDangling(view) : view] as const
    }),
  )

/** A value with each text in it renamed. */
const renamed = (value: unknown, name: (text: string) => string): unknown => {
  if (typeof value === 'string') return name(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => renamed(each, name))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each, name)]))
}

/** The text of each view by its path. */
export const publicViewFiles = (
  answers: PackAnswers,
  views: ReadonlyMap<string, unknown>,
): readonly (readonly [path: string, text: string])[] =>
  listed(answers).map(([name, { basis }]) => [
    viewPath(name),
    `${canonicalJson({ basis, view: views.get(name) })}\n`,
  ])

type Plain = Readonly<Record<string, unknown>>

/**
 * What a measure of impact last came to is recorded in words of the council: it may be of few
 * people, and disclosure control cannot reckon with it.
 */
const programmes = (view: Plain, symbol: string): Plain => ({
  ...withoutDangling(view),
  measures: (view.measures as readonly Plain[]).map((measure) => ({
    ...measure,
    latest: symbol,
    met: symbol,
    milestone: symbol,
    projected: symbol,
  })),
})

/** References name subjects, and how many workers refer to no post would be a count of people. */
const withoutDangling = ({ dangling: _, ...view }: Plain): Plain => view
