/**
 * What is given for a pack for the public: the policy, and the packs that are public already.
 */

import { defaultPolicy, explainDisclosure, type Policy, policyOf } from '@send-ledger/disclosure'
import type { Pack, PackOrder } from '@send-ledger/evidence'
import { smallFile } from '@send-ledger/evidence/sign'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { notDone, type Outcome, reasonOf, wrongUse } from '../stop.js'
import { packGiven } from './issue.js'

/** The options of the command. */
export interface PublicOptions {
  readonly public?: boolean
  readonly policy?: string
  readonly published?: readonly string[]
}

/** What is asked of a pack for the public; undefined where it is one for the council. */
export const publicOrderOf = async ({
  public: isPublic,
  policy: file,
  published = [],
}: PublicOptions): Promise<Outcome<PackOrder['public']>> => {
  if (isPublic !== true) {
    const given = file === undefined ? published.length > 0 && '--published' : '--policy'
    return given === false
      ? E.right(undefined)
      : wrongUse(`${given} is for a pack for the public. Add --public, or leave it out.`)
  }
  const policy = file === undefined ? E.right(defaultPolicy) : await policyIn(file)
  if (E.isLeft(policy)) return policy
  const earlier: NonNullable<PackOrder['previous']>[] = []
  for (const path of published) {
    const pack = packGiven('--published', path)
    if (E.isLeft(pack)) return pack
    earlier.push(pack.right)
  }
  return E.right({ policy: policy.right, earlier })
}

const policyIn = async (file: string): Promise<Outcome<Policy>> => {
  const text = await TE.tryCatch(() => smallFile(file), reasonOf)()
  if (E.isLeft(text)) return notDone(`${file} could not be read: ${text.left}. Check --policy.`)
  const json = E.tryCatch((): unknown => JSON.parse(withoutMark(text.right)), E.toError)
  if (E.isLeft(json)) return wrongUse(`${file} is no JSON, so it is no policy. Give a JSON object.`)
  const policy = policyOf(json.right)
  return E.isLeft(policy) ? wrongUse(`${file}: ${explainDisclosure(policy.left)}`) : policy
}

/** The text of a file; editors on Windows may put a mark of its encoding before it. */
const withoutMark = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** What was hidden, in sentences. Why is for the council only: it helps to work counts out. */
export const publicInWords = ({ basis, hidden }: Pack): readonly string[] => {
  const { public: made, previous } = basis
  if (made === undefined || hidden === undefined) return []
  const { earlier, notToldAgain, proved } = made
  const before =
    earlier.length === 1 ? '1 earlier public pack' : `${earlier.length} earlier public packs`
  const isOfCouncil =
    previous !== null && !earlier.some(({ packRoot }) => packRoot === previous.packRoot)
  return [
    `For the public: of ${hidden.of} figures, ${hidden.small} are hidden because they count few people, and ${hidden.others} because one of those could be worked out with them.`,
    `For each hidden count the auditor proved another value possible, given all that this pack and ${before} show. It proved no more than that: who knows more can work out more.`,
    proved.length === 0
      ? 'No record is proved by itself, for none may be shown; the signature covers every file.'
      : `${proved.length} records are proved one by one.`,
    ...(isOfCouncil
      ? [
          'The previous pack is for the council: its figures are not compared, and nobody is taken to know them.',
        ]
      : []),
    ...(notToldAgain === 0
      ? []
      : [
          `Reports not told again, since their figures would give away what is hidden: ${notToldAgain}. Who has them may work out more.`,
        ]),
  ]
}
