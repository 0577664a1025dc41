/**
 * The figures of an improvement programme, such as a written statement of action.
 */
export type { ImpactFigures } from './impact-figures.js'
export type { OversightFigures, RiskFigures } from './oversight-figures.js'
export type { ProgrammeFigures } from './programme-figures.js'
export { type Dangling, type Wsoa, wsoaView } from './view.js'
