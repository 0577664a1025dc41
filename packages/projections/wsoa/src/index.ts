/**
 * The figures of an improvement programme, such as a written statement of action.
 */

export type { Dangling, Wsoa } from './answer.js'
export type { ImpactFigures } from './impact-figures.js'
export type { OversightFigures, RiskFigures } from './oversight-figures.js'
export type { ProgrammeFigures } from './programme-figures.js'
export { wsoaView } from './view.js'
