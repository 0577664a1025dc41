/**
 * What became of the packs of earlier versions. A pack names the form of its files and the versions
 * of its views; where either is older than today's, it is verified by its figures, and what is not
 * made again any more is named. Each change is a row in `restated` of its view and a line "Restated"
 * in the changelog.
 */
import { complianceView } from '@send-ledger/compliance'
import type { Restated } from '@send-ledger/core/projection'
import { capacityView, workforceView } from '@send-ledger/workforce'
import { wsoaView } from '@send-ledger/wsoa'
import type { PackBasis, PackViewBasis } from './basis.js'

/** The form in which the files of a pack are written today: `formatVersion` of its basis. */
export const formToday = 2

/** The version of the software that first wrote the form after each. */
const formEnded: Readonly<Record<number, string>> = { 1: '0.2.0' }

/** The version of the software from which a form is not written any more. */
export const formEndedIn = (form: number): string => formEnded[form] ?? 'an unknown version'

/** A change of meaning of a view. */
export interface Restatement extends Restated {
  readonly view: string
}

/** Every change of meaning of the views of ours, each in order. */
export const restatements: readonly Restatement[] = [
  complianceView,
  capacityView,
  workforceView,
  wsoaView,
].flatMap(({ name, restated = [] }) => restated.map((each) => ({ view: name, ...each })))

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
