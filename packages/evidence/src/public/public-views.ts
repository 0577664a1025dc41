/**
 * The views of a pack for the public: canonical JSON, with the figures as the public sees them.
 */
import { canonicalJson } from '@send-ledger/core'
import type { PublishedAnswers } from '../disclosure/answers.js'
import { plainPublished } from '../disclosure/in-plain.js'
import { listed, type PackAnswers } from '../pack/answers.js'
import { viewPath } from '../pack/layout.js'

/** What is needed to write views for the public. */
export interface ViewsMade {
  readonly published: PublishedAnswers['published']
  readonly symbol: string
  /** The name of a subject in this pack, and in no other. */
  readonly pseudonym: (subject: string) => string
}

/** The views in plain JSON by their names. */
export const publicViews = (
  answers: PackAnswers,
  { published, symbol, pseudonym }: ViewsMade,
): ReadonlyMap<string, unknown> =>
  new Map(
    listed(answers).map(([name, { answer }]) => {
      const view = plainPublished(published(name, answer)) as Plain
      if (name === 'wsoa') return [name, programmes(view, symbol, pseudonym)] as const
      return [name, name === 'workforce' ? withoutWorkers(view) : view] as const
    }),
  )

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
 * people, and disclosure control cannot reckon with it. References to what is not on record keep
 * their number and get other names.
 */
const programmes = (view: Plain, symbol: string, pseudonym: (subject: string) => string): Plain => {
  const { measures, dangling } = view as {
    readonly measures: readonly Plain[]
    readonly dangling: readonly { readonly from: string; readonly to: string }[]
  }
  return {
    ...view,
    measures: measures.map((measure) => ({
      ...measure,
      latest: symbol,
      met: symbol,
      milestone: symbol,
      projected: symbol,
    })),
    dangling: dangling
      .map(({ from, to, ...rest }) => ({ ...rest, from: pseudonym(from), to: pseudonym(to) }))
      .sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1)),
  }
}

/** How many workers refer to a post that is not on record would be a count of people. */
const withoutWorkers = ({ dangling: _, ...view }: Plain): Plain => view
