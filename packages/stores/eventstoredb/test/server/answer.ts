/**
 * One answer to one call, and the faults that can come between.
 */
import type { sendUnaryData } from '@grpc/grpc-js'
import type { Fault } from './faults.js'
import { type Called, type Caller, enter, type Node } from './node.js'
import { type Failure, notLeader, tooLarge, unavailable } from './statuses.js'

/** A message, or how the call fails. */
export type Answer<A> = { readonly message: A } | { readonly failure: Failure }

/** Answers a call by what `apply` does, unless it is refused or a fault waits for it. */
export const answer = <A>(
  node: Node,
  caller: Caller,
  called: Called,
  send: sendUnaryData<A>,
  apply: () => Answer<A>,
): void => {
  const give = (given: Answer<A>): void => {
    if ('message' in given) send(null, given.message)
    else send(given.failure)
  }
  const { refused, fault } = enter(node, caller, called)
  if (refused !== undefined) give({ failure: refused })
  else if (fault?._tag === 'ResetsConnection') {
    if (fault.applied === true) apply()
    node.reset(caller.getPeer())
  } else if (fault?._tag === 'AnswersLate') {
    const given = apply()
    setTimeout(() => give(given), fault.ms).unref()
  } else if (fault?._tag !== 'NeverAnswers') {
    give(faulty(node, fault, apply))
  }
}

const faulty = <A>(node: Node, fault: Fault | undefined, apply: () => Answer<A>): Answer<A> => {
  switch (fault?._tag) {
    case 'FailsAfterApplying':
      apply()
      return { failure: unavailable() }
    case 'FailsBeforeApplying':
      return { failure: unavailable() }
    case 'NotLeader':
      return { failure: notLeader(fault.host, fault.port) }
    case 'TooLarge':
      return { failure: tooLarge(node.maxAppendSize) }
    default:
      return apply()
  }
}
