/**
 * How a view describes what may be asked of it beside its dates: each option once, as data. From
 * that follow the flags of the command, the fields of a page, what is refused, and the words of a
 * basis.
 */
import type { CivilDate } from '../time/civil-date.js'
import type {
  Choice,
  DateForm,
  Form,
  ListForm,
  MonthForm,
  NumberByName,
  NumberForm,
  TextForm,
  YesNo,
} from './option-forms.js'

/** What an option is called, for people. */
export interface Labelled {
  /** What stands before its field, such as `First month`. */
  readonly label: string
  /** What it does, as help says it: `the first month of the series`. */
  readonly help: string
}

/** An option that has options of its own, and is asked for where one of them is. */
export interface Group<Name extends string = string, Of = Readonly<Record<Name, PartOf<unknown>>>> {
  readonly kind: 'group'
  readonly of: Of
  /** Those without which the others say nothing. */
  readonly needs: readonly Name[]
}

/** The form in which a single value of a type is given. */
export type OneFormOf<Value> = [Value] extends [boolean]
  ? YesNo
  : [Value] extends [number]
    ? NumberForm
    : [Value] extends [CivilDate]
      ? DateForm
      : [Value] extends [string]
        ? string extends Value
          ? TextForm | MonthForm
          : Choice<Value>
        : never

/** The form in which a value of a type is given: single, or several. */
export type ValueFormOf<Value> = unknown extends Value
  ? Form
  : [Value] extends [readonly (infer Each)[]]
    ? ListForm<OneFormOf<Each>>
    : string extends keyof Value
      ? NumberByName
      : OneFormOf<Value>

/** A part of a group described. */
export type PartOf<Value> = Labelled & ValueFormOf<Value>

/** An option described. */
export type OptionOf<Value> = unknown extends Value
  ? Labelled & (Form | Group)
  : [ValueFormOf<Value>] extends [never]
    ? Labelled &
        Group<
          keyof Value & string,
          { readonly [Part in keyof Value]-?: PartOf<Exclude<Value[Part], undefined>> }
        >
    : PartOf<Value>

/** Every option of a view described, each by its name; of a view of any kind, whatever it says. */
export type OptionsOf<Options> = unknown extends Options
  ? object
  : { readonly [Name in keyof Options]-?: OptionOf<Exclude<Options[Name], undefined>> }

/** What of a view says how it may be asked. */
export interface Askable<Options = object> {
  readonly name: string
  readonly usesLaw: boolean
  readonly defaults: Options
  /** As `OptionsOf` has them; which was checked where the view was written. */
  readonly options?: object
}
