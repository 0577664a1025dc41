/**
 * The views of ours by their names, each loaded when it is asked for; beside them stand those of
 * the council's own.
 */
import type { OwnView } from '@send-ledger/evidence'
import * as E from 'fp-ts/lib/Either.js'
import { type Outcome, wrongUse } from '../stop.js'

const ours: Readonly<Record<string, () => Promise<OwnView>>> = {
  compliance: async () => (await import('@send-ledger/compliance')).complianceView,
  wsoa: async () => (await import('@send-ledger/wsoa')).wsoaView,
  workforce: async () => (await import('@send-ledger/workforce')).workforceView,
  capacity: async () => (await import('@send-ledger/workforce')).capacityView,
}

/** The names of the views of ours. */
export const viewNames: readonly string[] = Object.keys(ours)

/** Whether a text names a view of ours. */
export const isViewName = (text: string): boolean => Object.hasOwn(ours, text)

/** All views of ours. */
export const ourViews = (): Promise<readonly OwnView[]> =>
  Promise.all(Object.values(ours).map((load) => load()))

/** The view of a name: one of the council's own, or one of ours. */
export const viewNamed = async (
  name: string,
  own: readonly OwnView[],
): Promise<Outcome<OwnView>> => {
  const view = own.find((each) => each.name === name)
  if (view !== undefined) return E.right(view)
  if (isViewName(name)) return E.right(await (ours[name] as () => Promise<OwnView>)())
  const names = [...viewNames, ...own.map((each) => each.name)].join(', ')
  return wrongUse(`there is no view ${name}. Ask for one of ${names}.`)
}
