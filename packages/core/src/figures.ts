/**
 * The door for those who present figures: what each is called and counted from, what holds of it by
 * definition, why it changed, and what reports told of it.
 */
export { basisOf } from './ask/basis.js'
export { partsOfFigure, type Shown, together } from './engine/figure.js'
// Why a figure changed.
export {
  type CauseKind,
  type ChangedSum,
  causeKindOf,
  changedSums,
} from './figures/changed-sums.js'
// What must always hold.
export { brokenInTotal, type Checked, checked } from './figures/conservation.js'
// Figures by their names.
export { figureNamed, type NameUnclear } from './figures/figure-names.js'
export {
  type FigureRow,
  figureRows,
  figuresIn,
  type NamedFigure,
  nameOfFigure,
} from './figures/figure-rows.js'
export { takenBackFrom } from './figures/lineage.js'
// What may be asked of a view: flags, fields, and what is refused.
export { optionsFlaw } from './figures/option-flaws.js'
export {
  askedWith,
  explainOption,
  type OptionsGiven,
  type OptionsRead,
  type OptionTaken,
  optionsGiven,
  optionsTaken,
  optionTexts,
  readOptions,
} from './figures/read-options.js'
export { lawsOf } from './figures/view.js'
// Dates in words.
export { dateInWords, monthInShort, monthInWords } from './time/in-words.js'
// What reports told.
export { type FiguresKnown, figuresKnown } from './told/figures-known.js'
export { figuresTold, type NotDerivable } from './told/figures-told.js'
export { monthsOfPeriod } from './told/period.js'
export { besideTold, type Presented, reportsIn, type ToldBeside } from './told/told.js'
