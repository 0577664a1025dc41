/**
 * What a report for the public hides, and why, in words.
 */
import { hiddenRange, type Policy } from '@send-ledger/disclosure'
import type { Raw, Section } from '@send-ledger/documents'

/** The section. It says nothing of which figures are hidden for their own sake. */
export const policySection = (policy: Policy, notToldAgain: number): Section<Raw> => {
  const [least, most] = hiddenRange(policy)
  const { roundingBase, symbol } = policy
  return {
    id: 'what-is-hidden',
    topic: 'What is hidden',
    heading: [`Counts of ${least} to ${most} people are hidden, and what would give them away`],
    paragraphs: [
      [
        'A hidden figure is shown as [c]. It is small itself, or somebody could work out a small ' +
          'one with it; which of the two is not told, so [c] says nothing of the size of a figure.',
      ],
      [
        'It was proved for each hidden count that it could have another value with everything in ' +
          'this pack, in the earlier packs and reports that were reckoned with, and in the law as ' +
          'it is. It was not proved that no value is likelier than another.',
      ],
      ...(roundingBase === undefined
        ? []
        : [[`Counts of people are shown as the nearest multiple of ${roundingBase}.`]]),
      ...(symbol === '[c]' ? [] : [[`In the views a hidden figure is ${symbol}.`]]),
      ...(notToldAgain === 0
        ? []
        : [
            [
              'Reports on record whose figures would give away what is hidden are not told again: ' +
                `${notToldAgain}. Who has them may know more than this pack gives.`,
            ],
          ]),
      [
        'Left out are the records, the list of subjects behind each figure, how soon each type of ' +
          'record was made, the words of feedback, of risks and of answers, and what measures of ' +
          'impact last came to.',
      ],
    ],
    charts: [],
    tables: [],
    notes: [],
  }
}
