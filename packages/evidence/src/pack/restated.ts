/**
 * What became of the packs of earlier versions. A pack names the form of its files and the versions
 * of its views; where either is older than today's, it is verified by its figures, and what is not
 * made again any more is named. Each change is a row here and a line "Restated" in the changelog.
 */
import type { PackBasis, PackViewBasis } from './basis.js'

/** The form in which the files of a pack are written today: `formatVersion` of its basis. */
export const formToday = 2

/** The version of the software that first wrote the form after each. */
const formEnded: Readonly<Record<number, string>> = { 1: '0.2.0' }

/** The version of the software from which a form is not written any more. */
export const formEndedIn = (form: number): string => formEnded[form] ?? 'an unknown version'

/** A view that counts otherwise than it did. */
export interface Restatement {
  readonly view: string
  /** The version of the view whose meaning ended. */
  readonly version: number
  /** The version of the software since which it counts otherwise. */
  readonly since: string
  /** What is counted otherwise, in words that a reader of the figures knows. */
  readonly because: string
  /** Names of figures that a view has only since then. */
  readonly added?: readonly string[]
}

/** Every change of meaning, in order. */
export const restatements: readonly Restatement[] = [
  {
    view: 'compliance',
    version: 1,
    since: '0.2.0',
    because:
      'a conceded appeal, and mediation followed by what was refused, open a case again, and a year before the last day of February is the last day of February',
  },
  {
    view: 'capacity',
    version: 1,
    since: '0.2.0',
    because: 'a conceded appeal, and mediation followed by what was refused, open a case again',
  },
  {
    view: 'workforce',
    version: 1,
    since: '0.2.0',
    because: 'a year before the last day of February is the last day of February',
  },
  {
    view: 'workforce',
    version: 1,
    since: '0.2.0',
    because:
      'vacancies of one team are not set off against more in post than established in another',
    added: ['overEstablishmentFte'],
  },
  {
    view: 'wsoa',
    version: 1,
    since: '0.2.0',
    because:
      'the latest value of a measure is judged by the milestone that was due at its own date',
    added: ['stale'],
  },
]

/** The changes of meaning that a view of a pack has not seen. */
export const restatedSince = ({ view, version }: PackViewBasis): readonly Restatement[] =>
  restatements.filter((each) => each.view === view && each.version >= version)

/** Whether a view of a pack counts otherwise today. */
export const isRestated = (view: PackViewBasis): boolean => restatedSince(view).length > 0

/** Whether a view has a figure, told by its place or name, only since a pack was made. */
export const addedSince = (
  { views }: Pick<PackBasis, 'views'>,
  name: string,
): ((figure: string) => boolean) => {
  const restated = views.filter((view) => view.name === name).flatMap(restatedSince)
  const added = new Set(restated.flatMap((each) => each.added ?? []))
  return (figure) => figure.split(/[.:]/).some((key) => added.has(key))
}

/** Whether a pack is of an earlier form. */
export const isOlder = ({ formatVersion }: Pick<PackBasis, 'formatVersion'>): boolean =>
  formatVersion < formToday

/**
 * The basis as it would be written today: the same question to the views of today. A view that is
 * no older one of ours stays as it is, and is found out as unknown.
 */
export const asWrittenToday = (basis: PackBasis, today: readonly PackViewBasis[]): PackBasis => ({
  ...basis,
  formatVersion: formToday,
  views: basis.views.map((view) => {
    const now = today.find(({ name }) => name === view.name)
    const isEarlier = now?.view === view.view && isRestated(view)
    return isEarlier ? { ...view, version: now.version } : view
  }),
})
