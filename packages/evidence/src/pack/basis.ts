/**
 * The basis of a pack, `basis.json`: with the records it is everything needed to make the pack's
 * views, tables, lineage, charts and report again, byte for byte.
 */
import { CivilDate, Instant } from '@send-ledger/core'
import { canonicalJson } from '@send-ledger/core/records'
import { Policy } from '@send-ledger/disclosure'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/** What an earlier pack said otherwise than the software of today works it out. */
const said = t.readonly(
  t.strict({
    view: t.string,
    figure: t.string,
    said: t.union([t.string, t.number, t.boolean, t.null]),
    derived: t.union([t.string, t.number, t.boolean, t.null]),
  }),
)

const counting = t.keyof({ exclusive: null, inclusive: null })

const asked = {
  title: t.string,
  asAt: CivilDate,
  knownAt: Instant,
  /** Number of records. */
  size: t.number,
  /** Merkle root over them, base64. */
  root: t.string,
  ruleSet: t.string,
  counting,
}

const view = t.readonly(
  t.strict({
    name: t.string,
    view: t.string,
    version: t.number,
    options: t.UnknownRecord,
  }),
)

const previous = t.readonly(
  t.intersection([
    t.strict({
      ...asked,
      /** SHA-256 of its `tagmanifest-sha256.txt`, in hexadecimal digits. */
      packRoot: t.string,
      /** Its checkpoint, word for word. */
      checkpoint: t.string,
      /** Figures that it gave, and that its own records do not give today: none, most often. */
      differing: t.readonlyArray(said),
    }),
    t.exact(
      t.partial({
        /** Views of the council's own that it asked with other options than this pack. */
        views: t.readonlyArray(view),
      }),
    ),
  ]),
)

/** A pack that is public already, and was reckoned with. */
const reckonedWith = t.readonly(
  t.strict({ title: t.string, asAt: CivilDate, knownAt: Instant, packRoot: t.string }),
)

const forThePublic = t.readonly(
  t.strict({
    policy: t.exact(Policy),
    /** The packs whose figures everybody was taken to know. */
    earlier: t.readonlyArray(reckonedWith),
    /** The positions of the records that are proved one by one. */
    proved: t.readonlyArray(t.number),
    /** How many reports on record are not told again, so that they give nothing away. */
    notToldAgain: t.number,
  }),
)

const forAnyone = t.readonly(
  t.strict({
    format: t.literal('send-ledger-pack'),
    /** The form of its files; see `restated.ts`. */
    formatVersion: t.union([t.literal(1), t.literal(2)]),
    ...asked,
    /** For whom the pack is made. */
    to: t.union([t.string, t.null]),
    /** What the ledger calls itself. */
    origin: t.string,
    views: t.readonlyArray(view),
    software: t.readonly(t.strict({ name: t.string, version: t.string })),
    previous: t.union([previous, t.null]),
  }),
)

/** Only a pack for the public says by which policy, and which packs were reckoned with. */
const basis = t.intersection([forAnyone, t.exact(t.partial({ public: forThePublic }))])

/** What a pack for the public rests on besides. */
export type PublicBasis = t.TypeOf<typeof forThePublic>

/** What a pack rests on. */
export type PackBasis = t.TypeOf<typeof basis>

/** The pack that was issued before, as far as the new one needs it. */
export type PreviousBasis = t.TypeOf<typeof previous>

/** A figure that an earlier pack gave, and that its records do not give today. */
export type SaidOtherwise = t.TypeOf<typeof said>

/** A view of a pack, and how it was asked. */
export type PackViewBasis = t.TypeOf<typeof view>

/** The text of a basis: canonical JSON and a final line feed. Source: RFC 8785. */
export const basisText = (of: PackBasis): string => `${canonicalJson(of)}\n`

/** The text is no basis of a pack. */
export interface BasisMalformed {
  readonly _tag: 'BasisMalformed'
  /** The field that is wrong; empty where the text is no JSON, or not in its one canonical form. */
  readonly at: string
}

/**
 * The basis of a text.
 *
 * Errors: BasisMalformed. A text that is not the canonical one of its basis is refused, so that
 * nothing stands in it that is not read.
 */
export const readBasis = (text: string): E.Either<BasisMalformed, PackBasis> => {
  const json = E.tryCatch((): unknown => JSON.parse(text), E.toError)
  if (E.isLeft(json)) return E.left({ _tag: 'BasisMalformed', at: '' })
  const decoded = basis.decode(json.right)
  if (E.isLeft(decoded)) {
    return E.left({ _tag: 'BasisMalformed', at: placeOf(decoded.left[0]?.context ?? []) })
  }
  const isSame = isCanonical(decoded.right, text)
  return isSame ? decoded : E.left({ _tag: 'BasisMalformed', at: '' })
}

/** The path of a field; which part of an intersection it stands in says nothing. */
const placeOf = (context: t.Context): string =>
  context
    .filter((_, i) => i > 0 && !(context[i - 1]?.type instanceof t.IntersectionType))
    .map(({ key }) => key)
    .join('.')

const isCanonical = (of: PackBasis, text: string): boolean => {
  try {
    return basisText(of) === text
  } catch {
    // What JSON can be read from and canonical JSON cannot be written: half of a surrogate pair.
    return false
  }
}
