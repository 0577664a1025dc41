/**
 * An event of a council's own: declared, recorded beside ours, and counted by a view of its own.
 * This one is a panel that meets about a case.
 */
// #region event
import { code, eventTypes, localType, needsBefore } from '@send-ledger/core/own-events'
import { builderOf } from 'send-ledger'

export const panelHeld = localType({
  name: 'walsall.PanelHeld',
  category: 'case',
  dateMeans: 'the day on which the panel met',
  fields: { outcome: code('agreed', 'deferred') },
  rules: [
    needsBefore(
      'panel-needs-request',
      'A panel needs the request that it is about, not dated after it.',
      ['walsall.PanelHeld'],
      ({ type }) => type === 'RequestReceived',
    ),
  ],
})

/** What a ledger is opened with: `openLedger('walsall.sqlite', { types })`. */
export const types = eventTypes(panelHeld)

/** `ledger.record(panel('case-1042', '2021-02-01', { outcome: 'agreed' }))` */
export const panel = builderOf(panelHeld)

// #endregion event

// #region view
import type { CivilDate, View } from '@send-ledger/core'
import { type EventTypeOf, onLocal } from '@send-ledger/core/own-events'
import type { Projection, Sum } from '@send-ledger/core/projection'

interface PanelFacts {
  agreedOn: CivilDate | undefined
}

/** It looks at none of our events, so it leaves all of them aside. */
const panels: Projection<PanelFacts, 'case', 'agreed', EventTypeOf<'case'>> = {
  name: 'walsall-panels',
  version: 1,
  category: 'case',
  initial: () => ({ agreedOn: undefined }),
  on: {},
  local: [
    onLocal(panelHeld, (facts, { effectiveOn, data }) => {
      if (data.outcome === 'agreed') facts.agreedOn = effectiveOn
    }),
  ],
  steps: ({ agreedOn }, count) => {
    if (agreedOn) count.step('agreed', agreedOn)
  },
}

export const panelsView: View<'agreed', object, { readonly agreed: Sum }> = {
  name: 'walsall-panels',
  version: 1,
  projections: [panels],
  usesLaw: false,
  defaults: {},
  answer: (read) => ({ agreed: read.at('agreed') }),
}
// #endregion view
