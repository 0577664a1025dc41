/**
 * Records of event types of a council's own whose declarations are not at hand: they are told of
 * beside the output, for what they say is not in it.
 */
import { explainNotChecked } from '@send-ledger/evidence/verify'
import type { Terminal } from './terminal.js'

/** Says how many records of which types are not understood; nothing where there are none. */
export const sayCarried = async (
  { say, quiet }: Pick<Terminal, 'say' | 'quiet'>,
  carried: ReadonlyMap<string, number>,
): Promise<void> => {
  if (carried.size === 0 || quiet) return
  const types = [...carried].map(([type, records]) => ({ type, records }))
  await say(`Not checked: ${explainNotChecked({ _tag: 'NotUnderstood', types })}`)
}
